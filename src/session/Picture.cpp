#include "session/Picture.h"

#include <utility>

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
                    const QString &detail, Certainty certainty)
{
    Event event;
    event.kind = kind;
    event.time = m_clock.wall();
    event.at = m_clock.now();
    event.source = source;
    event.node = node;
    event.reason = reason;
    event.detail = detail;
    event.certainty = certainty;
    push(EventHappened{event});
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

// ---- What happens to us ----

void Picture::known(const NodeName &name, quint16 port)
{
    discover(name);
    Node node = nodeOrNew(name);
    if (port != 0)
        node.port = port;
    push(NodeChanged{node});
}

void Picture::toldKind(const NodeName &name, NodeKind kind)
{
    Node node = nodeOrNew(name);
    if (node.kind != NodeKind::Unknown || kind == NodeKind::Unknown)
        return;
    node.kind = kind;
    push(NodeChanged{node});
}

void Picture::attemptStarted(const NodeName &name, bool quiet)
{
    ensureSelf();
    discover(name);
    Node node = nodeOrNew(name);
    // A node that fell out keeps saying so while we try to reach it again.
    if (node.state != NodeState::Down && !quiet) {
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
    node.certainty = diagnosis.certainty;
    node.watched = isReported(name) ? Watched::Hearsay : Watched::Not;
    push(NodeChanged{node});
    setSelfLink(name, LinkState::Failed, std::make_shared<const Diagnosis>(diagnosis), {});
    event(EventKind::ConnectFailed, selfName(), name, identifierOf(diagnosis.cause), diagnosis.detail,
          diagnosis.certainty);
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
