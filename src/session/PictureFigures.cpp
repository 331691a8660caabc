// The part of Picture that keeps figures and counters.

#include "session/Picture.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

void Picture::figuresTold(const NodeName &node, const FigureAnswer &answer)
{
    Figures figures;
    figures.node = node;
    figures.time = m_clock.wall();
    figures.at = m_clock.now();
    figures.processes = answer.processes;
    figures.memory = answer.memory;
    figures.runQueue = answer.runQueue;
    figures.reductions = answer.reductions;
    figures.uptime = answer.uptime;
    push(FiguresChanged{figures});
    for (const PeerCount &peer : answer.peers) {
        EndTraffic end;
        end.time = figures.time;
        end.at = figures.at;
        end.packetsIn = peer.packetsIn;
        end.packetsOut = peer.packetsOut;
        end.bytesIn = peer.bytesIn;
        end.bytesOut = peer.bytesOut;
        end.bytesHeld = peer.bytesHeld;
        counted(node, isUs(node, peer.peer) ? selfName() : peer.peer, end);
    }
}

void Picture::countedHere(const NodeName &node, const EndTraffic &end)
{
    counted(selfName(), node, end);
}

void Picture::counted(const NodeName &end, const NodeName &other, const EndTraffic &counted)
{
    if (end == other)
        return;
    const LinkKey key(end, other);
    // What is not drawn is not kept: a visitor under a dynamic name, a link that went down meanwhile.
    const Link *link = m_cluster.link(key);
    if (!link || (counted.isKnown() && link->seenFrom(end) != EndView::Up))
        return;
    const Traffic *known = m_cluster.traffic(key);
    Traffic traffic = known ? *known : Traffic();
    traffic.key = key;
    (end == key.a ? traffic.a : traffic.b) = counted;
    push(TrafficChanged{traffic});
}

void Picture::forgetFigures(const NodeName &node)
{
    Figures nothing;
    nothing.node = node;
    push(FiguresChanged{nothing});
    const QList<Link> links = m_cluster.linksOf(node);
    for (const Link &link : links)
        counted(node, link.key.other(node), {});
}

void Picture::forgetFigures()
{
    const QList<NodeName> nodes = m_cluster.allFigures().keys();
    for (const NodeName &node : nodes)
        forgetFigures(node);
    const QList<LinkKey> keys = m_cluster.allTraffic().keys();
    for (const LinkKey &key : keys) {
        Traffic nothing;
        nothing.key = key;
        push(TrafficChanged{nothing});
    }
}

} // namespace nodescope::session
