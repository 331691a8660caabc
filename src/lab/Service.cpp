#include "lab/Service.h"

#include "dist/GenCall.h"
#include "dist/LocalNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

namespace {
/// Without the undefined overflow of signed numbers.
qint64 addWrapping(qint64 a, qint64 b)
{
    return qint64(quint64(a) + quint64(b));
}
} // namespace

Service::Service(dist::LocalNode &node, const QString &name)
    : QObject(&node)
    , m_process(node.createProcess(name))
{
    Q_ASSERT(m_process);
    connect(m_process, &dist::LocalProcess::message, this, &Service::take);
    connect(m_process, &dist::LocalProcess::exited, this, &QObject::deleteLater);
}

void Service::take(const Term &message, const term::Pid &from)
{
    if (const auto call = dist::GenCall::parse(message)) {
        if (const auto reply = answer(call->request))
            call->reply(*m_process, *reply);
        return;
    }
    const auto named = message.isTuple(2) ? message.at(0).toPid() : std::nullopt;
    const term::Pid to = named ? *named : from;
    if (to.node.isEmpty())
        return;
    if (const auto reply = answer(named ? message.at(1) : message))
        m_process->send(to, *reply);
}

EchoService::EchoService(dist::LocalNode &node)
    : Service(node, QStringLiteral("echo"))
{
}

std::optional<Term> EchoService::answer(const Term &message)
{
    return Term::tuple({atom("echo"), message});
}

CounterService::CounterService(dist::LocalNode &node)
    : Service(node, QStringLiteral("counter"))
{
}

std::optional<Term> CounterService::answer(const Term &message)
{
    const auto step =
        message.isTuple(2) && isAtom(message.at(0), "add") ? message.at(1).toInteger() : std::nullopt;
    if (step)
        m_value = addWrapping(m_value, *step);
    else if (isAtom(message, "increment"))
        m_value = addWrapping(m_value, 1);
    else if (isAtom(message, "decrement"))
        m_value = addWrapping(m_value, -1);
    else if (isAtom(message, "reset"))
        m_value = 0;
    else if (!isAtom(message, "get"))
        return Term::tuple({atom("counter"), errorTuple(atom("unknown_request"))});
    return Term::tuple({atom("counter"), Term::integer(m_value)});
}

ClockService::ClockService(dist::LocalNode &node)
    : Service(node, QStringLiteral("clock"))
    , m_clock(node.clock())
{
}

std::optional<Term> ClockService::answer(const Term &)
{
    return Term::tuple({atom("clock"), dateTimeTerm(m_clock.wall())});
}

} // namespace nodescope::lab
