
#include <optional>

#include <QRegularExpression>

#include "cli/CommonOptions.h"
#include "cli/NodeConnection.h"
#include "cli/SafeText.h"
#include "cli/TermText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/errands/ErrandOutput.h"
#include "doctor/errands/ErrandPlan.h"
#include "term/Encoder.h"

namespace nodescope::cli {

namespace {

using namespace cluster;
using term::Term;
using namespace std::chrono_literals;

/// `NAME@NODE`, where the name ends at the first `@`, since a node's own name holds exactly one; or a pid or
/// an alias as it is printed.
bool readDestination(const QString &word, cluster::Errand &errand)
{
    errand.process = word;
    if (word.startsWith(u'#')) {
        errand.node = doctor::nodeOfIdentifier(word);
        return !errand.node.isNull();
    }
    const qsizetype at = word.indexOf(u'@');
    const auto node = at > 0 ? base::NodeName::parse(QStringView(word).mid(at + 1)) : std::nullopt;
    errand.process = word.left(at);
    errand.node = node.value_or(base::NodeName());
    return node && Term::atom(errand.process).isValid();
}

/// What `--as` says; empty: nothing that there is.
std::optional<ErrandKind> kindOf(const Arguments &arguments)
{
    const QString as = arguments.value(QStringLiteral("as"));
    if (as.isEmpty() || as == QStringLiteral("message"))
        return ErrandKind::Send;
    for (const ErrandKind kind :
         {ErrandKind::GenCall, ErrandKind::GenCast, ErrandKind::Exit, ErrandKind::Monitor}) {
        if (as == identifierOf(kind) || QStringLiteral("gen_") + as == identifierOf(kind))
            return kind;
    }
    return std::nullopt;
}

/// Milliseconds, with or without `ms` behind the number, or seconds with `s` behind it; null: not asked for.
base::Result<std::optional<base::Duration>, QString> waitOf(const Arguments &arguments)
{
    const QString option = QStringLiteral("wait");
    if (!arguments.has(option))
        return std::optional<base::Duration>();
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})(ms|s)?$"));
    const QRegularExpressionMatch match = form.match(arguments.value(option));
    const int count = match.captured(1).toInt();
    if (count == 0)
        return base::Failure{
            Words::tr("--wait takes a number of milliseconds, or of seconds as in 5s, not %1")
                .arg(safeText(arguments.value(option)))};
    using namespace std::chrono;
    return std::optional<base::Duration>(match.captured(2) == u's' ? milliseconds(seconds(count))
                                                                   : milliseconds(count));
}

ExitStatus failed(const QString &id, const QString &text, Console &console)
{
    console.error(id, text);
    return ExitStatus::Failed;
}

/// What an errand came to, where no answer is to be printed.
ExitStatus tellEnd(const ErrandOutcome &outcome, Console &console)
{
    const Errand &errand = outcome.report.errand;
    const ErrandStep last = outcome.report.steps.isEmpty() ? ErrandStep{} : outcome.report.steps.last();
    switch (last.kind) {
    case ErrandStepKind::Absent:
        return failed(QStringLiteral("no_process"),
                      Words::tr("no process is registered as %1 on %2")
                          .arg(safeText(errand.process), errand.node.text()),
                      console);
    case ErrandStepKind::TimedOut:
        return failed(QStringLiteral("timeout"), Words::tr("sent, but no answer came in time"), console);
    case ErrandStepKind::Raised:
        return failed(QStringLiteral("raised"), Words::tr("it raised %1").arg(safeText(last.detail)),
                      console);
    case ErrandStepKind::Failed:
        return failed(QStringLiteral("not_sent"),
                      Words::tr("the message could not be sent (%1)").arg(safeText(last.detail)), console);
    default:
        break;
    }
    if (errand.kind == ErrandKind::Monitor || errand.kind == ErrandKind::Exit) {
        const bool alive = last.kind == ErrandStepKind::StillAlive;
        if (console.isJson())
            console.print(
                QJsonObject{{QStringLiteral("alive"), alive}, {QStringLiteral("reason"), last.detail}});
        else
            console.print(alive ? Words::tr("the process is still alive")
                                : Words::tr("the process ended: %1").arg(safeText(last.detail)));
        return ExitStatus::Done;
    }
    if (console.isJson()) {
        const bool known = outcome.step(ErrandStepKind::Delivered) != nullptr;
        console.print(QJsonObject{{QStringLiteral("sent"), true},
                                  {QStringLiteral("delivered"), known ? QJsonValue(true) : QJsonValue()}});
    }
    return ExitStatus::Done;
}

