#pragma once

#include <QList>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include "base/Clock.h"
#include "cluster/Cluster.h"

namespace nodescope::session {

/// How the simulated cluster is made, and how busy it is.
struct SimulationSettings
{
    quint32 seed = 1;
    int nodes = 10'000;
    int linksPerNode = 3;
    int hosts = 200;
    int changesPerSecond = 5'000; ///< nodes that go or come
};

/// A source of deltas that invents them, the same for the same seed: a cluster whose nodes go and come.
/// Marked as such (SessionInfo::Source::Simulated); for tests and measurements of all that follows the live
/// source.
///
/// Not a network: who is up is drawn by lot. A node that goes takes its links along (nodedown by each
/// neighbour that is up); one that comes is told by them. `changed` at most once in FrameMilliseconds. Lives
/// on any one thread; the clock must outlive it.
class Simulation final : public QObject
{
    Q_OBJECT

public:
    static constexpr int FrameMilliseconds = 10;

    Simulation(const base::Clock &clock, SimulationSettings settings, QObject *parent = nullptr);

    /// Tells of the whole cluster, all of it up, and goes on by itself until stop().
    void start();
    void stop() { m_timer.stop(); }
    /// The cluster as it begins, and so many changes on, without a timer: for those who bring their own time.
    [[nodiscard]] cluster::Deltas beginning();
    [[nodiscard]] cluster::Deltas changes(int count);

    /// How many nodes went or came.
    [[nodiscard]] quint64 changesMade() const { return m_made; }
    /// What is true now.
    [[nodiscard]] const cluster::Cluster &truth() const { return m_truth; }

Q_SIGNALS:
    void changed(const nodescope::cluster::Deltas &deltas);

private:
    void makeLinks();
    void advance();
    void flip(int node, cluster::Deltas &deltas);
    void tell(cluster::Delta delta, cluster::Deltas &deltas);
    [[nodiscard]] cluster::Node nodeValue(int node) const;
    [[nodiscard]] cluster::Link linkValue(int a, int b) const;

    const base::Clock &m_clock;
    const SimulationSettings m_settings;
    QRandomGenerator m_random;
    QList<base::NodeName> m_names;
    QList<QList<int>> m_neighbours;
    QList<bool> m_up;
    cluster::Cluster m_truth;
    QTimer m_timer;
    base::Instant m_begun{};
    quint64 m_made = 0;
};

} // namespace nodescope::session
