#include "session/errands/Relay.h"

#include "doctor/settings/Forms.h"
#include "session/Probes.h"
#include "term/Printer.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using term::Term;

namespace {
constexpr auto SpawnTimeout = 5s;
// To send, the node may have to connect first, which may take its whole set-up time (7 s) twice.
constexpr auto DoTimeout = 16s;
constexpr qsizetype MaxReason = 200;

QString reasonText(const Term &reason)
{
    return reason.isAtom() ? reason.atomText() : term::toErlang(reason, MaxReason);
}
} // namespace

Relay::Relay(dist::LocalNode &self, const base::NodeName &node, QObject *parent)
    : Mailbox(parent)
    , m_self(self)
    , m_node(node)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { fail(QStringLiteral("timeout")); });
}

Relay::~Relay()
{
    if (!m_process)
        return;
    // Its end reaches the relay as 'DOWN', and ends that, too.
    m_process->disconnect(this);
    m_process->exit();
}

void Relay::start()
{
    m_process = m_self.createProcess();
    m_tag = Term::reference(m_self.makeReference(m_node));
    connect(m_process, &dist::LocalProcess::spawned, this, &Relay::onSpawned);
    connect(m_process, &dist::LocalProcess::delivered, this, &Relay::onDelivered);
    connect(m_process, &dist::LocalProcess::down, this,
            [this](const term::Reference &, const dist::Destination &, const Term &reason) {
                fail(reasonText(reason));
            });
    using doctor::probes::binding;
    dist::SpawnOptions options;
    options.monitor = true;
    m_process->spawnRequest(
        m_node, QStringLiteral("erl_eval"), QStringLiteral("exprs"),
        {probes::relayForms(), Term::list({binding(QLatin1String("P"), Term::pid(m_process->pidOn(m_node))),
                                           binding(QLatin1String("T"), m_tag)})},
        options);
    m_timer.start(SpawnTimeout);
}

void Relay::onSpawned(const dist::SpawnOutcome &outcome)
{
    m_timer.stop();
    const term::Pid *pid = outcome.pid();
    if (!pid)
        return fail(std::get<QString>(outcome.result));
    m_pid = *pid;
    Q_EMIT ready();
}

void Relay::send(const Term &to, const Term &message)
{
    tell("send", to, message);
}

void Relay::monitor(const Term &to)
{
    m_monitoring = true;
    tell("monitor", to, {});
}

void Relay::tell(const char *what, const Term &to, const Term &message)
{
    const Term act = Term::atom(QLatin1String(what));
    const Term order =
        message.isValid() ? Term::tuple({m_tag, act, to, message}) : Term::tuple({m_tag, act, to});
    const bool sent = m_process && m_process->send(m_pid, order) == dist::SendResult::Sent;
    if (!sent)
        return fail(QStringLiteral("noconnection"));
    m_timer.start(DoTimeout);
}

void Relay::onDelivered(const dist::Delivery &delivery)
{
    const Term &message = delivery.message;
    if (!message.isTuple(3) || message.at(0) != m_tag)
        return; // of a stranger
    if (message.at(1).isAtom(QLatin1String("got")))
        return onGot(message.at(2), delivery.size);
    m_timer.stop();
    const Term result = message.at(2);
    if (result.isTuple(2) && result.at(0).isAtom(QLatin1String("error"))) {
        Q_EMIT did(reasonText(result.at(1)));
        return;
    }
    if (std::exchange(m_monitoring, false))
        m_monitor = result;
    Q_EMIT did({});
}

void Relay::onGot(const Term &message, qint64 size)
{
    const bool ended = message.isTuple(5) && message.at(0).isAtom(QLatin1String("DOWN")) &&
                       m_monitor.isValid() && message.at(1) == m_monitor;
    if (ended)
        Q_EMIT down(message.at(4));
    else
        Q_EMIT got(message, {}, size);
}

void Relay::fail(const QString &reason)
{
    m_timer.stop();
    if (!std::exchange(m_failed, true))
        Q_EMIT failed(reason);
}

} // namespace nodescope::session