ExitStatus perform(const Errand &errand, NodeConnection &connection, const Arguments &arguments,
                   Console &console)
{
    const ErrandOutcome outcome =
        doErrand(connection.self(), errand, arguments.has(QStringLiteral("steps")), console);
    if (!outcome.answer || errand.wait == base::Duration::zero())
        return tellEnd(outcome, console);
    console.write(shownTerm(*outcome.answer, arguments) + '\n');
    return ExitStatus::Done;
}

/// The errand that the words describe, or a complaint.
base::Result<Errand, QString> errandOf(const Arguments &arguments)
{
    Errand errand;
    errand.id = 1;
    const auto kind = kindOf(arguments);
    if (!kind)
        return base::Failure{Words::tr("--as takes message, call, cast, exit or monitor")};
    errand.kind = *kind;
    const QStringList &words = arguments.positional();
    if (!readDestination(words.at(0), errand))
        return base::Failure{Words::tr("%1 is no process: write NAME@NODE, as in echo@alice@127.0.0.1")
                                 .arg(safeText(words.at(0)))};
    const QString via = arguments.value(QStringLiteral("via"));
    if (!via.isEmpty()) {
        const auto node = nodeOf(via);
        if (!node.ok())
            return base::Failure{node.error()};
        errand.via = *node;
    }
    const auto wait = waitOf(arguments);
    if (!wait.ok())
        return base::Failure{wait.error()};
    const bool silent = errand.kind == ErrandKind::Send || errand.kind == ErrandKind::GenCast;
    errand.wait = wait->value_or(silent ? 0s : 5s);
    if (errand.kind == ErrandKind::Monitor)
        return errand;
    if (words.size() < 2)
        return base::Failure{Words::tr("a term is missing")};
    term::ParseOptions options;
    options.syntax = syntaxOf(arguments);
    options.self = doctor::selfPlace();
    const auto term = term::parse(words.at(1), options);
    if (!term.ok())
        return base::Failure{textOf(term.error()) + u'\n' + caretOf(term.error(), words.at(1))};
    errand.externalTerm = term::encode(*term);
    return errand;
}

ExitStatus runSend(const Arguments &arguments, Console &console)
{
    const Command self = sendCommand();
    const auto errand = errandOf(arguments);
    if (!errand.ok())
        return wrongUse(self, errand.error(), console);
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return wrongUse(self, ports.error(), console);
    if (arguments.has(QStringLiteral("plan"))) {
        printPlan(*errand, console);
        return ExitStatus::Done;
    }
    const base::NodeName &first = errand->via.isNull() ? errand->node : errand->via;
    const auto connection = NodeConnection::open(arguments, first, *ports, console);
    if (!connection.ok())
        return connection.error();
    return perform(*errand, **connection, arguments, console);
}

} // namespace

Command sendCommand()
{
    Command command;
    command.name = QStringLiteral("send");
    command.synopsis = QStringLiteral("PROCESS TERM [--via NODE] [--wait MS] [--as KIND] [--steps] "
                                      "[--plan] [--cookie-file FILE] [--tls-optfile "
                                      "FILE] [--epmd-port PORT] [--dist-port PORT] "
                                      "[--elixir] [--json]");
    command.summary = Words::tr("send a message to a process");
    command.help = Words::tr(
        "Sends TERM to PROCESS: NAME@NODE for a registered name, or a pid or alias as it is printed, "
        "#Pid<…> or #Ref<…>. In the term, self() stands for a process of this program; with --wait "
        "the first message that it gets is printed: nodescope-cli send echo@alice@127.0.0.1 "
        "\"{self(), hello}\" --wait 1000. With --via the message goes from a process on that node, over "
        "that node’s own link, and self() is that process; what it gets is passed on to here.");
    command.options = {{QStringLiteral("wait"), QStringLiteral("MS"),
                        Words::tr("wait so many milliseconds for an answer, and print it; 5s are seconds")},
                       {QStringLiteral("via"), QStringLiteral("NODE"),
                        Words::tr("have this node send it, over its own link")},
                       {QStringLiteral("as"), QStringLiteral("KIND"),
                        Words::tr("message, call or cast (of gen_server), exit, or monitor (without TERM)")},
                       {QStringLiteral("steps"), {}, Words::tr("tell each step and its time")},
                       {QStringLiteral("plan"), {}, Words::tr("only say what would run where")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       elixirOption(),
                       jsonOption()};
    command.example = QStringLiteral("nodescope-cli send echo@app@db1 hello");
    command.minArguments = 1;
    command.maxArguments = 2;
    command.run = runSend;
    return command;
}

} // namespace nodescope::cli
