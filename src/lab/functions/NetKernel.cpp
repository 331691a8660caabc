#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
constexpr int NetTickTime = 60; ///< seconds

Term pair(const Term &key, const Term &value)
{
    return Term::tuple({key, value});
}

Term linkTerm(const PracticeNode &node, const dist::LinkInfo &link)
{
    const auto counters = node.local().countersOf(link.peer).value_or(dist::LinkCounters());
    const dist::LocalProcess *owner = node.local().whereis(QStringLiteral("net_kernel"));
    const Term address = Term::tuple(
        {atom("net_address"),
         Term::tuple({addressTerm(link.endpoints.peerAddress), Term::integer(link.endpoints.peerPort)}),
         Term::charlist(link.peer.host()), atom("tcp"), atom("inet")});
    return pair(atom(link.peer),
                Term::list({pair(atom("owner"), owner ? Term::pid(owner->pid()) : atom("undefined")),
                            pair(atom("state"), atom("up")), pair(atom("address"), address),
                            pair(atom("type"), link.hidden() ? atom("hidden") : atom("normal")),
                            pair(atom("in"), Term::unsignedInteger(counters.packetsIn)),
                            pair(atom("out"), Term::unsignedInteger(counters.packetsOut))}));
}

FunctionResult nodesInfo(const PracticeNode &node)
{
    QList<Term> entries;
    for (const dist::LinkInfo &link : node.local().links())
        entries.append(linkTerm(node, link));
    for (const base::NodeName &peer : node.pendingPeers())
        entries.append(
            pair(atom(peer),
                 Term::list({pair(atom("state"), atom("pending")), pair(atom("type"), atom("normal")),
                             pair(atom("in"), Term::integer(0)), pair(atom("out"), Term::integer(0))})));
    return returned(okTuple(listOf(entries)));
}

FunctionResult netState(const PracticeNode &node)
{
    return returned(
        Term::map({{atom("started"), atom("static")},
                   {atom("name"), atom(node.name())},
                   {atom("name_type"), atom("static")},
                   {atom("name_domain"), node.name().isLong() ? atom("longnames") : atom("shortnames")}}));
}

void connectNode(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    if (!call.argument(0).isAtom())
        return reply(badArgument(call));
    const auto peer = nodeName(call.argument(0));
    if (!peer)
        return reply(returned(Term::boolean(false)));
    node.connectTo(*peer, [reply](bool connected) { reply(returned(Term::boolean(connected))); });
}

FunctionResult disconnectNode(PracticeNode &node, const FunctionCall &call)
{
    if (!call.argument(0).isAtom())
        return badArgument(call);
    const auto peer = nodeName(call.argument(0));
    return returned(Term::boolean(peer && node.local().disconnectFrom(*peer)));
}
} // namespace

void addNetKernel(FunctionTable &table, PracticeNode &node)
{
    const auto connectBody = [&node](const FunctionCall &call, const FunctionReply &reply) {
        connectNode(node, call, reply);
    };
    table.addLater("net_kernel", "connect_node", 1, connectBody);
    table.addLater("net_kernel", "connect", 1, connectBody);
    table.addLater("net_kernel", "hidden_connect_node", 1, connectBody);
    const auto disconnectBody = [&node](const FunctionCall &call) { return disconnectNode(node, call); };
    table.add("erlang", "disconnect_node", 1, disconnectBody);
    table.add("net_kernel", "disconnect", 1, disconnectBody);
    table.add("net_kernel", "nodes_info", 0, [&node](const FunctionCall &) { return nodesInfo(node); });
    table.add("net_kernel", "get_state", 0, [&node](const FunctionCall &) { return netState(node); });
    table.add("net_kernel", "get_net_ticktime", 0,
              [](const FunctionCall &) { return returned(Term::integer(NetTickTime)); });
    table.add("net_kernel", "allowed", 0,
              [](const FunctionCall &) { return returned(okTuple(Term::nil())); });
    table.add("net_kernel", "longnames", 0,
              [&node](const FunctionCall &) { return returned(Term::boolean(node.name().isLong())); });
}

} // namespace nodescope::lab::functions
