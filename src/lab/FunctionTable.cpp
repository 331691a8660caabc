#include "lab/FunctionTable.h"

namespace nodescope::lab {

using term::Term;

Term FunctionCall::argument(std::size_t index) const
{
    return index < arguments.size() ? arguments[index] : Term();
}

Term FunctionCall::stack() const
{
    return Term::list({Term::tuple({Term::atom(module), Term::atom(function),
                                    Term::list(std::span<const Term>(arguments)), Term::nil()})});
}

FunctionResult returned(const Term &value)
{
    return dist::call_end::Returned{value};
}

FunctionResult raisedError(const FunctionCall &call, const Term &reason)
{
    return dist::call_end::Raised{dist::call_end::Raised::Class::Error, reason, call.stack()};
}

FunctionResult badArgument(const FunctionCall &call)
{
    return raisedError(call, Term::atom(QLatin1String("badarg")));
}

void FunctionTable::add(const char *module, const char *function, int arity, const Plain &body)
{
    addLater(module, function, arity,
             [body](const FunctionCall &call, const FunctionReply &reply) { reply(body(call)); });
}

void FunctionTable::addLater(const char *module, const char *function, int arity, const Later &body)
{
    m_functions.insert({QString::fromLatin1(module), QString::fromLatin1(function), arity}, body);
}

bool FunctionTable::contains(const QString &module, const QString &function, int arity) const
{
    return m_functions.contains({module, function, arity});
}

void FunctionTable::call(const FunctionCall &call, const FunctionReply &reply) const
{
    const auto found = m_functions.constFind({call.module, call.function, int(call.arguments.size())});
    if (found != m_functions.cend())
        return found.value()(call, reply);
    const bool apply = call.module == QLatin1String("erlang") && call.function == QLatin1String("apply") &&
                       call.arguments.size() == 3;
    const auto arguments = apply ? call.arguments[2].toList() : std::nullopt;
    if (!arguments || !call.arguments[0].isAtom() || !call.arguments[1].isAtom())
        return reply(raisedError(call, Term::atom(QLatin1String("undef"))));
    FunctionCall inner{call.arguments[0].atomText(),
                       call.arguments[1].atomText(),
                       {arguments->cbegin(), arguments->cend()},
                       call.caller};
    // One level only: a chain of applies would be recursion that the caller controls.
    const auto target = m_functions.constFind({inner.module, inner.function, int(inner.arguments.size())});
    if (target == m_functions.cend())
        return reply(raisedError(inner, Term::atom(QLatin1String("undef"))));
    target.value()(inner, reply);
}

} // namespace nodescope::lab
