#include "session/LiveSession.h"

#include <algorithm>

#include "base/Logging.h"
#include "dist/tls/TlsOptionFile.h"
#include "doctor/DialVerdict.h"
#include "doctor/pairs/PairExamination.h"
#include "session/Comparison.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;
using dist::CallResult;
using term::Term;

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

bool isAbsence(Cause cause)
{
    return cause == Cause::NotRegistered || cause == Cause::EpmdUnreachable ||
           cause == Cause::DistPortBlocked || cause == Cause::StalePort || cause == Cause::PeerSilent ||
           cause == Cause::HostUnresolvable || cause == Cause::Cancelled;
}

LiveSession::LiveSession(const base::Clock &clock, LiveSettings settings, dist::CookieStore cookies,
                         QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_self(dist::NodeIdentity::dynamic(), std::move(cookies), clock)
    , m_epmd(clock)
    , m_examinations(m_self)
    , m_post(clock)
    , m_handshakes(clock)
    , m_figures(m_self)
    , m_errands(m_self)
    , m_inbox(m_self)
    , m_senderNames(m_self)
    , m_processes(m_self)
    , m_supervision(m_self)
    , m_picture(clock)
    , m_sources(clock, m_epmd, m_picture,
                [this](const NodeName &node) {
                    const auto known = m_peers.constFind(node);
                    return known != m_peers.constEnd() && known->epmdPort != 0 ? known->epmdPort
                                                                               : m_settings.epmdPort;
                })
    , m_follow(settings.follow)
{
    joinSources();
    joinErrands();
    joinHandshakes();
    joinReports();
    m_info.source = SessionInfo::Source::Live;
    connect(&m_self, &dist::LocalNode::dialFinished, this, &LiveSession::onDialFinished);
    connect(&m_self, &dist::LocalNode::linkUp, this, &LiveSession::onLinkUp);
    connect(&m_self, &dist::LocalNode::linkDown, this, &LiveSession::onLinkDown);
    connect(&m_post, &PostDesk::postChanged, this, [this](const Post &post) {
        m_picture.postChanged(post);
        publishSoon();
    });
    connect(&m_post, &PostDesk::visitChanged, this, [this](const Visit &visit) {
        m_picture.visitChanged(visit);
        publishSoon();
    });
    connect(&m_examinations, &Examinations::changed, this, &LiveSession::onExamined);
    connect(&m_examinations, &Examinations::attempted, this,
            [this](const Diagnosis &diagnosis) { onAttempted(diagnosis.from, diagnosis.to, diagnosis); });
    connect(&m_figures, &FigureDesk::answered, this, &LiveSession::onFigures);
    obey(SetFigureInterval{m_settings.figureSeconds});
    publishSoon();
}

LiveSession::~LiveSession()
{
    m_self.disconnect(this);
    // The watches take their processes with them while our node still lives.
    qDeleteAll(m_watches);
}

void LiveSession::setPracticeHost(PracticeHost *host)
{
    m_practice = host;
    connect(host, &PracticeHost::nodeReady, this, &LiveSession::onPracticeNode);
    connect(host, &PracticeHost::ready, this, [this](int nodes, quint16 epmdPort, const QString &cookieFile) {
        m_info.practiceRunning = true;
        m_info.practiceNodes = nodes;
        m_info.practiceEpmdPort = epmdPort;
        m_info.practiceCookieFile = cookieFile;
        m_picture.sessionChanged(m_info);
        publishSoon();
    });
    connect(host, &PracticeHost::stopped, this, [this] {
        m_info.practiceRunning = false;
        m_info.practiceNodes = 0;
        m_picture.sessionChanged(m_info);
        publishSoon();
    });
    connect(host, &PracticeHost::failed, this, [this](const QString &reason, const QString &detail) {
        m_picture.intentFailed(reason, detail);
        publishSoon();
    });
    connect(host, &PracticeHost::attemptFailed, this,
            [this](const NodeName &from, const dist::DialReport &report) {
                Diagnosis diagnosis = doctor::diagnose(report);
                diagnosis.from = from;
                m_picture.pairFailed(from, report.target, diagnosis);
                publishSoon();
            });
}

LiveSession::Peer &LiveSession::peer(const NodeName &name)
{
    Peer &known = m_peers[name];
    if (known.epmdPort == 0)
        known.epmdPort = m_settings.epmdPort;
    return known;
}

void LiveSession::perform(const Intent &intent)
{
    std::visit([this](const auto &one) { obey(one); }, intent);
    publishSoon();
}

// ---- Intents ----

void LiveSession::obey(const ListHost &intent)
{
    ++m_openHosts;
    dist::EpmdQuery *query = m_epmd.names(intent.host, intent.epmdPort);
    connect(query, &dist::EpmdQuery::finished, this, [this, intent](const dist::EpmdAnswer &answer) {
        --m_openHosts;
        Host host;
        host.host = intent.host;
        host.epmdPort = intent.epmdPort;
        host.time = m_clock.wall();
        if (const protocol::epmd::NamesReply *reply = answer.names()) {
            for (const protocol::epmd::NamePort &name : reply->names)
                host.entries.append(Host::Entry{name.name, name.port});
        } else if (!answer.outcome.ok()) {
            const dist::epmd_failure::Reason &reason = answer.outcome.error();
            host.cause = std::holds_alternative<dist::ResolveFailure>(reason) ? Cause::HostUnresolvable
                         : std::holds_alternative<dist::epmd_failure::Unreachable>(reason)
                             ? Cause::EpmdUnreachable
                             : Cause::EpmdDefect;
        }
        m_picture.hostListed(host);
        publishSoon();
    });
}

void LiveSession::obey(const ConnectToNode &intent)
{
    if (!takeTlsOptions(intent))
        return;
    Peer &target = peer(intent.node);
    if (!intent.cookie.isNull()) {
        target.cookie = intent.cookie;
        // For this node alone, or for all that it leads to: the latter inherit it in follow().
        if (!intent.forWholeCluster)
            m_self.cookies().setForNode(intent.node, intent.cookie);
    }
    if (intent.epmdPort)
        target.epmdPort = *intent.epmdPort;
    target.wanted = true;
    target.byUs = false;
    target.refused = false;
    target.retries = 0;
    m_picture.sighted(intent.node, {SourceKind::Person, identifierOf(SourceKind::Person), true, {}, {}});
    enqueueDial(intent.node);
}

bool LiveSession::takeTlsOptions(const ConnectToNode &intent)
{
    return intent.tlsOptionFile.isEmpty() || readTlsOptions(intent.tlsOptionFile, peer(intent.node).tls);
}

bool LiveSession::readTlsOptions(const QString &file, std::optional<dist::TlsRole> &into)
{
    const auto options = dist::readTlsOptionFile(file, dist::TlsSections::Client);
    if (options.ok() && options.value().hasClient) {
        into = options.value().settings.client;
        return true;
    }
    // The reason, and where: the file, its line and the option.
    QStringList words{file};
    if (options.ok())
        words.append(QStringLiteral("no client"));
    else
        words += {QString::number(options.error().line), QLatin1String(kindName(options.error().kind)),
                  options.error().option, options.error().detail};
    words.removeAll(QString());
    m_picture.intentFailed(QStringLiteral("tls_options"), words.join(QStringLiteral(": ")));
    return false;
}

void LiveSession::obey(const LeaveNode &intent)
{
    Peer &target = peer(intent.node);
    target.wanted = false;
    m_self.disconnectFrom(intent.node);
}

bool LiveSession::mayActOn(const NodeName &node)
{
    if (m_info.actingArmed || (m_practice && m_practice->owns(node)))
        return true;
    m_picture.intentFailed(QStringLiteral("acting_not_armed"), node.text());
    return false;
}

void LiveSession::obey(const ConnectPair &intent)
{
    if (mayActOn(intent.a))
        startPair(intent.a, intent.b);
}

void LiveSession::startPair(const NodeName &a, const NodeName &b)
{
    if (!m_self.isConnected(a)) {
        m_picture.intentFailed(QStringLiteral("not_connected"), a.text());
        return;
    }
    m_picture.pairStarted(a, b);
    m_picture.event(EventKind::Acted, a, b, QStringLiteral("connect_node"));
    doctor::PairOptions options = pairOptions(a, b);
    if (options.cookie.isNull())
        options.cookie = m_self.cookies().forNode(a).secret;
    options.attempt = true;
    auto *examination = new doctor::PairExamination(m_self, a, b, options, this);
    ++m_openPairs;
    connect(examination, &doctor::PairExamination::finished, this, [this, a, b](const Diagnosis &diagnosis) {
        --m_openPairs;
        onAttempted(a, b, diagnosis);
    });
    examination->start();
}

void LiveSession::obey(const DisconnectPair &intent)
{
    if (!mayActOn(intent.a))
        return;
    m_picture.event(EventKind::Acted, intent.a, intent.b, QStringLiteral("disconnect_node"));
    dist::CallRequest request;
    request.node = intent.a;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("disconnect_node");
    request.arguments = {Term::atom(intent.b.text())};
    m_self.call(request, this, [this, intent](const CallResult &result) {
        if (!result.value())
            m_picture.intentFailed(QStringLiteral("disconnect_failed"),
                                   QLatin1String(dist::reasonName(result.end)));
        publishSoon();
    });
}

void LiveSession::obey(const TryAgain &intent)
{
    if (intent.from == selfName()) {
        Peer &target = peer(intent.to);
        target.wanted = true;
        target.refused = false;
        enqueueDial(intent.to);
    } else if (mayActOn(intent.from)) {
        startPair(intent.from, intent.to);
    }
}

void LiveSession::obey(const Dismiss &intent)
{
    if (intent.to.isNull())
        m_picture.dismissNode(intent.from);
    else
        m_picture.dismissPair(intent.from, intent.to);
}

void LiveSession::obey(const ArmActing &intent)
{
    m_info.actingArmed = intent.armed;
    m_picture.sessionChanged(m_info);
}

void LiveSession::obey(const StartPractice &intent)
{
    if (m_practice)
        m_practice->start(intent);
    else
        m_picture.intentFailed(QStringLiteral("practice_unavailable"), {});
}

void LiveSession::obey(const StopPractice &)
{
    if (!m_practice)
        return;
    for (auto it = m_peers.begin(); it != m_peers.end(); ++it) {
        if (m_practice->owns(it.key()))
            it->wanted = false;
    }
    m_practice->stop();
}

void LiveSession::obey(const CompareSettings &intent)
{
    // One round at a time; the running one tells of the same nodes.
    if (m_comparing)
        return;
    m_comparing = true;
    LintReport running = m_picture.cluster().lint();
    running.running = true;
    m_picture.lintChanged(running);
    const QList<NodeName> expected =
        intent.expected.isEmpty() ? m_picture.expected().values() : intent.expected;
    auto *comparison = new Comparison(m_self, expected, this);
    connect(comparison, &Comparison::finished, this, [this, comparison] {
        m_comparing = false;
        m_picture.lintChanged(comparison->report(m_picture.cluster()));
        publishSoon();
    });
    comparison->start();
}

void LiveSession::onPracticeNode(const NodeName &node, const base::Secret &cookie, quint16 epmdPort)
{
    Peer &target = peer(node);
    target.cookie = cookie;
    target.epmdPort = epmdPort;
    target.wanted = true;
    target.refused = false;
    enqueueDial(node);
    publishSoon();
}

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
        m_picture.attemptStarted(name);
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
        m_picture.attemptFailed(report.target, diagnosis, visitor);
        target.refused = !isAbsence(diagnosis.cause);
        if (node && node->state == NodeState::Down && !target.refused)
            retryLater(report.target);
    }
    Q_EMIT attemptFinished(diagnosis);
    dialNext();
}

