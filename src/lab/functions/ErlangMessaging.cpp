#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
bool contains(const Term &options, QLatin1String wanted)
{
    for (const Term &option : options.elements())
        if (option.isAtom(wanted))
            return true;
    return false;
}

/// `erlang:send/2,3`: connects first if need be, as any node does, unless told `noconnect`.
void send(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    const auto to = destinationOf(node, call.argument(0));
    const Term message = call.argument(1);
    const Term options = call.arguments.size() > 2 ? call.argument(2) : Term::nil();
    if (!to || !options.isList())
        return reply(badArgument(call));
    const Term done = call.arguments.size() > 2 ? atom("ok") : message;
    const auto *name = std::get_if<dist::ProcessName>(&*to);
    if (call.argument(0).isAtom() && name && !node.local().whereis(name->name))
        return reply(badArgument(call)); // a local name must exist
    const auto peer = base::NodeName::parse(dist::nodeOf(*to));
    const bool reachable = !peer || *peer == node.name() || node.local().isConnected(*peer);
    if (!reachable && contains(options, QLatin1String("noconnect")))
        return reply(returned(atom("noconnect")));
    if (reachable) {
        node.local().send(*to, message);
        return reply(returned(done));
    }
    node.connectTo(*peer, [&node, to = *to, message, done, reply](bool) {
        node.local().send(to, message); // lost if there is no link; send/2 never tells
        reply(returned(done));
    });
}
} // namespace

void addErlangMessaging(FunctionTable &table, PracticeNode &node)
{
    const auto body = [&node](const FunctionCall &call, const FunctionReply &reply) {
        send(node, call, reply);
    };
    table.addLater("erlang", "send", 2, body);
    table.addLater("erlang", "send", 3, body);
    table.add("erlang", "whereis", 1, [&node](const FunctionCall &call) {
        if (!call.argument(0).isAtom())
            return badArgument(call);
        const dist::LocalProcess *process = node.local().whereis(call.argument(0).atomText());
        return returned(process ? Term::pid(process->pid()) : atom("undefined"));
    });
    table.add("erlang", "registered", 0, [&node](const FunctionCall &) {
        QList<Term> names;
        for (const QString &name : node.local().registeredNames())
            names.append(atom(name));
        return returned(listOf(names));
    });
}

} // namespace nodescope::lab::functions
