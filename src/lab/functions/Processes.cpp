#include <algorithm>

#include "lab/PracticeNode.h"
#include "lab/Probes.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using dist::LocalProcess;
using term::Term;

namespace {

FunctionResult evaluated(const Term &value)
{
    return returned(Term::tuple({atom("value"), value, Term::nil()}));
}

/// `{registered_name, Name}`, or `[]` without, as `process_info/2` says it of one item.
Term nameOf(const LocalProcess &process)
{
    const QString &name = process.registeredName();
    return Term::tuple({atom("registered_name"), name.isEmpty() ? Term::nil() : Term::atom(name)});
}

Term count(std::size_t number)
{
    return Term::integer(static_cast<qint64>(number));
}

/// `{Pid, Name, InitialCall, CurrentFunction, Memory, Queue, Links, Monitors}`. Functions and memory are an
/// emulator's, and there is none. Nothing waits in a queue: a message is handled as it comes.
Term rowOf(const LocalProcess &process, const dist::ProcessTies &ties)
{
    const Term none = atom("undefined");
    return Term::tuple({Term::pid(process.pid()), nameOf(process), none, none, Term::integer(-1),
                        Term::integer(0), count(ties.links.size()), count(ties.monitors.size())});
}

/// What a tie leads to, as `process_info/2` says it: a pid, or `{Name, Node}`.
Term otherOf(const dist::Destination &target)
{
    if (const auto *name = std::get_if<dist::ProcessName>(&target))
        return Term::tuple({atom(name->name), atom(name->node)});
    if (const auto *pid = std::get_if<term::Pid>(&target))
        return Term::pid(*pid);
    return Term::reference(std::get<term::Reference>(target));
}

/// `{Kind, Other, Name}`; the name of a process of this node.
Term tieOf(const PracticeNode &node, const Term &kind, const dist::Destination &other)
{
    const auto *pid = std::get_if<term::Pid>(&other);
    const LocalProcess *process = pid ? node.local().find(*pid) : nullptr;
    return Term::tuple({kind, otherOf(other), process ? nameOf(*process) : atom("undefined")});
}

/// The ties of each kind, `most` at most, and how many were left out.
std::pair<QList<Term>, qint64> tiesOf(const PracticeNode &node, const dist::ProcessTies &ties, qint64 most)
{
    QList<Term> told;
    qint64 leftOut = 0;
    const auto add = [&](const Term &kind, const auto &others) {
        qint64 number = 0;
        for (const auto &other : others) {
            if (++number <= most)
                told.append(tieOf(node, kind, other));
            else
                ++leftOut;
        }
    };
    add(atom("link"), ties.links);
    add(atom("monitors"), ties.monitors);
    add(atom("monitored_by"), ties.monitoredBy);
    return {told, leftOut};
}

std::vector<LocalProcess *> inOrder(std::vector<LocalProcess *> processes)
{
    std::sort(processes.begin(), processes.end(), [](const LocalProcess *a, const LocalProcess *b) {
        return term::compare(Term::pid(a->pid()), Term::pid(b->pid())) < 0;
    });
    return processes;
}

} // namespace

FunctionResult processes(const PracticeNode &node, const Term &bindings)
{
    const bool registered =
        probes::bound(bindings, QLatin1String("Scope")).isAtom(QLatin1String("registered"));
    const Term after = probes::bound(bindings, QLatin1String("After"));
    const qint64 count = probes::bound(bindings, QLatin1String("Count")).toInteger().value_or(0);
    QList<Term> rows;
    Term next = atom("none");
    for (const LocalProcess *process : inOrder(node.local().processes())) {
        if (registered && process->registeredName().isEmpty())
            continue;
        if (after.isPid() && term::compare(Term::pid(process->pid()), after) <= 0)
            continue;
        if (rows.size() == count) {
            next = rows.isEmpty() ? next : rows.constLast().at(0);
            break;
        }
        rows.append(rowOf(*process, process->ties()));
    }
    return evaluated(Term::tuple(
        {atom("processes"), Term::integer(qint64(node.local().processes().size())), next, listOf(rows)}));
}

FunctionResult process(const PracticeNode &node, const Term &bindings)
{
    const auto pid = probes::boundPid(bindings);
    const LocalProcess *process = pid ? node.local().find(*pid) : nullptr;
    if (!process)
        return evaluated(atom("gone"));
    const dist::ProcessTies ties = process->ties();
    const qint64 most = probes::bound(bindings, QLatin1String("Most")).toInteger().value_or(0);
    const auto [told, leftOut] = tiesOf(node, ties, most);
    const auto &leader = process->groupLeader();
    return evaluated(
        Term::tuple({atom("process"), rowOf(*process, ties), atom("waiting"), Term::integer(-1),
                     leader ? Term::pid(*leader) : atom("undefined"), Term::integer(leftOut), listOf(told)}));
}

/// A practice node runs no applications.
FunctionResult supervision()
{
    return evaluated(Term::tuple({atom("supervision"), Term::nil()}));
}

} // namespace nodescope::lab::functions
