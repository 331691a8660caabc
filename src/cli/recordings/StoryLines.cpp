#include "cli/recordings/StoryLines.h"

#include <QJsonArray>

namespace nodescope::cli {

using namespace cluster;

namespace {
QJsonArray arrayOf(const QList<base::NodeName> &nodes)
{
    QJsonArray array;
    for (const base::NodeName &node : nodes)
        array.append(node.text());
    return array;
}

QJsonArray evictionsOf(const doctor::EvictionStory &story)
{
    QJsonArray array;
    for (const doctor::LostLink &link : story.evicted)
        array.append(
            QJsonObject{{QStringLiteral("by"), link.by.text()}, {QStringLiteral("node"), link.node.text()}});
    return array;
}
} // namespace

QList<QJsonObject> StoryLines::take(qint64 time, const Deltas &deltas)
{
    return lines(m_teller.take(time, deltas));
}

QList<QJsonObject> StoryLines::advance(qint64 time)
{
    return lines(m_teller.advance(time));
}

QList<QJsonObject> StoryLines::lines(const QList<doctor::Story> &stories)
{
    QList<QJsonObject> lines;
    for (const doctor::Story &story : stories) {
        const Happening &what = story.what;
        const QDateTime &time = what.isOver() ? what.ended : what.began;
        QJsonArray groups;
        for (const QList<base::NodeName> &side : what.sides)
            groups.append(arrayOf(side));
        QJsonObject line{{QStringLiteral("time"), time.toUTC().toString(Qt::ISODateWithMs)},
                         {QStringLiteral("event"), identifierOf(what.kind)},
                         {QStringLiteral("began"), what.began.toUTC().toString(Qt::ISODateWithMs)},
                         {QStringLiteral("groups"), groups},
                         {QStringLiteral("text"), doctor::sentenceOf(story)}};
        if (what.isOver())
            line.insert(QStringLiteral("ended"), what.ended.toUTC().toString(Qt::ISODateWithMs));
        if (!what.reason.isEmpty())
            line.insert(QStringLiteral("reason"), what.reason);
        if (what.kind == HappeningKind::Flapping)
            line.insert(QStringLiteral("count"), what.count);
        if (story.evictions)
            line.insert(QStringLiteral("evicted"), evictionsOf(*story.evictions));
        lines.append(line);
    }
    return lines;
}

} // namespace nodescope::cli
