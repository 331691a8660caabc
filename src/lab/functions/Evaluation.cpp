#include <QCryptographicHash>

#include "lab/PracticeNode.h"
#include "lab/Probes.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// What resources/probes/cookie_digest.erl computes: MD5 of the cookie for a peer and a nonce. The cookie
/// itself does not leave, and a nonce of the asker's makes each digest of use only once.
FunctionResult cookieDigest(const PracticeNode &node, const FunctionCall &call)
{
    const Term bindings = call.argument(1);
    const auto peer = nodeName(probes::bound(bindings, QLatin1String("Peer")));
    const Term nonce = probes::bound(bindings, QLatin1String("Nonce"));
    if (!peer || !nonce.isBinary())
        return badArgument(call);
    const base::Secret cookie = node.local().cookies().forNode(*peer).secret;
    QCryptographicHash md5(QCryptographicHash::Md5);
    md5.addData(cookie.isNull() ? QByteArrayView("nocookie") : cookie.reveal());
    md5.addData(nonce.bytes());
    return returned(Term::tuple({atom("value"), Term::binary(md5.result()), bindings}));
}
} // namespace

void addEvaluation(FunctionTable &table, PracticeNode &node)
{
    table.add("erl_eval", "exprs", 2, [&node](const FunctionCall &call) {
        if (call.argument(0) == probes::cookieDigestForms())
            return cookieDigest(node, call);
        if (call.argument(0) == probes::figuresForms())
            return figures(node);
        if (call.argument(0) == probes::processesForms())
            return processes(node, call.argument(1));
        if (call.argument(0) == probes::processForms())
            return process(node, call.argument(1));
        if (call.argument(0) == probes::supervisionForms())
            return supervision();
        return raisedError(call, Term::tuple({atom("not_evaluated"), atom("practice_node")}));
    });
}

} // namespace nodescope::lab::functions
