#include "widgets/connect/EpmdPorts.h"

#include "cluster/Registrations.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;

EpmdPorts::EpmdPorts(const ClusterStore &store, const RecentNodes &recent, quint16 usualPort)
    : m_store(store)
    , m_recent(recent)
    , m_usualPort(usualPort)
{
}

void EpmdPorts::follow(const Intent &intent)
{
    if (const auto *dial = std::get_if<ConnectToNode>(&intent); dial && dial->epmdPort) {
        m_tried.insert(dial->node, *dial->epmdPort);
    } else if (const auto *open = std::get_if<OpenProfile>(&intent)) {
        const quint16 port = open->profile.epmdPort.value_or(m_usualPort);
        for (const NodeName &node : open->profile.entry)
            m_tried.insert(node, port);
    }
}

EpmdPorts::Place EpmdPorts::placeOf(const NodeName &node) const
{
    if (const auto place = knownPlaceOf(node))
        return *place;
    // A node that others led to was asked for where they are registered.
    if (const Node *known = m_store.cluster().node(node)) {
        for (const NodeName &viewer : known->seenBy) {
            if (const auto place = knownPlaceOf(viewer))
                return {node.host(), place->port};
        }
    }
    return {node.host(), m_usualPort};
}

std::optional<EpmdPorts::Place> EpmdPorts::knownPlaceOf(const NodeName &node) const
{
    const Cluster &cluster = m_store.cluster();
    const Host *registrar = registrarOf(cluster, node);
    const auto tried = m_tried.constFind(node);
    if (tried != m_tried.cend() && (!registrar || registrar->epmdPort != *tried))
        return Place{node.host(), *tried};
    const Node *known = cluster.node(node);
    const SessionInfo &session = cluster.session();
    if (known && known->kind == NodeKind::Practice && session.practiceEpmdPort != 0)
        return Place{node.host(), session.practiceEpmdPort};
    if (registrar)
        return Place{registrar->host, registrar->epmdPort};
    const QList<RecentNodes::Entry> recent = m_recent.entries();
    for (const RecentNodes::Entry &entry : recent) {
        if (entry.node == node && entry.epmdPort != 0)
            return Place{node.host(), entry.epmdPort};
    }
    return std::nullopt;
}

} // namespace nodescope::widgets
