// The part of Picture that keeps attempts that one node makes for us, and what a person dismissed.

#include "session/Picture.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

void Picture::pairStarted(const NodeName &a, const NodeName &b)
{
    discover(a);
    discover(b);
    const LinkKey key(a, b);
    const Link *known = m_cluster.link(key);
    Link link = known ? *known : Link();
    link.key = key;
    storeLink(std::move(link), LinkState::Connecting);
}

void Picture::pairFailed(const NodeName &a, const NodeName &b, const Diagnosis &diagnosis)
{
    const LinkKey key(a, b);
    const Link *known = m_cluster.link(key);
    Link link = known ? *known : Link();
    link.key = key;
    link.diagnosis = std::make_shared<const Diagnosis>(diagnosis);
    ++link.failures;
    storeLink(std::move(link), LinkState::Failed);
    event(EventKind::ConnectFailed, a, b, identifierOf(diagnosis.cause), diagnosis.detail);
}

void Picture::pairSucceeded(const NodeName &a, const NodeName &b)
{
    const bool hidden = view(a, b).hidden;
    nodeUp(a, PeerSeen{b, hidden});
    refreshLink(a, b, {});
}

void Picture::dismissPair(const NodeName &a, const NodeName &b)
{
    const LinkKey key(a, b);
    const Link *link = m_cluster.link(key);
    if (!link || link->state == LinkState::Up || link->state == LinkState::OneSided)
        return;
    push(LinkRemoved{key});
    const NodeName &other = key.other(selfName());
    if (!key.contains(selfName()))
        return;
    Node node = nodeOrNew(other);
    if (node.state == NodeState::Failed) {
        setState(node, isReported(other) ? NodeState::Reported : restOf(node));
        node.cause = Cause::None;
        push(NodeChanged{node});
    }
}

void Picture::dismissNode(const NodeName &name)
{
    const Node *node = m_cluster.node(name);
    if (!node || node->kind == NodeKind::Self || !node->ourNameThere.isEmpty() || isReported(name))
        return;
    m_everConnected.remove(name);
    if (node->expected) {
        // Off the picture it cannot be: it is missed.
        Node missed = *node;
        setState(missed, NodeState::Expected);
        settle(std::move(missed), false);
        return;
    }
    push(NodeRemoved{name});
}

} // namespace nodescope::session
