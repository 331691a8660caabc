#include "session/NodeWatch.h"

#include "cluster/ReleaseDefaults.h"
#include "session/Probes.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using dist::CallResult;
using term::Term;

namespace {
// A node that runs the watcher says hello within a network's round trip. One that is busy gets this long.
constexpr auto HelloTimeout = 5s;
constexpr auto PollInterval = 1s;
constexpr auto SlowPollInterval = 10s;
constexpr int PollsBeforeHearsay = 2;
} // namespace

NodeWatch::NodeWatch(dist::LocalNode &self, const base::NodeName &peer, QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_peer(peer)
{
    m_helloTimer.setSingleShot(true);
    m_pollTimer.setSingleShot(true);
    connect(&m_helloTimer, &QTimer::timeout, this, &NodeWatch::startPoll);
    connect(&m_pollTimer, &QTimer::timeout, this, &NodeWatch::poll);
}

NodeWatch::~NodeWatch()
{
    endProcess();
}

void NodeWatch::start()
{
    identify();
    startPush();
}

void NodeWatch::endProcess()
{
    m_helloTimer.stop();
    if (!m_process)
        return;
    // Its end reaches the watcher as 'DOWN', and ends that too.
    m_process->disconnect(this);
    m_process->exit();
    m_process = nullptr;
}

// ---- Who is it? ----

void NodeWatch::ask(const QString &module, const QString &function, std::vector<Term> arguments,
                    void (NodeWatch::*answer)(const CallResult &))
{
    ++m_openQuestions;
    dist::CallRequest request;
    request.node = m_peer;
    request.module = module;
    request.function = function;
    request.arguments = std::move(arguments);
    m_self.call(request, this, [this, answer](const CallResult &result) {
        m_anyAnswer = m_anyAnswer || result.value();
        (this->*answer)(result);
        answered();
    });
}

void NodeWatch::identify()
{
    ask(QStringLiteral("erlang"), QStringLiteral("system_info"),
        {Term::atom(QLatin1String("system_version"))}, &NodeWatch::onSystemVersion);
    ask(QStringLiteral("erlang"), QStringLiteral("system_info"), {Term::atom(QLatin1String("otp_release"))},
        &NodeWatch::onRelease);
    // Asks the application's own record: calling into Elixir would have plain Erlang search its disk.
    ask(QStringLiteral("application"), QStringLiteral("get_key"),
        {Term::atom(QLatin1String("elixir")), Term::atom(QLatin1String("vsn"))}, &NodeWatch::onElixir);
    ask(QStringLiteral("init"), QStringLiteral("get_argument"), {Term::atom(QLatin1String("hidden"))},
        &NodeWatch::onHidden);
    // The parameter, and the switch that it had been before.
    ask(QStringLiteral("init"), QStringLiteral("get_argument"), {Term::atom(QLatin1String("connect_all"))},
        &NodeWatch::onConnectAllSwitch);
    const auto askKernel = [this](QLatin1String parameter, void (NodeWatch::*answer)(const CallResult &)) {
        ask(QStringLiteral("application"), QStringLiteral("get_env"),
            {Term::atom(QLatin1String("kernel")), Term::atom(parameter)}, answer);
    };
    askKernel(QLatin1String("connect_all"), &NodeWatch::onConnectAll);
    askKernel(QLatin1String("prevent_overlapping_partitions"), &NodeWatch::onPrevention);
}

void NodeWatch::onSystemVersion(const CallResult &result)
{
    if (!result.value())
        return;
    const QString version = result.value()->toText().value_or(QString());
    m_identity.kind = version.startsWith(QLatin1String("Nodescope")) ? cluster::NodeKind::Practice
                                                                     : cluster::NodeKind::Beam;
}

void NodeWatch::onRelease(const CallResult &result)
{
    if (result.value())
        m_identity.release = result.value()->toText().value_or(QString()).left(16);
}

void NodeWatch::onElixir(const CallResult &result)
{
    if (result.value() && result.value()->isTuple(2))
        m_identity.elixir = result.value()->at(1).toText().value_or(QString()).left(32);
}

void NodeWatch::onHidden(const CallResult &result)
{
    // {ok, [[]]}, or {ok, [["true"]]}; `error` when the flag is not there.
    if (!result.value() || !result.value()->isTuple(2))
        return;
    const Term argument = result.value()->at(1).at(0).at(0);
    m_identity.hidden = !argument.isValid() || argument.toText() != QStringLiteral("false");
}

void NodeWatch::onConnectAll(const CallResult &result)
{
    // {ok, Value}, or `undefined`.
    if (result.value() && result.value()->isTuple(2) && result.value()->at(1).toBoolean() == false)
        m_connectsAll = false;
}

void NodeWatch::onConnectAllSwitch(const CallResult &result)
{
    if (result.value() && result.value()->isTuple(2) &&
        result.value()->at(1).at(0).at(0).toText() == QStringLiteral("false"))
        m_connectsAll = false;
}

void NodeWatch::onPrevention(const CallResult &result)
{
    if (!result.value())
        return;
    m_toldPrevention = true;
    if (result.value()->isTuple(2))
        m_prevention = result.value()->at(1).toBoolean();
}

std::optional<bool> NodeWatch::preventsPartitions() const
{
    // A practice node's `global` disconnects nobody, and C nodes have none.
    const bool takesPart = m_identity.kind == cluster::NodeKind::Beam && !m_identity.hidden && m_connectsAll;
    if (m_identity.kind != cluster::NodeKind::Unknown && !takesPart)
        return false;
    const int release = m_identity.release.toInt();
    if (!m_toldPrevention || release == 0)
        return std::nullopt;
    return m_prevention.value_or(cluster::preventsByDefault(release));
}

void NodeWatch::answered()
{
    if (--m_openQuestions > 0)
        return;
    if (!m_anyAnswer)
        m_identity.kind = cluster::NodeKind::CNode;
    // A practice node is of no OTP release, whatever it answers to be polite.
    if (m_identity.kind == cluster::NodeKind::Practice)
        m_identity.release.clear();
    m_identity.preventsPartitions = preventsPartitions();
    Q_EMIT identified(m_identity);
}

// ---- Push ----

void NodeWatch::startPush()
{
    const std::optional<dist::LinkInfo> link = m_self.linkTo(m_peer);
    if (!link || !link->handshake.peerFlags.contains(protocol::Flag::Spawn)) {
        startPoll();
        return;
    }
    m_process = m_self.createProcess();
    connect(m_process, &dist::LocalProcess::spawned, this, &NodeWatch::onSpawned);
    connect(m_process, &dist::LocalProcess::message, this, &NodeWatch::onMessage);
    connect(m_process, &dist::LocalProcess::down, this, [this] { startPoll(); });
    dist::SpawnOptions options;
    options.monitor = true;
    m_process->spawnRequest(m_peer, QStringLiteral("erl_eval"), QStringLiteral("exprs"),
                            {probes::watchForms(), probes::watchBindings(m_process->pidOn(m_peer))}, options);
    m_helloTimer.start(HelloTimeout);
}

void NodeWatch::onSpawned(const dist::SpawnOutcome &outcome)
{
    if (const term::Pid *pid = outcome.pid())
        m_watcher = *pid;
    else
        startPoll();
}

void NodeWatch::onMessage(const Term &message, const term::Pid &)
{
    // Only the watcher knows this process; a message of another would have to claim its pid.
    const std::optional<term::Pid> sender = message.at(1).toPid();
    const std::optional<WatchMessage> read = readWatchMessage(message);
    if (!read || !sender || (!m_watcher.node.isEmpty() && *sender != m_watcher))
        return;
    if (const auto *hello = std::get_if<WatchHello>(&*read)) {
        m_helloTimer.stop();
        m_watcher = *sender;
        Q_EMIT watching(cluster::Watched::Push);
        Q_EMIT listed(hello->peers);
    } else if (const auto *up = std::get_if<WatchNodeUp>(&*read)) {
        Q_EMIT nodeUp(up->peer);
    } else if (const auto *down = std::get_if<WatchNodeDown>(&*read)) {
        Q_EMIT nodeDown(down->peer, down->reason);
    }
}

// ---- Poll ----

void NodeWatch::startPoll()
{
    endProcess();
    if (m_polling)
        return;
    m_polling = true;
    poll();
}

void NodeWatch::poll()
{
    dist::CallRequest request;
    request.node = m_peer;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("nodes");
    request.arguments = {Term::atom(QLatin1String("visible"))};
    m_self.call(request, this, [this](const CallResult &result) { onVisible(result); });
}

void NodeWatch::onVisible(const CallResult &result)
{
    if (!result.value()) {
        giveUpPolling();
        return;
    }
    m_visible = readPeers(*result.value(), false);
    dist::CallRequest request;
    request.node = m_peer;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("nodes");
    request.arguments = {Term::atom(QLatin1String("hidden"))};
    m_self.call(request, this, [this](const CallResult &hidden) { onHiddenPeers(hidden); });
}

void NodeWatch::onHiddenPeers(const CallResult &result)
{
    if (!result.value()) {
        giveUpPolling();
        return;
    }
    m_failedPolls = 0;
    Q_EMIT watching(cluster::Watched::Poll);
    Q_EMIT listed(m_visible + readPeers(*result.value(), true));
    m_pollTimer.start(PollInterval);
}

void NodeWatch::giveUpPolling()
{
    if (++m_failedPolls == PollsBeforeHearsay)
        Q_EMIT watching(cluster::Watched::Hearsay);
    m_pollTimer.start(m_failedPolls < PollsBeforeHearsay ? PollInterval : SlowPollInterval);
}

} // namespace nodescope::session
