// The part of Picture that keeps which source told of a node, and who is expected.

#include <algorithm>
#include <tuple>

#include "session/Picture.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

namespace {

bool isOf(const Sighting &sighting, const QString &source)
{
    return sighting.source == source;
}

/// Whether a source says that the node exists; what a profile lists or a person typed is only wanted.
bool isClaimed(const Node &node)
{
    return std::any_of(node.sightings.begin(), node.sightings.end(), [](const Sighting &sighting) {
        return sighting.present && sighting.kind != SourceKind::Profile &&
               sighting.kind != SourceKind::Person;
    });
}

bool isNamedByPerson(const Node &node)
{
    return std::any_of(node.sightings.begin(), node.sightings.end(),
                       [](const Sighting &sighting) { return sighting.kind == SourceKind::Person; });
}

} // namespace

NodeState Picture::restOf(const Node &node)
{
    return node.expected && !isClaimed(node) ? NodeState::Expected : NodeState::Known;
}

void Picture::putSighting(Node &node, Sighting sighting) const
{
    sighting.since = m_clock.wall();
    const auto old = std::find_if(node.sightings.begin(), node.sightings.end(),
                                  [&](const Sighting &one) { return isOf(one, sighting.source); });
    if (old == node.sightings.end()) {
        node.sightings.append(std::move(sighting));
        std::sort(node.sightings.begin(), node.sightings.end(), [](const Sighting &x, const Sighting &y) {
            return std::tie(x.kind, x.source) < std::tie(y.kind, y.source);
        });
        return;
    }
    // The time is since when it says so: a poll that brings the same is no news.
    if (old->present == sighting.present)
        sighting.since = old->since;
    *old = std::move(sighting);
}

void Picture::sightedByNeighbours(Node &node) const
{
    const QString source = identifierOf(SourceKind::Neighbours);
    const bool present = !node.seenBy.isEmpty();
    const bool known = std::any_of(node.sightings.begin(), node.sightings.end(),
                                   [&](const Sighting &one) { return isOf(one, source); });
    // Whom no neighbour ever listed, none of them misses.
    if (present || known)
        putSighting(node, {SourceKind::Neighbours, source, present, {}, {}});
}

void Picture::sighted(const NodeName &name, const Sighting &sighting)
{
    const Node *known = m_cluster.node(name);
    if (!known && !sighting.present)
        return;
    Node node = nodeOrNew(name);
    node.expected = m_expected.contains(name);
    putSighting(node, sighting);
    if (!known) {
        push(NodeChanged{node});
        event(EventKind::NodeDiscovered, {}, name, identifierOf(sighting.kind), sighting.source);
    }
    settle(std::move(node), !sighting.present);
}

void Picture::settle(Node node, bool mayGo)
{
    const bool resting = node.state == NodeState::Known || node.state == NodeState::Expected;
    const bool wanted = isClaimed(node) || isNamedByPerson(node) || node.expected;
    if (resting && !wanted && mayGo && m_cluster.linksOf(node.name).isEmpty()) {
        push(NodeRemoved{node.name});
        return;
    }
    if (resting)
        setState(node, restOf(node));
    push(NodeChanged{node});
}

void Picture::forgetSource(const QString &source)
{
    const QList<Node> nodes = m_cluster.nodes().values();
    for (Node node : nodes) {
        if (node.sightings.removeIf([&](const Sighting &one) { return isOf(one, source); }) > 0)
            settle(std::move(node), true);
    }
}

void Picture::setExpected(const QList<NodeName> &nodes)
{
    const QSet<NodeName> before = m_expected;
    m_expected = QSet<NodeName>(nodes.begin(), nodes.end());
    for (const NodeName &name : before) {
        const Node *known = m_cluster.node(name);
        if (m_expected.contains(name) || !known)
            continue;
        Node node = *known;
        node.expected = false;
        settle(std::move(node), true);
    }
    for (const NodeName &name : std::as_const(m_expected)) {
        const bool isNew = !m_cluster.node(name);
        Node node = nodeOrNew(name);
        node.expected = true;
        if (isNew)
            node.state = NodeState::Expected;
        settle(std::move(node), false);
    }
}

void Picture::sourceChanged(const DiscoverySource &source)
{
    push(SourceChanged{source});
}

void Picture::sourceRemoved(const QString &id)
{
    push(SourceRemoved{id});
}

} // namespace nodescope::session
