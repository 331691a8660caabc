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

/// `{Pid, {registered_name, Name}, …}`: the rest is what an emulator knows, and there is none.
Term rowOf(const LocalProcess &process)
{
    const QString &name = process.registeredName();
    const Term none = atom("undefined");
    const Term unknown = Term::integer(-1);
    return Term::tuple(
        {Term::pid(process.pid()),
         Term::tuple({atom("registered_name"), name.isEmpty() ? Term::nil() : Term::atom(name)}), none, none,
         unknown, unknown, unknown, unknown});
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
        rows.append(rowOf(*process));
    }
    return evaluated(Term::tuple(
        {atom("processes"), Term::integer(qint64(node.local().processes().size())), next, listOf(rows)}));
}

FunctionResult process(const PracticeNode &node, const Term &bindings)
{
    const Term pid = probes::bound(bindings, QLatin1String("P"));
    for (const LocalProcess *process : node.local().processes()) {
        if (Term::pid(process->pid()) != pid)
            continue;
        return evaluated(Term::tuple({atom("process"), rowOf(*process), atom("undefined"), Term::integer(-1),
                                      atom("undefined"), Term::integer(0), Term::nil()}));
    }
    return evaluated(atom("gone"));
}

/// A practice node runs no applications.
FunctionResult supervision()
{
    return evaluated(Term::tuple({atom("supervision"), Term::nil()}));
}

} // namespace nodescope::lab::functions
