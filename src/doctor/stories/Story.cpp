#include "doctor/stories/Story.h"

#include <QCoreApplication>
#include <QLocale>

#include "base/SafeText.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

class StoryWords
{
    Q_DECLARE_TR_FUNCTIONS(StoryText)
};

QString clockOf(const QDateTime &utc)
{
    return utc.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString nameOf(const base::NodeName &node)
{
    return base::safeText(node.text());
}

/// Whole seconds below two minutes, then minutes, hours.
QString lasted(const Happening &happening)
{
    const qint64 seconds = happening.began.msecsTo(happening.ended) / 1000;
    if (seconds < 120)
        return StoryWords::tr("%1 s").arg(seconds);
    if (seconds < 7200)
        return StoryWords::tr("%1 min").arg(seconds / 60);
    return StoryWords::tr("%1 h").arg(QLocale().toString(static_cast<double>(seconds) / 3600, 'f', 1));
}

QString splitText(const Story &story)
{
    const Happening &split = story.what;
    const QString time = clockOf(split.began);
    if (story.evictions) {
        const EvictionStory &evictions = *story.evictions;
        return StoryWords::tr(
                   "%1 lost %2 at %3, and global disconnected %n more to prevent overlapping partitions",
                   nullptr, static_cast<int>(evictions.evicted.size()))
            .arg(nameOf(evictions.first.by), nameOf(evictions.first.node), time);
    }
    if (split.sides.size() == 2)
        return StoryWords::tr("%1 lost the other %n at %2", nullptr,
                              static_cast<int>(split.sides.constLast().size()))
            .arg(groupText(split.sides.constFirst()), time);
    return StoryWords::tr("the cluster fell into %n parts at %1", nullptr,
                          static_cast<int>(split.sides.size()))
        .arg(time);
}

QString flappingText(const Happening &flapping)
{
    const QList<base::NodeName> &who = flapping.sides.constFirst();
    if (who.size() == 2)
        return StoryWords::tr("the link of %1 and %2 went %n times since %3", nullptr, flapping.count)
            .arg(nameOf(who.constFirst()), nameOf(who.constLast()), clockOf(flapping.began));
    return StoryWords::tr("%1 went %n times since %2", nullptr, flapping.count)
        .arg(groupText(who), clockOf(flapping.began));
}

QString endingOf(const Happening &happening)
{
    switch (happening.kind) {
    case HappeningKind::Split:
        return StoryWords::tr("healed after %1").arg(lasted(happening));
    case HappeningKind::NodesLost:
        return StoryWords::tr("back after %1").arg(lasted(happening));
    case HappeningKind::Flapping:
        break;
    }
    return StoryWords::tr("quiet since %1").arg(clockOf(happening.ended));
}

} // namespace

QString groupText(const QList<base::NodeName> &group)
{
    const int count = static_cast<int>(group.size());
    if (count == 1)
        return nameOf(group.constFirst());
    const QString host = hostOf(group);
    return host.isEmpty() ? StoryWords::tr("%n nodes", nullptr, count)
                          : StoryWords::tr("%n nodes on %1", nullptr, count).arg(base::safeText(host));
}

QString beginningOf(const Story &story)
{
    const Happening &happening = story.what;
    if (happening.sides.isEmpty())
        return {};
    QString text;
    switch (happening.kind) {
    case HappeningKind::Split:
        text = splitText(story);
        break;
    case HappeningKind::NodesLost:
        text = StoryWords::tr("%1 went at %2")
                   .arg(groupText(happening.sides.constFirst()), clockOf(happening.began));
        break;
    case HappeningKind::Flapping:
        text = flappingText(happening);
        break;
    }
    const bool isToldOtherwise = story.evictions.has_value();
    return happening.reason.isEmpty() || isToldOtherwise
               ? text
               : QString(text + QStringLiteral(", ") + base::safeText(happening.reason, 80));
}

QString sentenceOf(const Story &story)
{
    const QString text = beginningOf(story);
    return story.what.isOver() ? QString(text + QStringLiteral("; ") + endingOf(story.what)) : text;
}

} // namespace nodescope::doctor
