#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using dist::call_end::Raised;
using term::Term;

namespace {

constexpr qint64 LongestCall = 3'600'000; // ms, for `infinity`

base::Duration timeoutOf(const Term &timeout)
{
    return std::chrono::milliseconds(
        std::clamp<qint64>(timeout.toInteger().value_or(LongestCall), 0, LongestCall));
}

FunctionResult exited(const Term &reason)
{
    return Raised{Raised::Class::Exit, reason, {}};
}

FunctionResult erpcError(const FunctionCall &call, const char *reason)
{
    return raisedError(call, Term::tuple({atom("erpc"), Term::atom(QLatin1String(reason))}));
}

/// A call of `erpc:call/5` as it ends there: what the function raised is raised again.
FunctionResult erpcResult(const FunctionCall &call, const dist::CallResult &result)
{
    using namespace dist::call_end;
    if (const Term *value = result.value())
        return returned(*value);
    if (const auto *raised = std::get_if<Raised>(&result.end)) {
        if (raised->kind != Raised::Class::Error)
            return *raised;
        return Raised{Raised::Class::Error,
                      Term::tuple({atom("exception"), raised->reason,
                                   raised->stack.isValid() ? raised->stack : Term::nil()}),
                      call.stack()};
    }
    if (std::holds_alternative<TimedOut>(result.end))
        return erpcError(call, "timeout");
    return erpcError(call, std::holds_alternative<NotSupported>(result.end) ? "notsup" : "noconnection");
}

/// The same of `rpc:call/4,5`: `{badrpc, Reason}`.
FunctionResult rpcResult(const dist::CallResult &result)
{
    using namespace dist::call_end;
    const auto bad = [](const Term &reason) { return returned(Term::tuple({atom("badrpc"), reason})); };
    if (const Term *value = result.value())
        return returned(*value);
    if (const auto *raised = std::get_if<Raised>(&result.end)) {
        if (raised->kind == Raised::Class::Throw)
            return returned(raised->reason);
        const Term stack = raised->stack.isValid() ? raised->stack : Term::nil();
        return bad(Term::tuple({atom("EXIT"), raised->kind == Raised::Class::Exit
                                                  ? raised->reason
                                                  : Term::tuple({raised->reason, stack})}));
    }
    return bad(std::holds_alternative<TimedOut>(result.end) ? atom("timeout") : atom("nodedown"));
}

/// Calls a function of another node, or of this one, connecting first if need be.
void callOn(PracticeNode &node, const FunctionCall &call,
            const std::function<FunctionResult(const dist::CallResult &)> &ended, const FunctionReply &reply)
{
    const auto peer = nodeName(call.argument(0));
    const auto arguments = call.argument(3).toList();
    if (!peer || !call.argument(1).isAtom() || !call.argument(2).isAtom() || !arguments)
        return reply(badArgument(call));
    dist::CallRequest request;
    request.node = *peer;
    request.module = call.argument(1).atomText();
    request.function = call.argument(2).atomText();
    request.arguments = {arguments->cbegin(), arguments->cend()};
    request.timeout = timeoutOf(call.argument(4));
    if (*peer == node.name())
        return node.functions().call({request.module, request.function, request.arguments, call.caller},
                                     reply);
    node.connectTo(*peer, [&node, request, ended, reply](bool) {
        node.local().call(request, &node,
                          [ended, reply](const dist::CallResult &result) { reply(ended(result)); });
    });
}

/// `gen_server:call/3`.
void genCall(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    const auto server = destinationOf(node, call.argument(0));
    if (!server)
        return reply(badArgument(call));
    const Term what =
        Term::tuple({atom("gen_server"), atom("call"), Term::list(std::span<const Term>(call.arguments))});
    const dist::GenCallRequest request{*server, call.argument(1), timeoutOf(call.argument(2))};
    const auto run = [&node, request, what, reply](bool) {
        node.local().genCall(request, &node, [what, reply](const dist::GenCallResult &result) {
            if (const Term *value = result.value())
                return reply(returned(*value));
            Term reason = atom("nodedown");
            if (const auto *down = std::get_if<dist::gen_end::ServerDown>(&result.end))
                reason = down->reason;
            else if (std::holds_alternative<dist::gen_end::TimedOut>(result.end))
                reason = atom("timeout");
            reply(exited(Term::tuple({reason, what})));
        });
    };
    const auto peer = base::NodeName::parse(dist::nodeOf(*server));
    if (peer && *peer != node.name())
        return node.connectTo(*peer, run);
    run(true);
}

/// `erlang:exit/2`: to a process elsewhere; those of practice nodes trap exits.
void exitSignal(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    const auto pid = call.argument(0).toPid();
    if (!pid)
        return reply(badArgument(call));
    const auto run = [&node, pid = *pid, reason = call.argument(1), reply](bool) {
        dist::LocalProcess *sender = node.local().createProcess();
        sender->sendExit(pid, reason);
        sender->exit();
        reply(returned(Term::boolean(true)));
    };
    const auto peer = base::NodeName::parse(pid->node);
    if (peer && *peer != node.name())
        return node.connectTo(*peer, run);
    run(true);
}

} // namespace

void addCalls(FunctionTable &table, PracticeNode &node)
{
    const auto erpc = [&node](const FunctionCall &call, const FunctionReply &reply) {
        callOn(
            node, call, [call](const dist::CallResult &result) { return erpcResult(call, result); }, reply);
    };
    const auto rpc = [&node](const FunctionCall &call, const FunctionReply &reply) {
        callOn(node, call, rpcResult, reply);
    };
    table.addLater("erpc", "call", 4, erpc);
    table.addLater("erpc", "call", 5, erpc);
    table.addLater("rpc", "call", 4, rpc);
    table.addLater("rpc", "call", 5, rpc);
    table.addLater("gen_server", "call", 3, [&node](const FunctionCall &call, const FunctionReply &reply) {
        genCall(node, call, reply);
    });
    table.addLater("erlang", "exit", 2, [&node](const FunctionCall &call, const FunctionReply &reply) {
        exitSignal(node, call, reply);
    });
    table.add("erlang", "is_process_alive", 1, [&node](const FunctionCall &call) {
        const auto pid = call.argument(0).toPid();
        if (!pid || pid->node != node.name().text())
            return badArgument(call);
        return returned(Term::boolean(node.local().find(*pid) != nullptr));
    });
}

} // namespace nodescope::lab::functions
