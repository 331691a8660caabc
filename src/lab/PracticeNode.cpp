#include "lab/PracticeNode.h"

#include <utility>

#include "dist/NetKernel.h"
#include "lab/GlobalNames.h"
#include "lab/Introductions.h"
#include "lab/RexServer.h"
#include "lab/Service.h"
#include "lab/SpawnServer.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab {

namespace {
/// How long connectTo() waits for the peer's own dial, once ours gave way to it.
constexpr std::chrono::seconds IncomingWait{8};

dist::CookieStore storeWith(const base::Secret &cookie)
{
    dist::CookieStore store;
    store.setDefault(cookie);
    return store;
}

dist::LocalNodeSettings localSettings(const PracticeNodeSettings &settings)
{
    dist::LocalNodeSettings local;
    local.tls = settings.tls;
    local.callerPatience = PracticeNode::SetupTime;
    return local;
}
} // namespace

PracticeNode::PracticeNode(const PracticeNodeSettings &settings, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_born(clock.now())
    , m_local(dist::NodeIdentity::fixed(settings.name, settings.hidden), storeWith(settings.cookie), clock,
              localSettings(settings))
{
    forwardSignals();
    addServices();
    addFunctions();
}

PracticeNode::~PracticeNode() = default;

base::Result<quint16, dist::ListenError> PracticeNode::listen()
{
    dist::ListenOptions options;
    options.epmdPort = m_settings.epmdPort;
    return m_local.listen(options);
}

void PracticeNode::forwardSignals()
{
    connect(&m_local, &dist::LocalNode::registered, this, &PracticeNode::registered);
    connect(&m_local, &dist::LocalNode::registrationRefused, this, &PracticeNode::registrationRefused);
    connect(&m_local, &dist::LocalNode::registrationLost, this, &PracticeNode::registrationLost);
    connect(&m_local, &dist::LocalNode::linkUp, this, [this](const dist::LinkInfo &link) {
        answerWaiting(link.peer, true);
        Q_EMIT linkUp(link);
    });
    connect(&m_local, &dist::LocalNode::linkDown, this, &PracticeNode::linkDown);
    connect(&m_local, &dist::LocalNode::dialFinished, this, &PracticeNode::onDialFinished);
}

void PracticeNode::addServices()
{
    // All are children of the LocalNode: they must not outlive their processes.
    new dist::NetKernel(m_local, {}, &m_local);
    new RexServer(*this);
    new SpawnServer(*this);
    new GlobalNames(*this);
    m_introductions = new Introductions(*this);
    new EchoService(m_local);
    new CounterService(m_local);
    new ClockService(m_local);
}

void PracticeNode::addFunctions()
{
    functions::addErlang(m_functions, *this);
    functions::addErlangMessaging(m_functions, *this);
    functions::addCookies(m_functions, *this);
    functions::addNetKernel(m_functions, *this);
    functions::addNetAdm(m_functions, *this);
    functions::addCalls(m_functions, *this);
    functions::addEvaluation(m_functions, *this);
    functions::addStandard(m_functions, *this);
}

QList<base::NodeName> PracticeNode::visiblePeers() const
{
    return peers(false);
}

QList<base::NodeName> PracticeNode::hiddenPeers() const
{
    return peers(true);
}

QList<base::NodeName> PracticeNode::peers(bool hidden) const
{
    QList<base::NodeName> names;
    for (const dist::LinkInfo &link : m_local.links())
        if (link.hidden() == hidden)
            names.append(link.peer);
    return names;
}

void PracticeNode::connectTo(const base::NodeName &peer, ConnectHandler handler,
                             std::optional<dist::DialTarget::Explicit> address)
{
    if (peer == name() || m_local.isConnected(peer)) {
        if (handler)
            handler(true);
        return;
    }
    const bool dialling = m_waiting.contains(peer);
    auto &waiting = m_waiting[peer];
    if (handler)
        waiting.push_back(std::move(handler));
    if (dialling)
        return;
    dist::DialOptions options;
    options.epmdPort = m_settings.epmdPort;
    options.address = std::move(address);
    m_local.dial(peer, options);
}

void PracticeNode::onDialFinished(const dist::DialReport &report)
{
    const base::NodeName peer = report.target;
    if (report.connected() || report.as<dist::dial_end::AlreadyConnected>())
        return answerWaiting(peer, true);
    if (report.as<dist::dial_end::GaveWayToIncoming>() || report.as<dist::dial_end::AlreadyDialling>()) {
        // The peer's own attempt is under way; linkUp answers, or nobody does.
        QTimer::singleShot(IncomingWait, this,
                           [this, peer] { answerWaiting(peer, m_local.isConnected(peer)); });
        return;
    }
    answerWaiting(peer, false);
    Q_EMIT attemptFailed(report);
}

void PracticeNode::answerWaiting(const base::NodeName &peer, bool connected)
{
    for (const ConnectHandler &handler : m_waiting.take(peer))
        handler(connected);
}

void PracticeNode::setIntroducing(bool introducing)
{
    m_introductions->setEnabled(introducing);
}

QString nodedownReason(const dist::link_down::Reason &reason)
{
    if (std::holds_alternative<dist::link_down::PeerSilent>(reason))
        return QStringLiteral("net_tick_timeout");
    const auto *ours = std::get_if<dist::link_down::ClosedByUs>(&reason);
    if (ours && ours->why == dist::link_down::ClosedByUs::Why::Asked)
        return QStringLiteral("disconnect");
    if (ours && ours->why == dist::link_down::ClosedByUs::Why::NodeStopped)
        return QStringLiteral("net_kernel_terminated");
    return QStringLiteral("connection_closed");
}

} // namespace nodescope::lab
