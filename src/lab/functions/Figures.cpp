#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// `{Node, PacketsIn, PacketsOut, {BytesIn, BytesOut, BytesHeld}}`.
Term peerTerm(const PracticeNode &node, const dist::LinkInfo &link)
{
    const auto measure = node.local().measureOf(link.peer).value_or(dist::LinkMeasure());
    const dist::LinkCounters &counters = measure.counters;
    return Term::tuple(
        {atom(link.peer), Term::unsignedInteger(counters.packetsIn),
         Term::unsignedInteger(counters.packetsOut),
         Term::tuple({Term::unsignedInteger(counters.bytesIn), Term::unsignedInteger(counters.bytesOut),
                      Term::integer(measure.writeQueue)})});
}
} // namespace

/// What resources/probes/figures.erl tells of a BEAM node, from this node's own counters. Memory, run queue
/// and reductions are those of an emulator: all practice nodes share one program, so they are not told.
FunctionResult figures(const PracticeNode &node)
{
    const dist::LocalNode &local = node.local();
    QList<Term> peers;
    for (const dist::LinkInfo &link : local.links())
        peers.append(peerTerm(node, link));
    const Term none = atom("undefined");
    const Term uptime = Term::integer(base::toMilliseconds(local.clock().now() - node.born()));
    return returned(
        Term::tuple({atom("value"),
                     Term::tuple({atom("figures"), Term::integer(qint64(local.processes().size())), none,
                                  none, none, uptime, listOf(peers)}),
                     Term::nil()}));
}

} // namespace nodescope::lab::functions