void LiveSession::onLinkUp(const dist::LinkInfo &link)
{
    Peer &known = peer(link.peer);
    known.wanted = true;
    known.retries = 0;
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
    if (peer(link.peer).wanted && m_settings.reconnect)
        retryLater(link.peer);
    publishSoon();
}

void LiveSession::retryLater(const NodeName &name)
{
    Peer &target = peer(name);
    const int delay = qMin(500 << qMin(target.retries, 5), MaxRetryDelay);
    ++target.retries;
    QTimer::singleShot(delay, this, [this, name] {
        if (peer(name).wanted && m_settings.reconnect)
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

// ---- Publishing ----

bool LiveSession::isSettled() const
{
    return m_running == 0 && m_queue.empty() && m_unsettled.isEmpty() && m_unidentified.isEmpty() &&
           m_openPairs == 0 && m_openHosts == 0 && !m_comparing && m_sources.isSettled();
}

void LiveSession::publishSoon()
{
    if (std::exchange(m_publishQueued, true))
        return;
    QMetaObject::invokeMethod(this, &LiveSession::publish, Qt::QueuedConnection);
}

void LiveSession::publish()
{
    m_publishQueued = false;
    const Deltas deltas = m_picture.take();
    if (!deltas.isEmpty())
        Q_EMIT changed(deltas);
    if (!m_reports.isEmpty())
        Q_EMIT reported(std::exchange(m_reports, {}));
    if (isSettled())
        Q_EMIT settled();
}

} // namespace nodescope::session
