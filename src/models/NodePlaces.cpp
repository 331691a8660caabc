#include "models/NodePlaces.h"

#include <algorithm>

namespace nodescope::models {

using base::NodeName;

namespace {
bool isMoreThanKnown(const cluster::Node &node)
{
    return node.state != cluster::NodeState::Known || !node.seenBy.isEmpty();
}
} // namespace

NodePlaces::NodePlaces(const cluster::Cluster &cluster)
    : m_cluster(cluster)
{
}

void NodePlaces::clear()
{
    m_entries.clear();
    m_namesakes.clear();
}

void NodePlaces::remember(const NodeName &name)
{
    if (!m_namesakes.contains(name.name(), name))
        m_namesakes.insert(name.name(), name);
}

void NodePlaces::nodeCame(const NodeName &name)
{
    remember(name);
}

void NodePlaces::nodeWent(const NodeName &name)
{
    if (!m_entries.contains(name))
        m_namesakes.remove(name.name(), name);
}

QList<NodeName> NodePlaces::hostChanged(const QString &host)
{
    QList<NodeName> touched;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it.key().host() == host) {
            touched.append(it.key());
            it = m_entries.erase(it);
        } else {
            ++it;
        }
    }
    const cluster::Host known = m_cluster.hosts().value(host);
    for (const cluster::Host::Entry &entry : known.entries) {
        // EPMD may hold names that no node can have; there is nothing to connect to.
        const auto name = NodeName::parse(QString(entry.name + u'@' + host));
        if (!name)
            continue;
        m_entries.insert(*name, {entry.port, known.epmdPort});
        remember(*name);
        touched.append(*name);
    }
    for (const NodeName &name : std::as_const(touched)) {
        if (!m_entries.contains(name) && !m_cluster.node(name))
            m_namesakes.remove(name.name(), name);
    }
    return touched;
}

bool NodePlaces::belongsToHost(const NodeName &name) const
{
    const cluster::Node *node = m_cluster.node(name);
    if (!node || node->kind == cluster::NodeKind::Self)
        return false;
    return isMoreThanKnown(*node) || !m_entries.contains(name);
}

bool NodePlaces::belongsToEpmd(const NodeName &name) const
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.constEnd())
        return false;
    const QList<NodeName> namesakes = m_namesakes.values(name.name());
    return std::none_of(namesakes.begin(), namesakes.end(), [&](const NodeName &other) {
        const cluster::Node *node = m_cluster.node(other);
        if (!node || !isMoreThanKnown(*node))
            return false;
        return other == name || (node->port != 0 && node->port == entry->port);
    });
}

QList<NodeName> NodePlaces::entriesLike(const NodeName &name) const
{
    QList<NodeName> entries = m_namesakes.values(name.name());
    entries.removeIf([&](const NodeName &other) { return other == name || !m_entries.contains(other); });
    return entries;
}

} // namespace nodescope::models
