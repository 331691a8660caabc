// The part of LiveSession that dials, follows what nodes see, and asks for their figures.

#include <algorithm>

#include "doctor/DialVerdict.h"
#include "doctor/ladder/PeerFactsOf.h"
#include "session/LiveSession.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

namespace {

constexpr int MaxFigureSeconds = 3600;
constexpr int MaxRetryDelay = 15000; // ms

/// What OTP itself would call it, so that our word stands beside those of other nodes.
QString erlangReason(const dist::link_down::Reason &reason)
{
    using namespace dist::link_down;
    if (std::holds_alternative<PeerSilent>(reason))
        return QStringLiteral("net_tick_timeout");
    if (std::holds_alternative<ClosedByUs>(reason))
        return QStringLiteral("disconnect");
    if (std::holds_alternative<PeerBrokeProtocol>(reason))
        return QStringLiteral("protocol_error");
    return QStringLiteral("connection_closed");
}

} // namespace

// ---- Attempts of ours ----

void LiveSession::enqueueDial(const NodeName &name)
{
    Peer &target = peer(name);
    if (target.attempt != 0 || m_self.isConnected(name) ||
        std::find(m_queue.begin(), m_queue.end(), name) != m_queue.end())
        return;
    m_queue.push_back(name);
    dialNext();
}

void LiveSession::dialNext()
{
    while (m_running < m_settings.maxAttempts && !m_queue.empty()) {
        const NodeName name = m_queue.front();
        m_queue.pop_front();
        Peer &target = peer(name);
        if (!target.wanted || m_self.isConnected(name))
            continue;
        if (!target.missing)
            m_picture.attemptStarted(name, target.lost && m_picture.isLost(name));
        dist::DialOptions options;
        options.epmdPort = target.epmdPort;
        if (m_settings.distPort != 0)
            options.address = {name.host(), m_settings.distPort};
        if (!target.cookie.isNull())
            options.cookie = target.cookie;
        options.tls = target.tls ? target.tls : m_settings.tls;
        ++m_running;
        target.attempt = m_self.dial(name, options);
    }
    publishSoon();
}

void LiveSession::onDialFinished(const dist::DialReport &report)
{
    Peer &target = peer(report.target);
    if (target.attempt != report.id)
        return; // a probe, or a pair's
    target.attempt = 0;
    --m_running;
    const Diagnosis diagnosis = doctor::diagnose(report);
    if (report.registration)
        m_picture.known(report.target, report.registration->port);
    if (!diagnosis.ok()) {
        const Node *node = m_picture.cluster().node(report.target);
        const bool visitor = target.byUs && diagnosis.cause == Cause::NotRegistered && node && node->hidden;
        target.refused = !isAbsence(diagnosis.cause);
        // That it is not there any more, the end of our link has said; others may not know it yet. One that
        // is there and says nothing is news.
        const bool gone = target.lost && !target.refused && diagnosis.cause != Cause::PeerSilent &&
                          m_picture.isLost(report.target);
        if (target.missing != diagnosis.cause)
            m_picture.attemptFailed(report.target, diagnosis, visitor || gone);
        m_picture.toldKind(report.target, doctor::kindTold(report));
        // Whether it is gone, frozen or cut off: it may come back, and nobody else need have noticed either.
        if (isAwaited(report.target) && !target.refused) {
            if (target.lost && !gone)
                target.missing = diagnosis.cause;
            retryLater(report.target);
        }
    }
    Q_EMIT attemptFinished(diagnosis);
    dialNext();
}

void LiveSession::onLinkUp(const dist::LinkInfo &link)
{
    Peer &known = peer(link.peer);
    known.wanted = true;
    known.retries = 0;
    known.lost = false;
    known.missing.reset();
    m_picture.connected(link.peer, link.handshake.ownName.text(),
                        link.incoming ? quint16(0) : link.endpoints.peerPort, link.tls.has_value());
    watch(link.peer);
    publishSoon();
}

void LiveSession::onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason)
{
    m_unsettled.remove(link.peer);
    m_unidentified.remove(link.peer);
    m_figures.remove(link.peer);
    if (NodeWatch *watch = m_watches.take(link.peer)) {
        watch->disconnect(this);
        watch->deleteLater();
    }
    m_picture.disconnected(link.peer, erlangReason(reason));
    if (Peer &target = peer(link.peer); target.wanted && m_settings.reconnect) {
        target.lost = true;
        retryLater(link.peer);
    }
    publishSoon();
}

