#include "lab/RexServer.h"

#include <QPointer>

#include "dist/GenCall.h"
#include "lab/PracticeNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

RexServer::RexServer(PracticeNode &node)
    : QObject(&node.local())
    , m_node(node)
    , m_process(node.local().createProcess(QStringLiteral("rex")))
{
    connect(
        m_process, &dist::LocalProcess::message, this,
        [this](const Term &message, const term::Pid &, const base::NodeName &peer) { take(message, peer); });
}

Term RexServer::replyTerm(const FunctionResult &result)
{
    if (const auto *value = std::get_if<dist::call_end::Returned>(&result))
        return value->value;
    const auto &raised = *std::get_if<dist::call_end::Raised>(&result);
    using Class = dist::call_end::Raised::Class;
    if (raised.kind == Class::Throw)
        return raised.reason;
    const Term reason = raised.kind == Class::Error && raised.stack.isValid()
                            ? Term::tuple({raised.reason, raised.stack})
                            : raised.reason;
    return Term::tuple({atom("badrpc"), Term::tuple({atom("EXIT"), reason})});
}

bool RexServer::call(const Term &request, const base::NodeName &peer, const FunctionReply &reply) const
{
    const bool known = isAtom(request.at(0), "call") || isAtom(request.at(0), "block_call") ||
                       isAtom(request.at(0), "cast") || isAtom(request.at(0), "block_cast");
    const auto arguments = request.at(3).toList();
    if (!known || !request.isTuple(5) || !request.at(1).isAtom() || !request.at(2).isAtom() || !arguments)
        return false;
    m_node.functions().call(
        {request.at(1).atomText(), request.at(2).atomText(), {arguments->cbegin(), arguments->cend()}, peer},
        reply);
    return true;
}

void RexServer::take(const Term &message, const base::NodeName &peer)
{
    const auto genCall = dist::GenCall::parse(message);
    if (!genCall)
        return takePlain(message, peer);
    const QPointer<dist::LocalProcess> process = m_process;
    call(genCall->request, peer, [process, from = *genCall](const FunctionResult &result) {
        if (process)
            from.reply(*process, replyTerm(result));
    });
}

void RexServer::takePlain(const Term &message, const base::NodeName &peer)
{
    if (!message.isTuple(2))
        return;
    if (isAtom(message.at(0), "$gen_cast")) {
        call(message.at(1), peer, [](const FunctionResult &) {});
        return;
    }
    const auto from = message.at(0).toPid();
    if (!from)
        return;
    if (isAtom(message.at(1), "features_request")) {
        m_process->send(
            *from, Term::tuple({atom("features_reply"), atom(m_node.name()), Term::list({atom("erpc")})}));
        return;
    }
    const QPointer<dist::LocalProcess> process = m_process;
    call(message.at(1), peer, [process, to = *from](const FunctionResult &result) {
        if (process)
            process->send(to, Term::tuple({atom("rex"), replyTerm(result)}));
    });
}

} // namespace nodescope::lab
