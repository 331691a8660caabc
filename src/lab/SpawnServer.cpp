#include "lab/SpawnServer.h"

#include <utility>

#include <QPointer>

#include "dist/LocalProcess.h"
#include "lab/PracticeNode.h"
#include "lab/Probes.h"
#include "lab/Relayer.h"
#include "lab/Terms.h"
#include "lab/Watcher.h"

namespace nodescope::lab {

using term::Term;
using RaisedClass = dist::call_end::Raised::Class;

namespace {
dist::SpawnDecision endWith(const Term &reason)
{
    return dist::SpawnAccepted{[reason](dist::LocalProcess &process) { process.exit(reason); }};
}

bool is(const dist::SpawnRequest &request, QLatin1String module, QLatin1String function, std::size_t arity)
{
    return request.module == module && request.function == function && request.arguments.size() == arity;
}
} // namespace

SpawnServer::SpawnServer(PracticeNode &node)
    : QObject(&node.local())
    , m_node(node)
{
    // The handler goes with the LocalNode, which the same PracticeNode owns.
    node.local().setSpawnHandler([this](const dist::SpawnRequest &request) { return decide(request); });
}

dist::SpawnDecision SpawnServer::decide(const dist::SpawnRequest &request)
{
    if (is(request, QLatin1String("erpc"), QLatin1String("execute_call"), 4))
        return runErpc(request);
    if (is(request, QLatin1String("erl_eval"), QLatin1String("exprs"), 2))
        return runEvaluation(request);
    FunctionCall call{request.module, request.function, request.arguments, request.peer};
    if (is(request, QLatin1String("erpc"), QLatin1String("execute_cast"), 3)) {
        const auto arguments = request.arguments[2].toList();
        if (!arguments)
            return endWith(atom("badarg"));
        call = {request.arguments[0].atomText(),
                request.arguments[1].atomText(),
                {arguments->cbegin(), arguments->cend()},
                request.peer};
    }
    return run(call, &SpawnServer::exitReason);
}

dist::SpawnDecision SpawnServer::runErpc(const dist::SpawnRequest &request)
{
    const Term reference = request.arguments[0];
    const auto arguments = request.arguments[3].toList();
    if (!request.arguments[1].isAtom() || !request.arguments[2].isAtom() || !arguments)
        return endWith(Term::tuple({reference, atom("error"), atom("badarg"), Term::nil()}));
    const FunctionCall call{request.arguments[1].atomText(),
                            request.arguments[2].atomText(),
                            {arguments->cbegin(), arguments->cend()},
                            request.peer};
    return run(call, [reference](const FunctionResult &result) { return erpcReason(reference, result); });
}

dist::SpawnDecision SpawnServer::runEvaluation(const dist::SpawnRequest &request)
{
    const auto observer = probes::boundPid(request.arguments[1]);
    const Term tag = probes::bound(request.arguments[1], QLatin1String("T"));
    const QPointer<SpawnServer> server = this;
    if (observer && tag.isValid() && request.arguments[0] == probes::relayForms())
        return dist::SpawnAccepted{[server, master = *observer, tag](dist::LocalProcess &process) {
            if (server)
                new Relayer(server->m_node, process, master, tag);
        }};
    if (!observer || request.arguments[0] != probes::watchForms())
        return endWith(Term::tuple({atom("not_evaluated"), atom("practice_node")}));
    return dist::SpawnAccepted{
        [server, observer = *observer, peer = request.peer](dist::LocalProcess &process) {
            if (server)
                new Watcher(server->m_node, process, observer, peer);
        }};
}

dist::SpawnDecision SpawnServer::run(const FunctionCall &call,
                                     std::function<Term(const FunctionResult &)> reason)
{
    const QPointer<SpawnServer> self = this;
    return dist::SpawnAccepted{[self, call, reason = std::move(reason)](dist::LocalProcess &process) {
        if (!self)
            return;
        const QPointer<dist::LocalProcess> target = &process;
        self->m_node.functions().call(call, [target, reason](const FunctionResult &result) {
            if (target && target->isAlive())
                target->exit(reason(result));
        });
    }};
}

Term SpawnServer::erpcReason(const Term &reference, const FunctionResult &result)
{
    if (const auto *value = std::get_if<dist::call_end::Returned>(&result))
        return Term::tuple({reference, atom("return"), value->value});
    const auto &raised = *std::get_if<dist::call_end::Raised>(&result);
    switch (raised.kind) {
    case RaisedClass::Throw:
        return Term::tuple({reference, atom("throw"), raised.reason});
    case RaisedClass::Exit:
        return Term::tuple({reference, atom("exit"), raised.reason});
    case RaisedClass::Error:
        break;
    }
    return Term::tuple(
        {reference, atom("error"), raised.reason, raised.stack.isValid() ? raised.stack : Term::nil()});
}

Term SpawnServer::exitReason(const FunctionResult &result)
{
    const auto *raised = std::get_if<dist::call_end::Raised>(&result);
    if (!raised)
        return atom("normal");
    if (raised->kind == RaisedClass::Exit)
        return raised->reason;
    const Term reason =
        raised->kind == RaisedClass::Throw ? Term::tuple({atom("nocatch"), raised->reason}) : raised->reason;
    return Term::tuple({reason, raised->stack.isValid() ? raised->stack : Term::nil()});
}

} // namespace nodescope::lab
