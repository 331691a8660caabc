#include "session/LiveSession.h"

#include "cluster/Registrations.h"
#include "doctor/DialVerdict.h"
#include "session/Comparison.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

bool isAbsence(Cause cause)
{
    return cause == Cause::NotRegistered || cause == Cause::EpmdUnreachable ||
           cause == Cause::DistPortBlocked || cause == Cause::StalePort || cause == Cause::PeerSilent ||
           cause == Cause::HostUnresolvable || cause == Cause::Cancelled;
}

LiveSession::LiveSession(const base::Clock &clock, const LiveSettings &settings, dist::CookieStore cookies,
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
    target.missing.reset();
    m_picture.sighted(intent.node, {SourceKind::Person, identifierOf(SourceKind::Person), true, {}, {}});
    // An attempt that ends before EPMD is asked tells no port; so it is known whose entry the node is.
    const quint16 port = registeredPortOf(m_picture.cluster(), intent.node);
    if (const Node *node = m_picture.cluster().node(intent.node); node && node->port == 0 && port != 0)
        m_picture.known(intent.node, port);
    enqueueDial(intent.node);
}

bool LiveSession::takeTlsOptions(const ConnectToNode &intent)
{
    if (intent.tlsOptionFile.isEmpty())
        return true;
    Peer &target = peer(intent.node);
    target.tlsFile = intent.tlsOptionFile;
    return readTlsOptions(intent.tlsOptionFile, dist::TlsSections::Client, target.tls);
}

bool LiveSession::readTlsOptions(const QString &file, dist::TlsSections wanted,
                                 std::optional<dist::TlsRole> &into)
{
    const auto options = dist::readTlsOptionFile(file, wanted);
    const bool asServer = wanted == dist::TlsSections::Server;
    if (options.ok() && (asServer ? options.value().hasServer : options.value().hasClient)) {
        into = asServer ? options.value().settings.server : options.value().settings.client;
        return true;
    }
    // The reason, and where: the file, its line and the option.
    QStringList words{file};
    if (options.ok())
        words.append(asServer ? QStringLiteral("no server") : QStringLiteral("no client"));
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
    target.lost = false;
    m_self.disconnectFrom(intent.node);
}

void LiveSession::obey(const TryAgain &intent)
{
    if (intent.from == selfName()) {
        Peer &target = peer(intent.to);
        target.wanted = true;
        target.refused = false;
        target.missing.reset();
        enqueueDial(intent.to);
    } else if (mayActOn(intent.from)) {
        startPair(intent.from, intent.to);
    }
}

void LiveSession::obey(const Dismiss &intent)
{
    if (intent.to.isNull()) {
        if (const auto known = m_peers.find(intent.from); known != m_peers.end())
            known->lost = false; // nobody waits for it any more
        m_picture.dismissNode(intent.from);
    } else {
        m_picture.dismissPair(intent.from, intent.to);
    }
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
