// A day of a cluster of a hundred nodes in memory: how much it takes, and how long any moment takes to be
// built again.
//
//   bench_History [HOURS]

#include <cstdlib>

#include <QRandomGenerator>
#include <QTimeZone>

#include "../Sample.h"
#include "cluster/history/History.h"

using namespace nodescope;
using namespace nodescope::cluster;

namespace {

constexpr int Nodes = 100;
constexpr qint64 Begin = 1'700'000'000'000;
constexpr qint64 Second = 1000;

QDateTime at(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
}

/// A full mesh whose nodes are asked every five seconds, of which one goes and comes again every minute, told
/// by all others; with load and traffic that are never twice the same.
class Day
{
public:
    Day()
    {
        for (int i = 0; i < Nodes; ++i) {
            m_names.append(
                base::NodeName::literal(QStringLiteral("billing%1@db%2.example").arg(i).arg(i % 12)));
            m_figures.append(Figures{m_names.at(i), {}, {}, 300, 60'000'000, 0, 0, 0});
        }
        for (int a = 0; a < Nodes; ++a) {
            for (int b = a + 1; b < Nodes; ++b) {
                Traffic traffic;
                traffic.key = LinkKey(m_names.at(a), m_names.at(b));
                m_traffic.insert(traffic.key, traffic);
            }
        }
    }

    [[nodiscard]] Deltas begin() const
    {
        Deltas deltas;
        for (int i = 0; i < Nodes; ++i)
            deltas.append(NodeChanged{node(i, true, Begin)});
        for (const Traffic &traffic : m_traffic)
            deltas.append(LinkChanged{link(traffic.key, true, Begin)});
        return deltas;
    }
    /// What one node answers: its figures, and what it counted at each of its links.
    [[nodiscard]] Deltas answer(int i, qint64 time)
    {
        Figures &figures = m_figures[i];
        figures.time = at(time);
        figures.at = base::Instant(std::chrono::milliseconds(time));
        figures.processes = 300 + m_random.bounded(50u);
        figures.memory = 60'000'000 + m_random.bounded(8'000'000u);
        figures.runQueue = m_random.bounded(3u);
        figures.reductions = *figures.reductions + m_random.bounded(50'000'000u);
        figures.uptime = *figures.uptime + 5000;
        Deltas deltas{FiguresChanged{figures}};
        for (int k = 0; k < Nodes; ++k) {
            if (k == i)
                continue;
            Traffic &traffic = m_traffic[LinkKey(m_names.at(i), m_names.at(k))];
            EndTraffic &end = traffic.key.a == m_names.at(i) ? traffic.a : traffic.b;
            end.time = figures.time;
            end.at = figures.at;
            end.packetsIn += m_random.bounded(200u);
            end.packetsOut += m_random.bounded(200u);
            end.bytesIn = end.bytesIn.value_or(0) + m_random.bounded(20'000u);
            end.bytesOut = end.bytesOut.value_or(0) + m_random.bounded(20'000u);
            end.bytesHeld = 0;
            deltas.append(TrafficChanged{traffic});
        }
        return deltas;
    }
    /// All others tell that a node went, or came.
    [[nodiscard]] Deltas change(int i, bool up, qint64 time) const
    {
        Deltas deltas;
        for (int k = 0; k < Nodes; ++k) {
            if (k == i)
                continue;
            Event event;
            event.kind = up ? EventKind::NodeUp : EventKind::NodeDown;
            event.time = at(time);
            event.at = base::Instant(std::chrono::milliseconds(time));
            event.source = m_names.at(k);
            event.node = m_names.at(i);
            event.reason = up ? QStringLiteral("visible") : QStringLiteral("connection_closed");
            deltas.append(EventHappened{event});
            deltas.append(LinkChanged{link(LinkKey(m_names.at(i), m_names.at(k)), up, time)});
        }
        deltas.append(NodeChanged{node(i, up, time)});
        return deltas;
    }

private:
    [[nodiscard]] Node node(int i, bool up, qint64 time) const
    {
        Node node;
        node.name = m_names.at(i);
        node.kind = NodeKind::Beam;
        node.state = up ? NodeState::Up : NodeState::Down;
        node.watched = up ? Watched::Push : Watched::Not;
        node.release = QStringLiteral("27");
        node.reason = up ? QString() : QStringLiteral("connection_closed");
        node.since = at(time);
        for (int k = 0; k < Nodes && up; ++k) {
            if (k != i)
                node.seenBy.append(m_names.at(k));
        }
        return node;
    }
    [[nodiscard]] static Link link(const LinkKey &key, bool up, qint64 time)
    {
        Link link;
        link.key = key;
        link.state = up ? LinkState::Up : LinkState::Down;
        link.aSees = up ? EndView::Up : EndView::Absent;
        link.bSees = link.aSees;
        link.since = at(time);
        link.reason = up ? QString() : QStringLiteral("connection_closed");
        return link;
    }

    QRandomGenerator m_random{1};
    QList<base::NodeName> m_names;
    QList<Figures> m_figures;
    QHash<LinkKey, Traffic> m_traffic;
};

double milliseconds(const History &history, qint64 time)
{
    const double begun = bench::processorTime();
    const Cluster state = HistoryCursor(history).seekTime(time);
    const double took = (bench::processorTime() - begun) / 1000;
    return state.nodes().size() == Nodes ? took : 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 hours = argc > 1 ? std::max(1, std::atoi(argv[1])) : 24;
    Day day;
    History::Limits limits;
    limits.bytes = 2'000'000'000; // what it takes is measured, not bounded
    History history(limits);
    history.append(Begin, day.begin());
    QRandomGenerator random(2);
    int away = 0;
    double appending = 0;
    for (qint64 second = 5; second < hours * 3600; second += 5) {
        for (int i = 0; i < Nodes; ++i) {
            const qint64 time = Begin + second * Second + i * 45;
            const Deltas deltas = day.answer(i, time);
            const double begun = bench::wallTime();
            history.append(time, deltas);
            appending += bench::wallTime() - begun;
        }
        if (second % 60 == 0) {
            away = random.bounded(Nodes);
            history.append(Begin + (second + 5) * Second - 100,
                           day.change(away, false, Begin + second * Second));
        } else if (second % 60 == 20) {
            history.append(Begin + (second + 5) * Second - 100,
                           day.change(away, true, Begin + second * Second));
        }
    }
    bench::sample("ours", "history.megabytes", double(history.bytes()) / 1e6 * 24 / double(hours));
    std::vector<double> took;
    for (int i = 0; i < 300; ++i)
        took.push_back(milliseconds(history, Begin + random.bounded(history.end() - Begin)));
    bench::sample("ours", "history.seek", bench::quantile(took, 0.5));
    bench::sample("ours", "history.seek.worst", bench::quantile(took, 1));
    bench::sample("ours", "history.append", appending / double(history.lastPosition()));
    return 0;
}
