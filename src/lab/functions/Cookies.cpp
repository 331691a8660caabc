#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// A cookie is bytes: an atom of Latin-1 characters.
base::Secret cookieOf(const Term &term)
{
    QByteArray bytes = term.atomText().toLatin1();
    base::Secret cookie{QByteArrayView(bytes)};
    base::wipe(bytes);
    return cookie;
}

/// `erlang:set_cookie/1`, or `/2` with our own name: for everyone. Otherwise for that node.
FunctionResult setCookie(PracticeNode &node, const FunctionCall &call)
{
    const bool forOne = call.arguments.size() == 2;
    const auto peer = forOne ? nodeName(call.argument(0)) : node.name();
    const Term cookie = call.argument(forOne ? 1 : 0);
    if (!peer || !cookie.isAtom())
        return badArgument(call);
    if (*peer == node.name())
        node.local().cookies().setDefault(cookieOf(cookie));
    else
        node.local().cookies().setForNode(*peer, cookieOf(cookie));
    return returned(Term::boolean(true));
}

FunctionResult refuse(const FunctionCall &call)
{
    return raisedError(call, Term::tuple({atom("refused"), atom("cookies_stay_here")}));
}
} // namespace

void addCookies(FunctionTable &table, PracticeNode &node)
{
    const auto set = [&node](const FunctionCall &call) { return setCookie(node, call); };
    for (const char *module : {"erlang", "auth"}) {
        table.add(module, "get_cookie", 0, refuse);
        table.add(module, "get_cookie", 1, refuse);
        table.add(module, "set_cookie", 1, set);
        table.add(module, "set_cookie", 2, set);
    }
}

} // namespace nodescope::lab::functions
