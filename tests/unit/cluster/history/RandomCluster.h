#pragma once

#include <QRandomGenerator>
#include <QTimeZone>

#include "cluster/Cluster.h"

/// Deltas as a busy cluster makes them, the same for the same seed; and ways to compare states.
namespace nodescope::test {

using namespace cluster;

class RandomCluster
{
public:
    explicit RandomCluster(quint32 seed, int nodes = 12)
        : m_random(seed)
        , m_nodes(nodes)
    {
    }

    [[nodiscard]] base::NodeName name(int i) const
    {
        return base::NodeName::literal(QStringLiteral("n%1@host%2").arg(i).arg(i % 4));
    }
    [[nodiscard]] Deltas next(qint64 time)
    {
        Deltas deltas;
        const int count = 1 + int(m_random.bounded(6));
        for (int i = 0; i < count; ++i)
            deltas.append(delta(time));
        return deltas;
    }

private:
    QDateTime at(qint64 time)
    {
        return m_random.bounded(9) == 0
                   ? QDateTime()
                   : QDateTime::fromMSecsSinceEpoch(time - m_random.bounded(5000), QTimeZone::utc());
    }
    base::NodeName any() { return name(int(m_random.bounded(m_nodes))); }
    LinkKey pair()
    {
        const base::NodeName a = any();
        base::NodeName b = any();
        while (a == b)
            b = any();
        return {a, b};
    }
    QString word(const char *stem) { return QLatin1String(stem) + QString::number(m_random.bounded(7)); }

