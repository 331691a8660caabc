#include <QJsonDocument>

#include "cli/CommonOptions.h"
#include "cli/NodeConnection.h"
#include "cli/SafeText.h"
#include "cli/TermText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "term/Json.h"

namespace nodescope::cli {

namespace {

using term::Term;
using namespace std::chrono_literals;
using Raised = dist::call_end::Raised;

QJsonValue jsonValue(const Term &term)
{
    // QJsonDocument reads no bare value: it is read as the one element of an array.
    const QByteArray array = '[' + term::toJson(term) + ']';
    return QJsonDocument::fromJson(array)[0];
}

QString className(Raised::Class kind)
{
    switch (kind) {
    case Raised::Class::Throw:
        return QStringLiteral("throw");
    case Raised::Class::Exit:
        return QStringLiteral("exit");
    case Raised::Class::Error:
        break;
    }
    return QStringLiteral("error");
}

/// One overload per way in which a call can end; each reports, and says how the program ends.
class Outcome
{
public:
    Outcome(const Arguments &arguments, Console &console)
        : m_arguments(arguments)
        , m_console(console)
    {
    }

    ExitStatus operator()(const dist::call_end::Returned &end) const
    {
        m_console.write(shownTerm(end.value, m_arguments) + '\n');
        return ExitStatus::Done;
    }
    ExitStatus operator()(const Raised &end) const
    {
        QJsonObject facts{{QStringLiteral("class"), className(end.kind)},
                          {QStringLiteral("reason"), jsonValue(end.reason)}};
        if (end.stack.isValid())
            facts.insert(QStringLiteral("stack"), jsonValue(end.stack));
        m_console.error(QStringLiteral("raised"),
                        Words::tr("the call raised %1: %2").arg(className(end.kind), shown(end.reason)),
                        facts);
        for (const Term &frame : end.stack.elements())
            m_console.explain(QStringLiteral("  ") + shown(frame));
        return ExitStatus::Failed;
    }
    ExitStatus operator()(const dist::call_end::BadRpc &end) const
    {
        m_console.error(QStringLiteral("badrpc"),
                        Words::tr("the call failed: badrpc %1").arg(shown(end.reason)),
                        {{QStringLiteral("reason"), jsonValue(end.reason)}});
        return ExitStatus::Failed;
    }
    ExitStatus operator()(const dist::call_end::TimedOut &) const
    {
        return failed(QStringLiteral("timeout"),
                      Words::tr("no answer in time; the function may still run there"));
    }
    ExitStatus operator()(const dist::call_end::NoConnection &) const
    {
        return failed(QStringLiteral("connection_lost"),
                      Words::tr("the link went down before the answer came"));
    }
    ExitStatus operator()(const dist::call_end::NotSupported &end) const
    {
        return failed(QStringLiteral("not_supported"),
                      Words::tr("this node answers no calls (%1)").arg(safeText(end.detail)));
    }
    ExitStatus operator()(const dist::call_end::Cancelled &) const
    {
        return failed(QStringLiteral("cancelled"), Words::tr("the call was given up"));
    }

private:
    ExitStatus failed(const QString &id, const QString &text) const
    {
        m_console.error(id, text);
        return ExitStatus::Failed;
    }
    QString shown(const Term &term) const
    {
        term::PrintOptions options;
        options.syntax = syntaxOf(m_arguments);
        options.maxCharacters = 2000;
        return term::print(term, options).text;
    }

