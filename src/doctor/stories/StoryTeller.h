#pragma once

#include <deque>

#include "cluster/happenings/HappeningWatch.h"
#include "doctor/evictions/Prevention.h"
#include "doctor/stories/Story.h"

namespace nodescope::doctor {

/// Tells the stories of a cluster from its deltas, live or replayed: what cluster::HappeningWatch finds, each
/// split together with the evictions by `global` that made it; of nodes that did not tell whether they
/// prevent overlapping partitions, with that doubt. Pure; no timer. See HappeningWatch for times.
class StoryTeller
{
public:
    /// What began, went on or ended: a story of an id that was told before replaces that.
    [[nodiscard]] QList<Story> take(qint64 time, const cluster::Deltas &deltas);
    [[nodiscard]] QList<Story> advance(qint64 time);
    [[nodiscard]] qint64 nextMoment() const { return m_watch.nextMoment(); }

private:
    /// Of nodes that came and went; older ones take part in no story that is still to be told.
    static constexpr std::size_t MaxEvents = 4'000;

    [[nodiscard]] QList<Story> told(const QList<cluster::Happening> &news);
    [[nodiscard]] std::optional<EvictionStory> evictionsOf(const cluster::Happening &split) const;

    cluster::HappeningWatch m_watch;
    std::deque<cluster::Event> m_events;
    Prevention m_prevention;
    QHash<quint64, EvictionStory> m_evictions; ///< of splits that go on
};

} // namespace nodescope::doctor
