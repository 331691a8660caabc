#include "cluster/topology/Topology.h"

#include <algorithm>

#include <QJsonArray>

namespace nodescope::cluster {

namespace {

bool isOurs(const cluster::Link &link)
{
    return link.key.contains(selfName());
}

Topology::Link oriented(const cluster::Link &link)
{
    Topology::Link one;
    one.a = isOurs(link) ? selfName() : link.key.a;
    one.b = link.key.other(one.a);
    one.aSees = link.seenFrom(one.a);
    one.bSees = link.seenFrom(one.b);
    one.link = link;
    return one;
}

QJsonObject jsonOf(const Node &node)
{
    QJsonArray seenBy;
    for (const base::NodeName &viewer : node.seenBy)
        seenBy.append(viewer.text());
    QJsonObject object{{QStringLiteral("name"), node.name.text()},
                       {QStringLiteral("kind"), identifierOf(node.kind)},
                       {QStringLiteral("state"), identifierOf(node.state)},
                       {QStringLiteral("release"), node.release},
                       {QStringLiteral("elixir"), node.elixir},
                       {QStringLiteral("hidden"), node.hidden},
                       {QStringLiteral("watched"), identifierOf(node.watched)},
                       {QStringLiteral("seen_by"), seenBy},
                       {QStringLiteral("expected"), node.expected},
                       {QStringLiteral("sightings"), sightingsToJson(node)}};
    if (node.state == NodeState::Failed)
        object.insert(QStringLiteral("cause"), identifierOf(node.cause));
    if (!node.reason.isEmpty())
        object.insert(QStringLiteral("reason"), node.reason);
    return object;
}

QJsonObject jsonOf(const Topology::Link &link)
{
    QJsonObject object{{QStringLiteral("a"), link.a.text()},
                       {QStringLiteral("b"), link.b.text()},
                       {QStringLiteral("state"), identifierOf(link.link.state)},
                       {QStringLiteral("a_sees"), identifierOf(link.aSees)},
                       {QStringLiteral("b_sees"), identifierOf(link.bSees)},
                       {QStringLiteral("hidden"), link.link.hidden}};
    if (link.link.state == LinkState::Failed)
        object.insert(QStringLiteral("cause"), identifierOf(link.cause()));
    if (!link.link.reason.isEmpty())
        object.insert(QStringLiteral("reason"), link.link.reason);
    return object;
}

} // namespace

Cause Topology::Link::cause() const
{
    if (link.state != LinkState::Failed)
        return Cause::None;
    return link.diagnosis ? link.diagnosis->cause : Cause::Unknown;
}

bool Topology::hasSelf() const
{
    return std::any_of(links.begin(), links.end(), [](const Link &link) { return link.a == selfName(); });
}

Topology topologyOf(const Cluster &cluster)
{
    Topology topology;
    const QList<Node> nodes = cluster.sortedNodes();
    for (const Node &node : nodes) {
        if (node.kind == NodeKind::Self || node.name == selfName())
            continue;
        topology.nodes.append(node);
        // What is known of a node that we do not watch comes from others: the person, EPMD, its peers.
        if (node.watched == Watched::Not)
            topology.nodes.back().watched = Watched::Hearsay;
    }
    const QList<cluster::Link> links = cluster.sortedLinks();
    for (const cluster::Link &link : links) {
        if (!isOurs(link) || link.state == LinkState::Failed)
            topology.links.append(oriented(link));
    }
    std::sort(
        topology.links.begin(), topology.links.end(),
        [](const Topology::Link &x, const Topology::Link &y) { return x.a == y.a ? x.b < y.b : x.a < y.a; });
    return topology;
}

QJsonArray sightingsToJson(const Node &node)
{
    QJsonArray sightings;
    for (const Sighting &sighting : node.sightings)
        sightings.append(QJsonObject{{QStringLiteral("kind"), identifierOf(sighting.kind)},
                                     {QStringLiteral("source"), sighting.source},
                                     {QStringLiteral("present"), sighting.present},
                                     {QStringLiteral("detail"), sighting.detail},
                                     {QStringLiteral("since"), sighting.since.toString(Qt::ISODateWithMs)}});
    return sightings;
}

QJsonObject toJson(const Topology &topology)
{
    QJsonArray nodes;
    for (const Node &node : topology.nodes)
        nodes.append(jsonOf(node));
    QJsonArray links;
    for (const Topology::Link &link : topology.links)
        links.append(jsonOf(link));
    return {{QStringLiteral("nodes"), nodes}, {QStringLiteral("links"), links}};
}

} // namespace nodescope::cluster
