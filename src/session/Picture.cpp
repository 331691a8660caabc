#include "session/Picture.h"

#include <algorithm>

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

Picture::Picture(const base::Clock &clock)
    : m_clock(clock)
{
}

Deltas Picture::take()
{
    return std::exchange(m_pending, {});
}

void Picture::push(Delta delta)
{
    const bool transient =
        isMoment(delta) || std::holds_alternative<IntentFailed>(delta) ||
        std::holds_alternative<VisitChanged>(delta) || std::holds_alternative<ErrandChanged>(delta) ||
        std::holds_alternative<HandshakeChanged>(delta) || std::holds_alternative<CookieShown>(delta);
    // Moments are kept by whoever shows them; here they would only cost memory.
    if (transient || m_cluster.apply(delta) != Cluster::Effect::Nothing)
        m_pending.append(std::move(delta));
}

Node Picture::nodeOrNew(const NodeName &name) const
{
    if (const Node *known = m_cluster.node(name))
        return *known;
    Node node;
    node.name = name;
    node.since = m_clock.wall();
    node.expected = m_expected.contains(name);
    return node;
}

void Picture::setState(Node &node, NodeState state)
{
    if (node.state == state)
        return;
    node.state = state;
    node.since = m_clock.wall();
}

void Picture::ensureSelf()
{
    if (m_cluster.node(selfName()))
        return;
    Node self = nodeOrNew(selfName());
    self.kind = NodeKind::Self;
    self.state = NodeState::Up;
    self.hidden = true;
    push(NodeChanged{self});
}

void Picture::discover(const NodeName &name, const QString &source)
{
    if (m_cluster.node(name))
        return;
    push(NodeChanged{nodeOrNew(name)});
    event(EventKind::NodeDiscovered, {}, name, source);
}

void Picture::event(EventKind kind, const NodeName &source, const NodeName &node, const QString &reason,
                    const QString &detail)
{
    Event event;
    event.kind = kind;
    event.time = m_clock.wall();
    event.at = m_clock.now();
    event.source = source;
    event.node = node;
    event.reason = reason;
    event.detail = detail;
    push(EventHappened{event});
}

// ---- What happens to us ----

void Picture::known(const NodeName &name, quint16 port)
{
    discover(name);
    Node node = nodeOrNew(name);
    if (port != 0)
        node.port = port;
    push(NodeChanged{node});
}

void Picture::attemptStarted(const NodeName &name)
{
    ensureSelf();
    discover(name);
    Node node = nodeOrNew(name);
    // A node that fell out keeps saying so while we try to reach it again.
    if (node.state != NodeState::Down) {
        setState(node, NodeState::Connecting);
        node.cause = Cause::None;
        push(NodeChanged{node});
        setSelfLink(name, LinkState::Connecting, nullptr, {});
    }
}

void Picture::attemptFailed(const NodeName &name, const Diagnosis &diagnosis, bool quiet)
{
    ensureSelf();
    Node node = nodeOrNew(name);
    const LinkKey key(selfName(), name);
    if (quiet || node.state == NodeState::Down) {
        if (node.state == NodeState::Connecting)
            setState(node, isReported(name) ? NodeState::Reported : restOf(node));
        if (isReported(name))
            node.watched = Watched::Hearsay;
        push(NodeChanged{node});
        const Link *link = m_cluster.link(key);
        if (link && link->state == LinkState::Connecting)
            push(LinkRemoved{key});
        return;
    }
    setState(node, NodeState::Failed);
    node.cause = diagnosis.cause;
    node.watched = isReported(name) ? Watched::Hearsay : Watched::Not;
    push(NodeChanged{node});
    setSelfLink(name, LinkState::Failed, std::make_shared<const Diagnosis>(diagnosis), {});
    event(EventKind::ConnectFailed, selfName(), name, identifierOf(diagnosis.cause), diagnosis.detail);
}

void Picture::connected(const NodeName &name, const QString &ourNameThere, quint16 port, bool tls)
{
    ensureSelf();
    discover(name);
    Node node = nodeOrNew(name);
    setState(node, NodeState::Up);
    node.cause = Cause::None;
    node.reason.clear();
    node.ourNameThere = ourNameThere;
    if (port != 0)
        node.port = port;
    push(NodeChanged{node});
    m_everConnected.insert(name);
    setSelfLink(name, LinkState::Up, nullptr, {});
    if (const Link *link = m_cluster.link(LinkKey(selfName(), name)); link && link->tls != tls) {
        Link changed = *link;
        changed.tls = tls;
        push(LinkChanged{changed});
    }
    // Earlier reports may have listed us under the name that we only now know to be ours.
    if (const auto ours = NodeName::parse(ourNameThere); ours && m_cluster.node(*ours))
        push(NodeRemoved{*ours});
}

