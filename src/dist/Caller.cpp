#include "dist/Caller.h"

#include "dist/LocalNode.h"
#include "dist/StackTrace.h"
#include "term/TermBuilder.h"

namespace nodescope::dist {

using term::Term;

Caller::Caller(LocalNode &node, QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_process(node.createProcess())
    , m_calls(node.clock())
{
    connect(&m_calls.deadlines(), &Deadlines::passed, this, [this](CallId id) {
        if (const CallPointer call = m_calls.find(id))
            giveUp(call, call_end::TimedOut{}, call->request.endOnTimeout);
    });
    connect(m_process, &LocalProcess::spawned, this, &Caller::onSpawned);
    connect(m_process, &LocalProcess::down, this,
            [this](const term::Reference &reference, const Destination &, const Term &reason) {
                onDown(reference, reason);
            });
    connect(m_process, &LocalProcess::message, this, [this](const Term &message) { onMessage(message); });
}

Caller::~Caller() = default;

CallId Caller::call(const CallRequest &request, QObject *context, CallHandler handler)
{
    const CallPointer call = m_calls.add(request, context, std::move(handler));
    begin(call);
    return call->id;
}

void Caller::begin(const CallPointer &call)
{
    if (!m_node.isConnected(call->request.node)) {
        finishLater(call, call_end::NoConnection{});
        return;
    }
    if (call->request.preference == CallPreference::RexOnly)
        beginRex(call);
    else
        beginSpawn(call);
}

void Caller::beginSpawn(const CallPointer &call)
{
    const CallRequest &request = call->request;
    call->way = CallWay::Spawn;
    call->reference =
        m_process->requestSpawn(request.node, QStringLiteral("erpc"), QStringLiteral("execute_call"),
                                argumentsOf(request), m_options);
    m_calls.await(call);
}

// Of erpc:execute_call/4. The called function gets a reference of its own: the request's is not known before
// it is sent.
Term Caller::argumentsOf(const CallRequest &request)
{
    term::TermBuilder arguments;
    arguments.reference(m_node.makeReference(request.node));
    arguments.atom(request.module);
    arguments.atom(request.function);
    for (const Term &argument : request.arguments)
        arguments.add(argument);
    arguments.list(std::ssize(request.arguments));
    arguments.list(4);
    return arguments.finish();
}

bool Caller::canMonitorNames(const base::NodeName &peer) const
{
    // Who knows no monitor of a name is a C or Java node, and has no rex: no call runs into its timeout.
    using protocol::Flag;
    const auto link = m_node.linkTo(peer);
    return link && link->handshake.agreedFlags.contains(Flag::DistMonitor | Flag::DistMonitorName);
}

void Caller::beginRex(const CallPointer &call)
{
    const CallRequest &request = call->request;
    call->way = CallWay::Rex;
    const ProcessName rex{request.node, QStringLiteral("rex")};
    if (!canMonitorNames(request.node) && request.preference == CallPreference::Best) {
        finishLater(call, call_end::NotSupported{QStringLiteral("notsup")});
        return;
    }
    call->reference =
        canMonitorNames(request.node) ? m_process->monitor(rex) : m_node.makeReference(request.node);
    m_calls.await(call);
    const Term what =
        Term::tuple({Term::atom(u"call"), Term::atom(request.module), Term::atom(request.function),
                     Term::list(std::span<const Term>(request.arguments)), Term::atom(u"user")});
    const Term from =
        Term::tuple({Term::pid(m_process->pidOn(request.node)), Term::reference(call->reference)});
    m_process->send(rex, Term::tuple({Term::atom(u"$gen_call"), from, what}));
}

void Caller::onSpawned(const SpawnOutcome &outcome)
{
    if (outcome.pid())
        return; // the outcome comes with its end
    const CallPointer call = m_calls.take(outcome.request);
    if (!call)
        return;
    const QString error = std::get<QString>(outcome.result);
    if (error == QLatin1String("noconnection"))
        finish(call, call_end::NoConnection{});
    else if (call->request.preference == CallPreference::Best && error != QLatin1String("busy") &&
             m_node.isConnected(call->request.node))
        beginRex(call);
    else
        finish(call, call_end::NotSupported{error});
}

void Caller::onDown(const term::Reference &reference, const Term &reason)
{
    const CallPointer call = m_calls.take(reference);
    if (!call)
        return;
    if (reason.isAtom(QLatin1String("noconnection")))
        finish(call, call_end::NoConnection{});
    else if (call->way == CallWay::Rex)
        finish(call, call_end::NotSupported{reason.atomText()});
    else
        finish(call, outcomeOf(reason));
}

call_end::Reason Caller::outcomeOf(const Term &reason)
{
    using Class = call_end::Raised::Class;
    const QString kind = reason.isTuple() && reason.at(0).isReference() ? reason.at(1).atomText() : QString();
    if (kind == QLatin1String("return"))
        return call_end::Returned{reason.at(2)};
    if (kind == QLatin1String("throw"))
        return call_end::Raised{Class::Throw, reason.at(2), {}, {}};
    if (kind == QLatin1String("exit"))
        return call_end::Raised{Class::Exit, reason.at(2), {}, {}};
    if (kind == QLatin1String("error"))
        return call_end::Raised{Class::Error, reason.at(2), reason.at(3), stackTrace(reason.at(3))};
    // The process was ended from outside, or has no erpc: `{undef, Stack}`.
    if (reason.isTuple(2) && reason.at(0).isAtom(QLatin1String("undef")))
        return call_end::NotSupported{QStringLiteral("undef")};
    return call_end::Raised{Class::Exit, reason, {}, {}};
}

void Caller::onMessage(const Term &message)
{
    const auto reference = message.isTuple(2) ? message.at(0).toReference() : std::nullopt;
    const CallPointer call = reference ? m_calls.take(*reference) : nullptr;
    if (!call)
        return;
    m_process->demonitor(*reference);
    const Term result = message.at(1);
    if (result.isTuple(2) && result.at(0).isAtom(QLatin1String("badrpc")))
        finish(call, call_end::BadRpc{result.at(1)});
    else
        finish(call, call_end::Returned{result});
}

void Caller::cancel(CallId id)
{
    if (const CallPointer call = m_calls.find(id))
        giveUp(call, call_end::Cancelled{}, true);
}

void Caller::giveUp(const CallPointer &call, const call_end::Reason &why, bool endRemote)
{
    if (m_calls.take(call->reference)) {
        if (call->way == CallWay::Spawn)
            m_process->abandonSpawn(call->reference, endRemote ? Term::atom(u"shutdown") : Term());
        else
            m_process->demonitor(call->reference);
    }
    finishLater(call, why);
}

void Caller::finishLater(const CallPointer &call, const call_end::Reason &end)
{
    if (!m_calls.end(call))
        return; // an end is on its way already
    QMetaObject::invokeMethod(
        this, [this, call, end] { deliver(call, end); }, Qt::QueuedConnection);
}

void Caller::finish(const CallPointer &call, const call_end::Reason &end)
{
    if (m_calls.end(call))
        deliver(call, end);
}

void Caller::deliver(const CallPointer &call, const call_end::Reason &end)
{
    if (call->isHeard())
        call->handler({call->id, call->request.node, call->way, m_node.clock().now() - call->began, end});
}

} // namespace nodescope::dist
