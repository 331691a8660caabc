#include "cluster/history/Differences.h"

namespace nodescope::cluster {

namespace {
void removals(const Cluster &from, const Cluster &to, Deltas &deltas)
{
    for (const Link &link : from.links()) {
        if (!to.link(link.key))
            deltas.append(LinkRemoved{link.key});
    }
    for (const Node &node : from.nodes()) {
        if (!to.node(node.name))
            deltas.append(NodeRemoved{node.name});
    }
}

/// What stood and does not any more is told by a value that knows nothing.
void figures(const Cluster &from, const Cluster &to, Deltas &deltas)
{
    for (const Figures &one : from.allFigures()) {
        if (!to.figures(one.node) && to.node(one.node)) {
            Figures none;
            none.node = one.node;
            deltas.append(FiguresChanged{none});
        }
    }
    for (const Figures &one : to.allFigures()) {
        const Figures *before = from.figures(one.node);
        if (!before || !(*before == one))
            deltas.append(FiguresChanged{one});
    }
    for (const Traffic &one : from.allTraffic()) {
        if (!to.traffic(one.key) && to.link(one.key)) {
            Traffic none;
            none.key = one.key;
            deltas.append(TrafficChanged{none});
        }
    }
    for (const Traffic &one : to.allTraffic()) {
        const Traffic *before = from.traffic(one.key);
        if (!before || !(*before == one))
            deltas.append(TrafficChanged{one});
    }
}

void changes(const Cluster &from, const Cluster &to, Deltas &deltas)
{
    for (const Node &node : to.nodes()) {
        const Node *before = from.node(node.name);
        if (!before || !(*before == node))
            deltas.append(NodeChanged{node});
    }
    for (const Link &link : to.links()) {
        const Link *before = from.link(link.key);
        if (!before || !(*before == link))
            deltas.append(LinkChanged{link});
    }
    figures(from, to, deltas);
    for (const Host &host : to.hosts()) {
        const auto before = from.hosts().constFind(host.host);
        if (before == from.hosts().constEnd() || !(*before == host))
            deltas.append(HostChanged{host});
    }
}
} // namespace

Deltas differences(const Cluster &from, const Cluster &to)
{
    Deltas deltas;
    removals(from, to, deltas);
    changes(from, to, deltas);
    if (!(from.session() == to.session()))
        deltas.append(SessionChanged{to.session()});
    return deltas;
}

} // namespace nodescope::cluster