void Picture::disconnected(const NodeName &name, const QString &reason)
{
    Node node = nodeOrNew(name);
    node.ourNameThere.clear();
    node.watched = Watched::Not;
    node.reason = reason;
    push(NodeChanged{node});
    setSelfLink(name, LinkState::Down, nullptr, reason);
    event(EventKind::NodeDown, selfName(), name, reason);
    forgetViews(name);
    forgetFigures(name);
    counted(selfName(), name, {});
    refreshNode(name, reason);
}

void Picture::identified(const NodeName &name, const Identity &identity)
{
    Node node = nodeOrNew(name);
    node.kind = identity.kind;
    node.release = identity.release;
    node.elixir = identity.elixir;
    node.preventsPartitions = identity.preventsPartitions;
    node.hidden = node.hidden || identity.hidden;
    push(NodeChanged{node});
    // Whether a peer is hidden depends on whether its viewer is.
    const QList<NodeName> peers = peersOf(name);
    for (const NodeName &peer : peers)
        refreshNode(peer, {});
}

void Picture::watching(const NodeName &name, Watched how)
{
    Node node = nodeOrNew(name);
    if (node.watched == how)
        return;
    node.watched = how;
    push(NodeChanged{node});
    event(EventKind::WatchStarted, {}, name, identifierOf(how));
}

void Picture::frozen(const NodeName &name, bool isFrozen)
{
    Node node = nodeOrNew(name);
    if (node.state == NodeState::Up && isFrozen)
        setState(node, NodeState::Frozen);
    else if (node.state == NodeState::Frozen && !isFrozen)
        setState(node, NodeState::Up);
    push(NodeChanged{node});
}

// ---- What a node says ----

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
        node.reason.clear();
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

void Picture::storeLink(Link link, LinkState state)
{
    const Link *known = m_cluster.link(link.key);
    if (!known || known->state != state)
        link.since = m_clock.wall();
    link.state = state;
    push(LinkChanged{link});
}

void Picture::setSelfLink(const NodeName &name, LinkState state, std::shared_ptr<const Diagnosis> diagnosis,
                          const QString &reason)
{
    const LinkKey key(selfName(), name);
    const Link *known = m_cluster.link(key);
    Link link = known ? *known : Link();
    link.key = key;
    link.hidden = true;
    const EndView ours = state == LinkState::Up           ? EndView::Up
                         : state == LinkState::Connecting ? EndView::Pending
                                                          : EndView::Absent;
    const EndView theirs = state == LinkState::Up ? EndView::Up : EndView::Unknown;
    link.aSees = key.a == selfName() ? ours : theirs;
    link.bSees = key.a == selfName() ? theirs : ours;
    link.reason = reason;
    link.failures = state == LinkState::Failed ? link.failures + 1
                    : state == LinkState::Up   ? 0
                                               : link.failures;
    if (diagnosis || state == LinkState::Up)
        link.diagnosis = std::move(diagnosis);
    storeLink(std::move(link), state);
}

// ---- Figures and counters ----

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

// ---- Attempts that one node makes for us ----

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

// ---- The rest ----

void Picture::hostListed(const Host &host)
{
    push(HostChanged{host});
}

void Picture::examinationChanged(const Examination &examination)
{
    push(ExaminationChanged{examination});
}

void Picture::sessionChanged(const SessionInfo &info)
{
    push(SessionChanged{info});
}

void Picture::lintChanged(const LintReport &report)
{
    push(LintChanged{report});
}

void Picture::postChanged(const Post &post)
{
    push(PostChanged{post});
}

void Picture::handshakeChanged(const HandshakeRecord &record)
{
    push(HandshakeChanged{record});
}

void Picture::cookieShown(quint64 handshake, const base::Secret &cookie)
{
    push(CookieShown{handshake, cookie});
}

void Picture::visitChanged(const Visit &visit)
{
    push(VisitChanged{visit});
}

void Picture::errandChanged(const ErrandReport &report)
{
    push(ErrandChanged{report});
}

void Picture::intentFailed(const QString &reason, const QString &detail)
{
    push(IntentFailed{reason, detail});
}

} // namespace nodescope::session
