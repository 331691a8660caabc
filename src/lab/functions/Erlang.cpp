#include "lab/PracticeNode.h"
#include "lab/ProbeTexts.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// The nodes of one kind, or nothing if there is no such kind.
std::optional<QList<base::NodeName>> nodesOf(const PracticeNode &node, const Term &kind)
{
    if (isAtom(kind, "visible"))
        return node.visiblePeers();
    if (isAtom(kind, "hidden"))
        return node.hiddenPeers();
    if (isAtom(kind, "this"))
        return QList{node.name()};
    if (isAtom(kind, "connected"))
        return node.visiblePeers() + node.hiddenPeers();
    if (isAtom(kind, "known"))
        return QList{node.name()} + node.visiblePeers() + node.hiddenPeers() + node.pendingPeers();
    return {};
}

/// `erlang:nodes/1`: a kind or a list of kinds.
FunctionResult nodes(const PracticeNode &node, const FunctionCall &call)
{
    const Term kinds = call.argument(0);
    const QList<Term> wanted = kinds.isAtom() ? QList{kinds} : kinds.toList().value_or(QList<Term>());
    if (wanted.isEmpty() && !kinds.isNil())
        return badArgument(call);
    QList<base::NodeName> names;
    for (const Term &kind : wanted) {
        const auto some = nodesOf(node, kind);
        if (!some)
            return badArgument(call);
        for (const base::NodeName &name : *some)
            if (!names.contains(name))
                names.append(name);
    }
    return returned(atoms(names));
}

/// `erlang:nodes/2`: `{Node, Info}` pairs; of the information asked for we have the type.
FunctionResult nodesWithInfo(const PracticeNode &node, const FunctionCall &call)
{
    const FunctionResult names = nodes(node, call);
    const auto *value = std::get_if<dist::call_end::Returned>(&names);
    if (!value || !call.argument(1).isMap())
        return badArgument(call);
    const QList<base::NodeName> hidden = node.hiddenPeers();
    const bool wantsType = call.argument(1).value(QLatin1String("node_type")).toBoolean().value_or(false);
    QList<Term> pairs;
    for (const Term &name : value->value.elements()) {
        const auto peer = nodeName(name);
        const Term type = peer == node.name()              ? atom("this")
                          : peer && hidden.contains(*peer) ? atom("hidden")
                                                           : atom("visible");
        const Term info = wantsType ? Term::map({{atom("node_type"), type}}) : Term::map({});
        pairs.append(Term::tuple({name, info}));
    }
    return returned(listOf(pairs));
}

/// `erlang:system_info/1`. We are no BEAM, and say so where a release is asked for.
FunctionResult systemInfo(const PracticeNode &node, const FunctionCall &call)
{
    const Term item = call.argument(0);
    const dist::LocalNode &local = node.local();
    if (isAtom(item, "otp_release"))
        return returned(Term::charlist(u"practice"));
    if (isAtom(item, "system_version"))
        return returned(Term::charlist(
            QStringLiteral("Nodescope %1 practice node\n").arg(QLatin1String(probes::ProgramVersion))));
    if (isAtom(item, "version"))
        return returned(Term::charlist(QString::fromLatin1(probes::ProgramVersion)));
    if (isAtom(item, "process_count"))
        return returned(Term::integer(qint64(local.processes().size())));
    if (isAtom(item, "creation"))
        return returned(Term::integer(local.creationOn(node.name())));
    return badArgument(call);
}
} // namespace

void addErlang(FunctionTable &table, PracticeNode &node)
{
    table.add("erlang", "node", 0, [&node](const FunctionCall &) { return returned(atom(node.name())); });
    table.add("erlang", "is_alive", 0, [](const FunctionCall &) { return returned(Term::boolean(true)); });
    table.add("erlang", "nodes", 0,
              [&node](const FunctionCall &) { return returned(atoms(node.visiblePeers())); });
    table.add("erlang", "nodes", 1, [&node](const FunctionCall &call) { return nodes(node, call); });
    table.add("erlang", "nodes", 2, [&node](const FunctionCall &call) { return nodesWithInfo(node, call); });
    table.add("erlang", "system_info", 1,
              [&node](const FunctionCall &call) { return systemInfo(node, call); });
    table.add("erlang", "processes", 0, [&node](const FunctionCall &) {
        QList<Term> pids;
        for (const dist::LocalProcess *process : node.local().processes())
            pids.append(Term::pid(process->pid()));
        return returned(listOf(pids));
    });
    table.add("erlang", "universaltime", 0,
              [&node](const FunctionCall &) { return returned(dateTimeTerm(node.local().clock().wall())); });
    table.add("erlang", "localtime", 0, [&node](const FunctionCall &) {
        return returned(dateTimeTerm(node.local().clock().wall().toLocalTime()));
    });
}

} // namespace nodescope::lab::functions