    Delta delta(qint64 time)
    {
        switch (m_random.bounded(17)) {
        case 0:
            return NodeRemoved{any()};
        case 1:
            return LinkRemoved{pair()};
        case 2:
            return HostChanged{host(time)};
        case 3:
        case 4:
            return EventHappened{event(time)};
        case 5:
            return SessionChanged{session()};
        case 6:
        case 7:
        case 8:
        case 9:
            return NodeChanged{node(time)};
        case 10:
        case 11:
            return FiguresChanged{figures(time)};
        case 14:
        case 15:
            return MessageHappened{message(time)};
        case 12:
            return TrafficChanged{traffic(time)};
        default:
            return LinkChanged{link(time)};
        }
    }
    Node node(qint64 time)
    {
        Node node;
        node.name = any();
        node.kind = NodeKind(m_random.bounded(5));
        node.state = NodeState(m_random.bounded(8));
        node.watched = Watched(m_random.bounded(4));
        node.hidden = m_random.bounded(2) == 1;
        node.release = word("2");
        node.elixir = word("1.1");
        node.reason = word("net_tick_timeout");
        node.cause = allCauses().at(m_random.bounded(int(allCauses().size())));
        node.since = at(time);
        node.port = quint16(m_random.bounded(65536));
        node.ourNameThere = word("nodescope-1@h");
        for (int i = int(m_random.bounded(4)); i > 0; --i)
            node.seenBy.append(any());
        node.expected = m_random.bounded(2) == 1;
        if (m_random.bounded(3) > 0)
            node.preventsPartitions = m_random.bounded(2) == 1;
        for (int i = int(m_random.bounded(3)); i > 0; --i)
            node.sightings.append({SourceKind(m_random.bounded(7)), word("source"), m_random.bounded(2) == 1,
                                   word("port"), at(time)});
        return node;
    }
    Link link(qint64 time)
    {
        Link link;
        link.key = pair();
        link.state = LinkState(m_random.bounded(5));
        link.aSees = EndView(m_random.bounded(4));
        link.bSees = EndView(m_random.bounded(4));
        link.hidden = m_random.bounded(2) == 1;
        link.tls = m_random.bounded(2) == 1;
        link.since = at(time);
        link.reason = word("connection_closed");
        link.failures = int(m_random.bounded(5));
        return link;
    }
    std::optional<quint64> counter()
    {
        return m_random.bounded(5) == 0 ? std::nullopt
                                        : std::optional(m_random.generate64() >> m_random.bounded(64));
    }
    Figures figures(qint64 time)
    {
        Figures figures;
        figures.node = any();
        figures.time = at(time);
        figures.at = base::Instant(base::Duration(time * 1'000'000));
        figures.processes = counter();
        figures.memory = counter();
        figures.runQueue = counter();
        figures.reductions = counter();
        figures.uptime = counter();
        return figures;
    }
    EndTraffic endTraffic(qint64 time)
    {
        EndTraffic end;
        end.time = at(time);
        end.at = base::Instant(base::Duration(time * 1'000'000));
        end.packetsIn = m_random.generate64();
        end.packetsOut = m_random.generate();
        end.bytesIn = counter();
        end.bytesOut = counter();
        end.bytesHeld = counter();
        return end;
    }
    Traffic traffic(qint64 time)
    {
        Traffic traffic;
        traffic.key = pair();
        traffic.a = endTraffic(time);
        if (m_random.bounded(2) == 1)
            traffic.b = endTraffic(time);
        return traffic;
    }
    Host host(qint64 time)
    {
        Host host;
        host.host = word("host");
        host.epmdPort = quint16(m_random.bounded(65536));
        host.time = at(time);
        host.cause = m_random.bounded(2) == 1 ? Cause::EpmdUnreachable : Cause::None;
        host.entries.append({word("n"), quint16(m_random.bounded(65536))});
        return host;
    }
    Event event(qint64 time)
    {
        Event event;
        event.kind = EventKind(m_random.bounded(10));
        event.time = at(time);
        event.at = base::Instant(base::Duration(time * 1'000'000));
        event.source = m_random.bounded(3) == 0 ? base::NodeName() : any();
        event.node = any();
        event.reason = word("reason");
        event.detail = word("detail");
        event.certainty = static_cast<Certainty>(m_random.bounded(3));
        event.exchange = m_random.bounded(3) == 0 ? 0 : m_random.generate();
        return event;
    }
    MessageStep message(qint64 time)
    {
        MessageStep step;
        step.exchange = m_random.generate();
        step.kind = StepKind(m_random.bounded(6));
        step.form = MessageForm(m_random.bounded(7));
        step.from = {m_random.bounded(3) == 0 ? base::NodeName() : any(), word("<0.1.0>")};
        step.to = {any(), m_random.bounded(3) == 0 ? QString() : word("name")};
        step.time = at(time);
        step.at = base::Instant(base::Duration(time * 1'000'000));
        step.size = m_random.bounded(3) == 0 ? -1 : qint64(m_random.generate());
        step.text = word("{hello, …");
        step.reason = word("noproc");
        return step;
    }
    SessionInfo session()
    {
        SessionInfo info;
        info.source = SessionInfo::Source::Live;
        info.profile = word("profile");
        info.practiceNodes = int(m_random.bounded(9));
        info.droppedEvents = m_random.generate();
        info.droppedMessages = m_random.generate();
        return info;
    }

    QRandomGenerator m_random;
    int m_nodes;
};

/// Whether two states are the same, but for events.
inline bool sameState(const Cluster &x, const Cluster &y)
{
    return x.sortedNodes() == y.sortedNodes() && x.sortedLinks() == y.sortedLinks() &&
           x.hosts() == y.hosts() && x.session() == y.session();
}

inline void applyStates(Cluster &cluster, const Deltas &deltas)
{
    for (const Delta &delta : deltas) {
        if (!isMoment(delta))
            (void)cluster.apply(delta);
    }
}

inline bool operator==(const Event &x, const Event &y)
{
    return x.kind == y.kind && x.time == y.time && x.at == y.at && x.source == y.source && x.node == y.node &&
           x.reason == y.reason && x.detail == y.detail && x.exchange == y.exchange &&
           x.certainty == y.certainty;
}

} // namespace nodescope::test
