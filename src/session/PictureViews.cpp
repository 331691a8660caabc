// The part of Picture that keeps what each node says of its own connections, and what follows for nodes and
// links.

#include <algorithm>

#include "session/Picture.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

bool Picture::isUs(const NodeName &viewer, const NodeName &peer) const
{
    const Node *node = m_cluster.node(viewer);
    return node && !node->ourNameThere.isEmpty() && node->ourNameThere == peer.text();
}

Picture::View Picture::view(const NodeName &viewer, const NodeName &peer) const
{
    const auto views = m_views.constFind(viewer);
    return views == m_views.constEnd() ? View() : views->value(peer);
}

void Picture::setView(const NodeName &viewer, const PeerSeen &peer, EndView seen)
{
    m_views[viewer].insert(peer.name, View{seen, peer.hidden});
}

void Picture::listed(const NodeName &viewer, const QList<PeerSeen> &peers)
{
    // The first list says what was there already; in a later one (of a poll) a new name is news.
    const bool isFirst = !m_views.contains(viewer);
    m_views[viewer];
    QSet<NodeName> present;
    for (const PeerSeen &peer : peers) {
        if (isUs(viewer, peer.name) || peer.name == viewer)
            continue;
        present.insert(peer.name);
        if (!isFirst && view(viewer, peer.name).seen != EndView::Up) {
            nodeUp(viewer, peer);
            continue;
        }
        setView(viewer, peer, EndView::Up);
        discover(peer.name, identifierOf(SourceKind::Neighbours));
        refreshNode(peer.name, {});
        refreshLink(viewer, peer.name, {});
    }
    const QList<NodeName> before = m_views.value(viewer).keys();
    for (const NodeName &peer : before) {
        if (!present.contains(peer) && view(viewer, peer).seen == EndView::Up)
            nodeDown(viewer, peer, QStringLiteral("unlisted"));
    }
    // This node has now said what it sees: of the others that claim a link to it, it sees none.
    const QList<Link> links = m_cluster.linksOf(viewer);
    for (const Link &link : links) {
        const NodeName &peer = link.key.other(viewer);
        if (peer != selfName() && !present.contains(peer) && view(viewer, peer).seen == EndView::Unknown) {
            setView(viewer, PeerSeen{peer, false}, EndView::Absent);
            refreshLink(viewer, peer, {});
        }
    }
}

void Picture::nodeUp(const NodeName &viewer, const PeerSeen &peer)
{
    if (isUs(viewer, peer.name) || view(viewer, peer.name).seen == EndView::Up)
        return;
    setView(viewer, peer, EndView::Up);
    discover(peer.name, identifierOf(SourceKind::Neighbours));
    event(EventKind::NodeUp, viewer, peer.name,
          peer.hidden ? QStringLiteral("hidden") : QStringLiteral("visible"));
    refreshNode(peer.name, {});
    refreshLink(viewer, peer.name, {});
}

void Picture::nodeDown(const NodeName &viewer, const NodeName &peer, const QString &reason)
{
    if (isUs(viewer, peer) || view(viewer, peer).seen != EndView::Up)
        return;
    setView(viewer, PeerSeen{peer, view(viewer, peer).hidden}, EndView::Absent);
    event(EventKind::NodeDown, viewer, peer, reason);
    refreshLink(viewer, peer, reason);
    // A connection that comes back counts from nothing.
    counted(viewer, peer, {});
    refreshNode(peer, reason);
}

void Picture::forgetViews(const NodeName &viewer)
{
    const QHash<NodeName, View> views = m_views.take(viewer);
    for (auto it = views.constBegin(); it != views.constEnd(); ++it) {
        if (it->seen == EndView::Up) {
            refreshLink(viewer, it.key(), QStringLiteral("unwatched"));
            refreshNode(it.key(), QStringLiteral("unwatched"));
        }
    }
}

QList<NodeName> Picture::peersOf(const NodeName &viewer) const
{
    QList<NodeName> peers;
    const QHash<NodeName, View> views = m_views.value(viewer);
    for (auto it = views.constBegin(); it != views.constEnd(); ++it) {
        if (it->seen == EndView::Up)
            peers.append(it.key());
    }
    return peers;
}

QList<NodeName> Picture::viewersOf(const NodeName &name) const
{
    QList<NodeName> viewers;
    for (auto it = m_views.constBegin(); it != m_views.constEnd(); ++it) {
        if (it->value(name).seen == EndView::Up)
            viewers.append(it.key());
    }
    std::sort(viewers.begin(), viewers.end());
    return viewers;
}

bool Picture::isReported(const NodeName &name) const
{
    return std::any_of(m_views.begin(), m_views.end(), [&](const QHash<NodeName, View> &views) {
        return views.value(name).seen == EndView::Up;
    });
}

bool Picture::isLost(const NodeName &name) const
{
    const Link *ours = m_cluster.link(LinkKey(selfName(), name));
    return ours && ours->state == LinkState::Down;
}

void Picture::refreshNode(const NodeName &name, const QString &reason)
{
    const Node *known = m_cluster.node(name);
    if (!known)
        return;
    Node node = *known;
    node.seenBy = viewersOf(name);
    sightedByNeighbours(node);
    for (const NodeName &viewer : std::as_const(node.seenBy)) {
        const Node *teller = m_cluster.node(viewer);
        // To a hidden node every peer looks hidden: its word does not count here.
        if (view(viewer, name).hidden && teller && !teller->hidden && teller->kind != NodeKind::Unknown)
            node.hidden = true;
    }
    const bool ours = !node.ourNameThere.isEmpty() || node.state == NodeState::Connecting;
    if (!ours && !node.seenBy.isEmpty()) {
        if (node.state != NodeState::Failed)
            setState(node, NodeState::Reported);
        node.watched = Watched::Hearsay;
        // Others see it, and we lost it: then it matters why.
        node.reason = isLost(name) ? m_cluster.link(LinkKey(selfName(), name))->reason : QString();
    } else if (!ours && (node.state == NodeState::Up || node.state == NodeState::Frozen ||
                         node.state == NodeState::Reported)) {
        if (!m_everConnected.contains(name) && node.hidden) {
            // A visitor under a dynamic name: nobody will meet it under that name again.
            push(NodeRemoved{name});
            return;
        }
        setState(node, NodeState::Down);
        node.watched = Watched::Not;
        node.reason = reason;
    }
    push(NodeChanged{node});
}

void Picture::refreshLink(const NodeName &x, const NodeName &y, const QString &reason)
{
    if (x == y)
        return;
    const LinkKey key(x, y);
    const View a = view(key.a, key.b);
    const View b = view(key.b, key.a);
    const Link *known = m_cluster.link(key);
    Link link = known ? *known : Link();
    link.key = key;
    link.aSees = a.seen;
    link.bSees = b.seen;
    link.hidden = a.seen == EndView::Up || b.seen == EndView::Up
                      ? (a.seen == EndView::Up && a.hidden) || (b.seen == EndView::Up && b.hidden)
                      : link.hidden;
    LinkState state = stateFromEnds(a.seen, b.seen);
    if (state == LinkState::Down && !known)
        return;
    // A failed attempt stays on show until it is repaired or dismissed.
    if (state == LinkState::Down && known->state == LinkState::Failed)
        state = LinkState::Failed;
    if (state == LinkState::Up || state == LinkState::OneSided) {
        link.failures = 0;
        link.diagnosis.reset();
        link.reason.clear();
    } else if (!reason.isEmpty()) {
        link.reason = reason;
    }
    storeLink(std::move(link), state);
}

} // namespace nodescope::session
