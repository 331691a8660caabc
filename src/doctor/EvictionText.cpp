#include "doctor/EvictionText.h"

#include <QCoreApplication>

#include "doctor/CauseText.h"

namespace nodescope::doctor {

namespace {

class EvictionWords
{
    Q_DECLARE_TR_FUNCTIONS(EvictionText)
};

QString firstStep(const LostLink &link)
{
    const QString by = link.by.text();
    const QString node = link.node.text();
    if (link.reason == QLatin1String("disconnect"))
        return EvictionWords::tr("%1 disconnected from %2.").arg(by, node);
    if (link.reason == QLatin1String("net_tick_timeout"))
        return EvictionWords::tr("%1 lost %2, which had been silent for the tick time.").arg(by, node);
    if (link.reason == QLatin1String("connection_closed"))
        return EvictionWords::tr("%1 lost %2: the connection was closed.").arg(by, node);
    return EvictionWords::tr("%1 lost %2 (%3).").arg(by, node, link.reason);
}

} // namespace

QString titleOf(const EvictionStory &story)
{
    return EvictionWords::tr("The lost link between %1 and %2 made global disconnect %n more.", nullptr,
                             int(story.evicted.size()))
        .arg(story.first.by.text(), story.first.node.text());
}

QStringList stepsOf(const EvictionStory &story)
{
    QStringList steps{firstStep(story.first)};
    for (const LostLink &link : story.evicted)
        steps.append(
            EvictionWords::tr("%1 later, %2 disconnected from %3, to prevent overlapping partitions.")
                .arg(durationText(link.at - story.first.at), link.by.text(), link.node.text()));
    return steps;
}

QStringList doubtsOf(const EvictionStory &story)
{
    QStringList sentences;
    for (const QString &doubt : story.doubts) {
        if (doubt == QLatin1String("order"))
            sentences.append(
                EvictionWords::tr("The nodes’ words came so close together that their order may have been "
                                  "another."));
        else if (doubt == QLatin1String("prevention"))
            sentences.append(
                EvictionWords::tr("It is not known of all nodes that disconnected whether they prevent "
                                  "overlapping partitions. Their logs would tell."));
        else if (doubt == QLatin1String("person"))
            sentences.append(
                EvictionWords::tr("Who had the first node disconnect cannot be seen from outside: a person, "
                                  "a program, or global itself after a loss that nobody told us of."));
        else if (doubt == QLatin1String("first_cause"))
            sentences.append(
                EvictionWords::tr("Why the first link was lost is not told by its end: look at the network "
                                  "between the two, and at both machines at that time."));
    }
    return sentences;
}

} // namespace nodescope::doctor
