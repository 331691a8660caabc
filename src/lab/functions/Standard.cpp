#include <algorithm>

#include <QCoreApplication>

#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// `init:get_argument/1`, as if we had been started by `erl -name … [-hidden]`.
FunctionResult getArgument(const PracticeNode &node, const FunctionCall &call)
{
    const Term flag = call.argument(0);
    if (isAtom(flag, "hidden") && node.isHidden())
        return returned(okTuple(Term::list({Term::nil()})));
    if (flag.isAtom(node.name().isLong() ? QLatin1String("name") : QLatin1String("sname")))
        return returned(okTuple(Term::list({Term::list({Term::charlist(node.name().text())})})));
    return returned(atom("error"));
}

FunctionResult reverse(const FunctionCall &call)
{
    auto list = call.argument(0).toList();
    if (!list)
        return raisedError(call, atom("function_clause"));
    std::reverse(list->begin(), list->end());
    return returned(listOf(*list));
}
} // namespace

void addStandard(FunctionTable &table, PracticeNode &node)
{
    table.add("init", "get_argument", 1,
              [&node](const FunctionCall &call) { return getArgument(node, call); });
    // No application runs here, Elixir neither.
    const auto undefined = [](const FunctionCall &) { return returned(atom("undefined")); };
    table.add("application", "get_key", 2, undefined);
    table.add("application", "get_env", 1, undefined);
    table.add("application", "get_env", 2, undefined);
    table.add("application", "which_applications", 0,
              [](const FunctionCall &) { return returned(Term::nil()); });
    table.add("os", "getpid", 0, [](const FunctionCall &) {
        return returned(Term::charlist(QString::number(QCoreApplication::applicationPid())));
    });
    table.add("lists", "reverse", 1, reverse);
}

} // namespace nodescope::lab::functions
