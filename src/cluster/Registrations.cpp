#include "cluster/Registrations.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace nodescope::cluster {

using base::NodeName;

namespace {

/// That it was merely sighted by such a name proves nothing: who listed EPMD's names made it up from the
/// address.
bool answersTo(const Node &node)
{
    return node.kind != NodeKind::Self && node.state != NodeState::Failed &&
           (node.state != NodeState::Known || !node.seenBy.isEmpty());
}

bool isEntry(const Node &node, const Host::Entry &entry)
{
    return node.port != 0 && node.port == entry.port && node.name.name() == entry.name;
}

const Host::Entry *entryNamed(const Host &host, const QString &name)
{
    const auto found = std::find_if(host.entries.cbegin(), host.entries.cend(),
                                    [&](const Host::Entry &entry) { return entry.name == name; });
    return found == host.entries.cend() ? nullptr : &*found;
}

/// The nodes that are entries of that EPMD: connected ones first, and by their names.
QList<const Node *> nodesOf(const Cluster &cluster, const Host &host)
{
    QList<const Node *> nodes;
    for (const Node &node : cluster.nodes()) {
        const Host::Entry *entry = entryNamed(host, node.name.name());
        if (entry && answersTo(node) && isEntry(node, *entry))
            nodes.append(&node);
    }
    std::sort(nodes.begin(), nodes.end(), [](const Node *a, const Node *b) {
        const bool aUp = a->state == NodeState::Up;
        const bool bUp = b->state == NodeState::Up;
        return aUp != bUp ? aUp : a->name < b->name;
    });
    return nodes;
}

} // namespace

const Host *registrarOf(const Cluster &cluster, const NodeName &name)
{
    const auto own = cluster.hosts().constFind(name.host());
    if (own != cluster.hosts().cend() && entryNamed(*own, name.name()))
        return &*own;
    const Node *node = cluster.node(name);
    for (const Host &host : cluster.hosts()) {
        const Host::Entry *entry = entryNamed(host, name.name());
        if (!entry)
            continue;
        if ((node && isEntry(*node, *entry)) || hostFormsOf(cluster, host).contains(name.host()))
            return &host;
    }
    return nullptr;
}

quint16 registeredPortOf(const Cluster &cluster, const NodeName &node)
{
    const Host *registrar = registrarOf(cluster, node);
    const Host::Entry *entry = registrar ? entryNamed(*registrar, node.name()) : nullptr;
    return entry ? entry->port : quint16(0);
}

QStringList hostFormsOf(const Cluster &cluster, const Host &host)
{
    QStringList forms;
    const QList<const Node *> nodes = nodesOf(cluster, host);
    for (const Node *node : nodes) {
        if (!forms.contains(node->name.host()))
            forms.append(node->name.host());
    }
    return forms;
}

NodeName nodeOf(const Cluster &cluster, const Host &host, const Host::Entry &entry)
{
    const QList<const Node *> nodes = nodesOf(cluster, host);
    const auto itself =
        std::find_if(nodes.cbegin(), nodes.cend(), [&](const Node *node) { return isEntry(*node, entry); });
    if (itself != nodes.cend())
        return (*itself)->name;
    const QString form = nodes.isEmpty() ? host.host : nodes.constFirst()->name.host();
    return NodeName::parse(QString(entry.name + u'@' + form)).value_or(NodeName());
}

NodeName nodeListedAs(const Cluster &cluster, const NodeName &listed)
{
    const auto host = cluster.hosts().constFind(listed.host());
    const Host::Entry *entry = host == cluster.hosts().cend() ? nullptr : entryNamed(*host, listed.name());
    return entry ? nodeOf(cluster, *host, *entry) : listed;
}

bool canBeDialled(const Cluster &cluster, const Node &node)
{
    return !node.hidden || node.port != 0 || registrarOf(cluster, node.name);
}

QList<NodeName> nodesToOffer(const Cluster &cluster)
{
    const auto rank = [&cluster](const Node &node) {
        if (!canBeDialled(cluster, node))
            return 2;
        return node.state == NodeState::Up ? 0 : 1;
    };
    std::vector<std::pair<int, NodeName>> ranked;
    for (const Node &node : cluster.nodes()) {
        if (node.kind != NodeKind::Self)
            ranked.emplace_back(rank(node), node.name);
    }
    std::sort(ranked.begin(), ranked.end());
    QList<NodeName> names;
    for (const auto &[_, name] : ranked)
        names.append(name);
    return names;
}

} // namespace nodescope::cluster
