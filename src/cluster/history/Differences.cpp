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