    const Arguments &m_arguments;
    Console &m_console;
};

/// An Elixir module may be written as in Elixir.
QString moduleOf(const QString &word, const Arguments &arguments)
{
    const bool alias = arguments.has(QStringLiteral("elixir")) && !word.isEmpty() && word.at(0).isUpper();
    return alias && !word.startsWith(QLatin1String("Elixir.")) ? QStringLiteral("Elixir.") + word : word;
}

base::Result<std::vector<Term>, QString> argumentsOf(const QString &text, term::Syntax syntax)
{
    const auto list = term::parse(text, {syntax, {}});
    if (!list.ok())
        return base::Failure{textOf(list.error()) + u'\n' + caretOf(list.error(), text)};
    const auto elements = list->toList();
    if (!elements)
        return base::Failure{Words::tr("the arguments must be a list, as in [kernel, 42]")};
    return std::vector<Term>(elements->begin(), elements->end());
}

/// From `NODE MODULE FUNCTION [ARGUMENTS]`, or `NODE EXPRESSION`. The node and the time are set by the
/// caller.
base::Result<dist::CallRequest, QString> requestOf(const Arguments &arguments)
{
    const QStringList &words = arguments.positional();
    dist::CallRequest request;
    if (words.size() == 2) {
        const auto expression = readExpression(words.at(1), {syntaxOf(arguments), {}});
        if (!expression.ok())
            return base::Failure{textOf(expression.error()) + u'\n' +
                                 caretOf(expression.error(), words.at(1))};
        const auto *call = std::get_if<term::CallExpression>(&*expression);
        if (!call)
            return base::Failure{
                Words::tr("%1 is no call, as lists:seq(1, 3) is").arg(safeText(words.at(1)))};
        request.module = call->module;
        request.function = call->function;
        for (const Term &argument : call->arguments.elements())
            request.arguments.push_back(argument);
        return request;
    }
    const auto terms =
        argumentsOf(words.size() > 3 ? words.at(3) : QStringLiteral("[]"), syntaxOf(arguments));
    if (!terms.ok())
        return base::Failure{terms.error()};
    request.module = moduleOf(words.at(1), arguments);
    request.function = words.at(2);
    request.arguments = *terms;
    for (const QString &name : {request.module, request.function}) {
        if (!Term::atom(name).isValid() || name.isEmpty())
            return base::Failure{Words::tr("%1 is no name of a module or function").arg(safeText(name))};
    }
    return request;
}

/// The same, made by `via` over its own link.
dist::CallRequest relayed(const dist::CallRequest &request, const base::NodeName &via)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(request.timeout).count();
    dist::CallRequest outer;
    outer.node = via;
    outer.timeout = request.timeout + 2s; // its own word shall reach us
    outer.module = QStringLiteral("erpc");
    outer.function = QStringLiteral("call");
    outer.arguments = {Term::atom(request.node.text()), Term::atom(request.module),
                       Term::atom(request.function), Term::list(std::span<const Term>(request.arguments)),
                       Term::integer(milliseconds)};
    return outer;
}

ExitStatus runCall(const Arguments &arguments, Console &console)
{
    const Command self = callCommand();
    const QStringList &words = arguments.positional();
    const auto node = nodeOf(words.at(0));
    if (!node.ok())
        return wrongUse(self, node.error(), console);
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return wrongUse(self, ports.error(), console);
    const auto timeout = secondsOf(arguments, QStringLiteral("timeout"), 10s);
    if (!timeout.ok())
        return wrongUse(self, timeout.error(), console);
    auto called = requestOf(arguments);
    if (!called.ok())
        return wrongUse(self, called.error(), console);
    called->node = *node;
    called->timeout = *timeout;
    const QString via = arguments.value(QStringLiteral("via"));
    const auto first = via.isEmpty() ? node : nodeOf(via);
    if (!first.ok())
        return wrongUse(self, first.error(), console);
    const dist::CallRequest request = via.isEmpty() ? *called : relayed(*called, *first);
    const auto connection = NodeConnection::open(arguments, *first, *ports, console);
    if (!connection.ok())
        return connection.error();
    const dist::CallResult result = (*connection)->call(request);
    return std::visit(Outcome(arguments, console), result.end);
}

} // namespace

Command callCommand()
{
    Command command;
    command.name = QStringLiteral("call");
    command.synopsis = QStringLiteral(
        "NODE (EXPRESSION | MODULE FUNCTION [ARGUMENTS]) [--via NODE] [--cookie-file FILE] [--tls-optfile "
        "FILE] [--epmd-port PORT] [--dist-port PORT] "
        "[--timeout SECONDS] [--elixir] [--json]");
    command.summary = Words::tr("call a function on a node");
    command.help = Words::tr(
        "Calls MODULE:FUNCTION on NODE and prints what it returns. ARGUMENTS is one list of "
        "terms, such as \"[kernel, 42]\"; without it the function gets none. EXPRESSION is the same as "
        "one writes it: \"lists:seq(1, 3)\", or \"Enum.sum([1, 2])\" with --elixir. An exception "
        "that the function raises goes to the error output with its class, reason and stack.");
    command.options = {{QStringLiteral("via"), QStringLiteral("NODE"),
                        Words::tr("have this node call it, over its own link")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       timeoutOption(Words::tr("how long to wait for the answer (default: 10)")),
                       elixirOption(),
                       jsonOption()};
    command.example = QStringLiteral("nodescope-cli call app@db1 'erlang:nodes()'");
    command.minArguments = 2;
    command.maxArguments = 4;
    command.run = runCall;
    return command;
}

} // namespace nodescope::cli
