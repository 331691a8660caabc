#include "session/Simulation.h"

#include <algorithm>

namespace nodescope::session {

using namespace cluster;

Simulation::Simulation(const base::Clock &clock, SimulationSettings settings, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_random(settings.seed)
    , m_timer(this)
{
    for (int i = 0; i < settings.nodes; ++i) {
        m_names.append(base::NodeName::literal(QStringLiteral("n%1@host%2").arg(i).arg(i % settings.hosts)));
        m_up.append(true);
    }
    m_neighbours.resize(settings.nodes);
    makeLinks();
    m_timer.setInterval(FrameMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Simulation::advance);
}

void Simulation::makeLinks()
{
    if (m_settings.nodes < 2)
        return;
    for (int a = 0; a < m_settings.nodes; ++a) {
        for (int i = 0; i < m_settings.linksPerNode; ++i) {
            // Mostly near, sometimes far, as in a cluster of sites.
            const int step =
                1 + (m_random.bounded(10) == 0 ? m_random.bounded(m_settings.nodes - 1)
                                               : m_random.bounded(std::min(40, m_settings.nodes - 1)));
            const int b = (a + step) % m_settings.nodes;
            if (a == b || m_neighbours.at(a).contains(b))
                continue;
            m_neighbours[a].append(b);
            m_neighbours[b].append(a);
        }
    }
}

Node Simulation::nodeValue(int node) const
{
    Node value;
    value.name = m_names.at(node);
    value.kind = NodeKind::Beam;
    value.state = m_up.at(node) ? NodeState::Up : NodeState::Down;
    value.watched = m_up.at(node) ? Watched::Push : Watched::Not;
    value.release = QStringLiteral("27");
    value.reason = m_up.at(node) ? QString() : QStringLiteral("connection_closed");
    value.since = m_clock.wall();
    return value;
}

Link Simulation::linkValue(int a, int b) const
{
    const bool up = m_up.at(a) && m_up.at(b);
    Link value;
    value.key = LinkKey(m_names.at(a), m_names.at(b));
    value.state = up ? LinkState::Up : LinkState::Down;
    value.aSees = up ? EndView::Up : EndView::Absent;
    value.bSees = value.aSees;
    value.since = m_clock.wall();
    value.reason = up ? QString() : QStringLiteral("connection_closed");
    return value;
}

void Simulation::tell(Delta delta, Deltas &deltas)
{
    if (!isMoment(delta))
        (void)m_truth.apply(delta);
    deltas.append(std::move(delta));
}

Deltas Simulation::beginning()
{
    Deltas deltas;
    SessionInfo info;
    info.source = SessionInfo::Source::Simulated;
    tell(SessionChanged{info}, deltas);
    for (int i = 0; i < m_names.size(); ++i)
        tell(NodeChanged{nodeValue(i)}, deltas);
    for (int a = 0; a < m_names.size(); ++a) {
        for (const int b : std::as_const(m_neighbours[a])) {
            if (a < b)
                tell(LinkChanged{linkValue(a, b)}, deltas);
        }
    }
    return deltas;
}

Deltas Simulation::changes(int count)
{
    Deltas deltas;
    for (int i = 0; i < count && !m_names.isEmpty(); ++i)
        flip(m_random.bounded(static_cast<int>(m_names.size())), deltas);
    return deltas;
}

void Simulation::flip(int node, Deltas &deltas)
{
    m_up[node] = !m_up.at(node);
    ++m_made;
    tell(NodeChanged{nodeValue(node)}, deltas);
    bool told = false;
    for (const int other : std::as_const(m_neighbours[node])) {
        if (!m_up.at(other))
            continue;
        tell(LinkChanged{linkValue(node, other)}, deltas);
        if (std::exchange(told, true))
            continue; // one word for each change: the rate is that of nodeup and nodedown
        Event event;
        event.kind = m_up.at(node) ? EventKind::NodeUp : EventKind::NodeDown;
        event.time = m_clock.wall();
        event.at = m_clock.now();
        event.source = m_names.at(other);
        event.node = m_names.at(node);
        event.reason = m_up.at(node) ? QStringLiteral("visible") : QStringLiteral("connection_closed");
        tell(EventHappened{event}, deltas);
    }
}

void Simulation::start()
{
    m_begun = m_clock.now();
    Q_EMIT changed(beginning());
    m_timer.start();
}

void Simulation::advance()
{
    const double seconds = static_cast<double>((m_clock.now() - m_begun).count()) / 1e9;
    const auto due = static_cast<qint64>(seconds * m_settings.changesPerSecond) - static_cast<qint64>(m_made);
    if (due > 0)
        Q_EMIT changed(changes(static_cast<int>(std::min<qint64>(due, m_settings.changesPerSecond))));
}

} // namespace nodescope::session
