#include "dist/GenCaller.h"

#include "dist/LocalNode.h"

namespace nodescope::dist {

using term::Term;

const char *reasonName(const gen_end::Reason &reason)
{
    static constexpr const char *Names[] = {
        "replied", "server_down", "no_connection", "timed_out", "cancelled", "busy",
    };
    static_assert(std::size(Names) == std::variant_size_v<gen_end::Reason>);
    return Names[reason.index()];
}

GenCaller::GenCaller(LocalNode &node, QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_process(node.createProcess())
    , m_calls(node.clock())
{
    connect(&m_calls.deadlines(), &Deadlines::passed, this, [this](CallId id) {
        if (const CallPointer call = m_calls.find(id))
            giveUp(call, gen_end::TimedOut{});
    });
    connect(m_process, &LocalProcess::message, this, [this](const Term &message) { onMessage(message); });
    connect(m_process, &LocalProcess::down, this,
            [this](const term::Reference &reference, const Destination &, const Term &reason) {
                onDown(reference, reason);
            });
}

GenCaller::~GenCaller() = default;

CallId GenCaller::call(const GenCallRequest &request, QObject *context, GenCallHandler handler)
{
    const CallPointer call = m_calls.add(request, context, std::move(handler));
    begin(call);
    return call->id;
}

void GenCaller::begin(const CallPointer &call)
{
    const Term tag = openFor(*call);
    m_calls.await(call);
    const base::NodeName peer =
        base::NodeName::parse(nodeOf(call->request.server)).value_or(base::NodeName());
    const Term from = Term::tuple({Term::pid(m_process->pidOn(peer)), tag});
    const SendResult sent = m_process->send(
        call->request.server, Term::tuple({Term::atom(u"$gen_call"), from, call->request.request}));
    if (sent == SendResult::Busy)
        giveUp(call, gen_end::Busy{});
    else if (sent == SendResult::NoConnection)
        giveUp(call, gen_end::NoConnection{});
    // A server of our own that is not there: the monitor says so.
}

// Monitors the server as far as the peer can, and gives the tag that the reply will carry.
Term GenCaller::openFor(Call &call)
{
    using protocol::Flag;
    const auto peer = base::NodeName::parse(nodeOf(call.request.server));
    const auto link = peer ? m_node.linkTo(*peer) : std::nullopt;
    const protocol::Flags flags = link ? link->handshake.agreedFlags : protocol::Flags();
    const bool byName = std::holds_alternative<ProcessName>(call.request.server);
    const bool monitors =
        flags.contains(Flag::DistMonitor) && (!byName || flags.contains(Flag::DistMonitorName));
    if (link && !monitors) {
        call.reference = m_node.makeReference(*peer);
        return Term::reference(call.reference);
    }
    if (!flags.contains(Flag::Alias)) {
        call.reference = m_process->monitor(call.request.server);
        return Term::reference(call.reference);
    }
    call.reference = m_process->monitorWithAlias(call.request.server, AliasKind::ReplyDemonitor);
    return Term::list({Term::atom(u"alias")}, Term::reference(call.reference));
}

void GenCaller::onMessage(const Term &message)
{
    if (!message.isTuple(2))
        return;
    const Term tag = message.at(0);
    const auto reference = (tag.isList() ? tag.listTail() : tag).toReference();
    const CallPointer call = reference ? m_calls.take(*reference) : nullptr;
    if (!call)
        return;
    m_process->demonitor(*reference);
    finish(call, gen_end::Replied{message.at(1)});
}

void GenCaller::onDown(const term::Reference &reference, const Term &reason)
{
    const CallPointer call = m_calls.take(reference);
    if (!call)
        return;
    if (reason.isAtom(QLatin1String("noconnection")))
        finish(call, gen_end::NoConnection{});
    else
        finish(call, gen_end::ServerDown{reason});
}

void GenCaller::cancel(CallId id)
{
    if (const CallPointer call = m_calls.find(id))
        giveUp(call, gen_end::Cancelled{});
}

void GenCaller::giveUp(const CallPointer &call, const gen_end::Reason &end)
{
    if (m_calls.take(call->reference))
        m_process->demonitor(call->reference); // and its alias
    finishLater(call, end);
}

void GenCaller::finishLater(const CallPointer &call, const gen_end::Reason &end)
{
    if (!m_calls.end(call))
        return;
    QMetaObject::invokeMethod(
        this, [this, call, end] { deliver(call, end); }, Qt::QueuedConnection);
}

void GenCaller::finish(const CallPointer &call, const gen_end::Reason &end)
{
    if (m_calls.end(call))
        deliver(call, end);
}

void GenCaller::deliver(const CallPointer &call, const gen_end::Reason &end)
{
    if (call->isHeard())
        call->handler({call->id, call->request.server, m_node.clock().now() - call->began, end});
}

} // namespace nodescope::dist
