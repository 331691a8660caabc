#include "doctor/stories/StoryTeller.h"

#include <algorithm>

#include "doctor/evictions/EvictionStories.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {
/// By our wall clock, what belongs to a split lies so near to its beginning, in milliseconds.
constexpr qint64 Before = 15'000;
constexpr qint64 After = 20'000;
/// More events at once are no story that can be told link by link, and take long to look through.
constexpr qsizetype MaxLooked = 1'000;
} // namespace

QList<Story> StoryTeller::take(qint64 time, const Deltas &deltas)
{
    for (const Delta &delta : deltas) {
        if (const auto *changed = std::get_if<NodeChanged>(&delta))
            m_prevention.note(changed->node);
        const auto *happened = std::get_if<EventHappened>(&delta);
        if (!happened ||
            (happened->event.kind != EventKind::NodeUp && happened->event.kind != EventKind::NodeDown))
            continue;
        m_events.push_back(happened->event);
        if (m_events.size() > MaxEvents)
            m_events.pop_front();
    }
    return told(m_watch.take(time, deltas));
}

QList<Story> StoryTeller::advance(qint64 time)
{
    return told(m_watch.advance(time));
}

QList<Story> StoryTeller::told(const QList<Happening> &news)
{
    QList<Story> stories;
    for (const Happening &happening : news) {
        Story story{happening, std::nullopt};
        if (happening.kind == HappeningKind::Split) {
            const auto known = m_evictions.constFind(happening.id);
            if (known != m_evictions.constEnd())
                story.evictions = *known;
            else if (!happening.isOver())
                story.evictions = evictionsOf(happening);
            if (story.evictions && !happening.isOver())
                m_evictions.insert(happening.id, *story.evictions);
            else
                m_evictions.remove(happening.id);
        }
        stories.append(story);
    }
    return stories;
}

std::optional<EvictionStory> StoryTeller::evictionsOf(const Happening &split) const
{
    QSet<base::NodeName> members;
    for (const QList<base::NodeName> &side : split.sides)
        members.unite(QSet<base::NodeName>(side.begin(), side.end()));
    QList<Event> events;
    for (const Event &event : m_events) {
        const qint64 since = split.began.msecsTo(event.time);
        if (since >= -Before && since <= After && members.contains(event.source) &&
            members.contains(event.node))
            events.append(event);
    }
    if (events.size() > MaxLooked)
        return std::nullopt;
    const QList<EvictionStory> stories = evictionStories(events, m_prevention);
    // The one that went furthest is the one that made the parts.
    const auto longest =
        std::max_element(stories.begin(), stories.end(), [](const EvictionStory &x, const EvictionStory &y) {
            return x.evicted.size() < y.evicted.size();
        });
    return longest == stories.end() ? std::nullopt : std::optional(*longest);
}

} // namespace nodescope::doctor
