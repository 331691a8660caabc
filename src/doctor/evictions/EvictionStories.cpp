#include "doctor/evictions/EvictionStories.h"

#include <algorithm>

#include <QHash>

namespace nodescope::doctor {

using namespace cluster;
using namespace std::chrono_literals;

namespace {

// Both ends of a link tell of its loss; the one that waits for ticks may do so much later.
constexpr base::Duration SameLoss = 3s;
// global acts within half a second of a loss that it hears of; on a loaded machine it takes longer.
constexpr base::Duration ReactionTime = 7s;
// Words of different nodes come over links of their own: closer than this, either may have been first.
constexpr base::Duration TooClose = 20ms;

const QString Disconnect = QStringLiteral("disconnect");

struct Loss
{
    LinkKey key;
    LostLink link;
    bool isHidden = false;
    bool used = false;
};

/// The losses, each told by one or two ends, in the order of their first word.
class Losses
{
public:
    void add(const Event &event)
    {
        const LinkKey key(event.source, event.node);
        if (event.kind == EventKind::NodeUp) {
            m_latest.remove(key);
            m_hidden.insert(key, event.reason == QLatin1String("hidden"));
            return;
        }
        const LostLink link{event.source, event.node, event.reason, event.at, event.time};
        const auto known = m_latest.constFind(key);
        if (known != m_latest.constEnd() && event.at - m_losses.at(*known).link.at < SameLoss) {
            // The end that acted says more than the one that only noticed.
            LostLink &told = m_losses[*known].link;
            if (event.reason == Disconnect && told.reason != Disconnect)
                told = LostLink{link.by, link.node, link.reason, told.at, told.time};
            return;
        }
        m_latest.insert(key, m_losses.size());
        m_losses.append(Loss{key, link, m_hidden.value(key), false});
    }
    [[nodiscard]] QList<Loss> &all() { return m_losses; }

private:
    QList<Loss> m_losses;
    QHash<LinkKey, qsizetype> m_latest;
    QHash<LinkKey, bool> m_hidden;
};

bool touches(const EvictionStory &story, const LostLink &link)
{
    const auto meets = [&link](const LostLink &other) {
        return other.contains(link.by) != other.contains(link.node);
    };
    return meets(story.first) || std::any_of(story.evicted.begin(), story.evicted.end(), meets);
}

void addDoubts(EvictionStory &story, const Prevention &prevention)
{
    base::Instant before = story.first.at;
    bool isClose = false;
    bool isUnknown = false;
    for (const LostLink &link : std::as_const(story.evicted)) {
        isClose = isClose || link.at - before < TooClose;
        isUnknown = isUnknown || !prevention.isKnown(link.by);
        before = link.at;
    }
    if (isClose)
        story.doubts.append(QStringLiteral("order"));
    if (isUnknown) {
        story.doubts.append(QStringLiteral("prevention"));
        story.certainty = Certainty::CannotDistinguish;
    }
    story.doubts.append(story.first.reason == Disconnect ? QStringLiteral("person")
                                                         : QStringLiteral("first_cause"));
}

} // namespace

QList<EvictionStory> evictionStories(const QList<Event> &events, const Prevention &prevention)
{
    Losses losses;
    for (const Event &event : events) {
        const bool isOfLinks = event.kind == EventKind::NodeUp || event.kind == EventKind::NodeDown;
        if (isOfLinks && !event.source.isNull() && !event.node.isNull() && event.source != event.node)
            losses.add(event);
    }
    QList<EvictionStory> stories;
    QList<Loss> &all = losses.all();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).used || all.at(i).isHidden)
            continue;
        EvictionStory story;
        story.first = all.at(i).link;
        base::Instant last = story.first.at;
        for (qsizetype k = i + 1; k < all.size() && all.at(k).link.at - last <= ReactionTime; ++k) {
            Loss &next = all[k];
            if (next.used || next.isHidden || next.link.reason != Disconnect ||
                !prevention.isPossible(next.link.by) || !touches(story, next.link))
                continue;
            next.used = true;
            story.evicted.append(next.link);
            last = next.link.at;
        }
        if (story.evicted.isEmpty())
            continue;
        addDoubts(story, prevention);
        stories.append(story);
    }
    return stories;
}

} // namespace nodescope::doctor