bool LiveSession::isAwaited(const NodeName &name)
{
    const Node *node = m_picture.cluster().node(name);
    return m_settings.reconnect && (peer(name).lost || (node && node->state == NodeState::Down));
}

void LiveSession::retryLater(const NodeName &name)
{
    Peer &target = peer(name);
    const int delay = qMin(500 << qMin(target.retries, 5), MaxRetryDelay);
    ++target.retries;
    QTimer::singleShot(delay, this, [this, name] {
        if (peer(name).wanted && isAwaited(name))
            enqueueDial(name);
    });
}

// ---- Watching ----

void LiveSession::watch(const NodeName &name)
{
    auto *watch = new NodeWatch(m_self, name, this);
    m_watches.insert(name, watch);
    m_unsettled.insert(name);
    m_unidentified.insert(name);
    connect(watch, &NodeWatch::identified, this, [this, name](const Identity &identity) {
        m_unidentified.remove(name);
        m_picture.identified(name, identity);
        m_figures.add(name);
        publishSoon();
    });
    connect(watch, &NodeWatch::watching, this, [this, name](Watched how) { onWatching(name, how); });
    connect(watch, &NodeWatch::listed, this,
            [this, name](const QList<PeerSeen> &peers) { onListed(name, peers); });
    connect(watch, &NodeWatch::nodeUp, this, [this, name](const PeerSeen &peer) { onNodeUp(name, peer); });
    connect(watch, &NodeWatch::nodeDown, this, [this, name](const NodeName &peer, const QString &reason) {
        m_picture.nodeDown(name, peer, reason);
        publishSoon();
    });
    watch->start();
}

void LiveSession::onWatching(const NodeName &name, Watched how)
{
    m_picture.watching(name, how);
    if (how == Watched::Hearsay)
        m_unsettled.remove(name);
    publishSoon();
}

void LiveSession::onListed(const NodeName &viewer, const QList<PeerSeen> &peers)
{
    m_picture.listed(viewer, peers);
    m_unsettled.remove(viewer);
    for (const PeerSeen &seen : peers)
        follow(viewer, seen);
    publishSoon();
}

void LiveSession::onNodeUp(const NodeName &viewer, const PeerSeen &peer)
{
    m_picture.nodeUp(viewer, peer);
    follow(viewer, peer);
    publishSoon();
}

void LiveSession::follow(const NodeName &viewer, const PeerSeen &seen)
{
    const std::optional<dist::LinkInfo> link = m_self.linkTo(viewer);
    const bool ourselves = link && link->handshake.ownName == seen.name;
    if (!m_follow || ourselves || m_self.isConnected(seen.name))
        return;
    const bool known = m_peers.contains(seen.name);
    Peer &target = peer(seen.name);
    if (target.refused || (known && !target.wanted))
        return;
    if (!known) {
        target.byUs = true;
        target.cookie = peer(viewer).cookie;
        target.epmdPort = peer(viewer).epmdPort;
        target.tls = peer(viewer).tls;
        target.tlsFile = peer(viewer).tlsFile;
    }
    target.wanted = true;
    target.retries = 0;
    enqueueDial(seen.name);
}

// ---- Figures ----

void LiveSession::obey(const SetFigureInterval &intent)
{
    m_info.figureSeconds = std::clamp(intent.seconds, 0, MaxFigureSeconds);
    m_figures.setInterval(std::chrono::seconds(m_info.figureSeconds));
    m_picture.sessionChanged(m_info);
    // What nobody asks for any more would only grow old.
    if (m_info.figureSeconds == 0)
        m_picture.forgetFigures();
}

void LiveSession::onFigures(const NodeName &node, const FigureAnswer &answer)
{
    m_picture.figuresTold(node, answer);
    if (const std::optional<dist::LinkMeasure> ours = m_self.measureOf(node)) {
        EndTraffic end;
        end.time = m_clock.wall();
        end.at = m_clock.now();
        end.packetsIn = ours->counters.packetsIn;
        end.packetsOut = ours->counters.packetsOut;
        end.bytesIn = ours->counters.bytesIn;
        end.bytesOut = ours->counters.bytesOut;
        end.bytesHeld = quint64(ours->writeQueue);
        m_picture.countedHere(node, end);
    }
    publishSoon();
}

} // namespace nodescope::session
