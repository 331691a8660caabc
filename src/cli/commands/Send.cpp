#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include "cli/CommonOptions.h"
#include "cli/CookieChoice.h"
#include "cli/NodeConnection.h"
#include "cli/SafeText.h"
#include "cli/TermText.h"
#include "cli/TlsChoice.h"
#include "cli/commands/Commands.h"
#include "dist/Timing.h"

namespace nodescope::cli {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using term::Term;
using namespace std::chrono_literals;

/// `NAME@NODE`: the name ends at the first `@`, since a node's own name holds exactly one.
std::optional<dist::ProcessName> destinationOf(const QString &word)
{
    const qsizetype at = word.indexOf(u'@');
    const auto node = at > 0 ? base::NodeName::parse(QStringView(word).mid(at + 1)) : std::nullopt;
    if (!node || !Term::atom(QStringView(word).left(at)).isValid())
        return std::nullopt;
    return dist::ProcessName{*node, word.left(at)};
}

/// What is to be sent, in whose name, and for how long an answer is awaited.
struct Errand
{
    dist::ProcessName to;
    QString text;
    term::Syntax syntax = term::Syntax::Erlang;
    std::optional<base::Duration> wait;
};

/// Whether the node says that nobody has the name. A node that answers no calls is believed to know it.
bool isUnknownThere(NodeConnection &connection, const dist::ProcessName &to)
{
    dist::CallRequest request;
    request.node = to.node;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("whereis");
    request.arguments = {Term::atom(to.name)};
    // Signals arrive in order: with its answer our message has arrived, too.
    const dist::CallResult result = connection.call(request);
    return result.value() && result.value()->isAtom(QLatin1String("undefined"));
}

std::optional<Term> awaitAnswer(dist::LocalProcess &process, base::Duration wait, std::optional<Term> &answer)
{
    if (!answer) {
        QEventLoop loop;
        QObject::connect(&process, &dist::LocalProcess::message, &loop, &QEventLoop::quit);
        QTimer::singleShot(dist::timerInterval(wait), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return answer;
}

ExitStatus perform(const Errand &errand, NodeConnection &connection, const Arguments &arguments,
                   Console &console)
{
    dist::LocalProcess *process = connection.self().createProcess();
    std::optional<Term> answer;
    QObject::connect(process, &dist::LocalProcess::message, process, [&](const Term &message) {
        if (!answer)
            answer = message;
    });
    const QString self = term::toErlang(Term::pid(process->pidOn(errand.to.node)));
    const auto message = term::parse(withSelf(errand.text, errand.syntax, self), {errand.syntax, {}});
    const bool sent = message.ok() && process->send(errand.to, *message) == dist::SendResult::Sent;
    if (!sent) {
        console.error(QStringLiteral("not_sent"), Words::tr("the message could not be sent"));
        return ExitStatus::Failed;
    }
    if (isUnknownThere(connection, errand.to)) {
        console.error(QStringLiteral("no_process"),
                      Words::tr("no process is registered as %1 on %2")
                          .arg(safeText(errand.to.name), errand.to.node.text()));
        return ExitStatus::Failed;
    }
    if (!errand.wait) {
        if (console.isJson())
            console.print(QJsonObject{{QStringLiteral("sent"), true}});
        return ExitStatus::Done;
    }
    if (!awaitAnswer(*process, *errand.wait, answer)) {
        console.error(QStringLiteral("timeout"), Words::tr("sent, but no answer came in time"));
        return ExitStatus::Failed;
    }
    console.write(shownTerm(*answer, arguments) + '\n');
    return ExitStatus::Done;
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    const Command self = sendCommand();
    const auto destination = destinationOf(arguments.positional().at(0));
    if (!destination)
        return wrongUse(self,
                        Words::tr("%1 is no process: write NAME@NODE, as in echo@alice@127.0.0.1")
                            .arg(safeText(arguments.positional().at(0))),
                        console);
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return wrongUse(self, port.error(), console);
    const auto distPort = distPortOf(arguments);
    if (!distPort.ok())
        return wrongUse(self, distPort.error(), console);
    const auto wait = secondsOf(arguments, QStringLiteral("wait"), 0s);
    if (!wait.ok())
        return wrongUse(self, wait.error(), console);
    Errand errand{*destination, arguments.positional().at(1), syntaxOf(arguments), {}};
    if (arguments.has(QStringLiteral("wait")))
        errand.wait = *wait;
    // A stand-in of the same length, so that errors point at what was typed.
    const QString standIn =
        errand.syntax == term::Syntax::Erlang ? QStringLiteral("'self'") : QStringLiteral(":self_");
    const auto tried = term::parse(withSelf(errand.text, errand.syntax, standIn), {errand.syntax, {}});
    if (!tried.ok())
        return wrongUse(self, textOf(tried.error()) + u'\n' + caretOf(tried.error(), errand.text), console);
    const auto cookies = chooseCookie(arguments, {destination->node}, console);
    if (!cookies)
        return ExitStatus::WrongUse;
    const auto tls = chooseTls(arguments, console);
    if (!tls.ok())
        return tls.error();
    NodeConnection connection(*cookies, tls.value());
    if (!connection.open(destination->node, *port, *distPort, console))
        return ExitStatus::Failed;
    return perform(errand, connection, arguments, console);
}

} // namespace

Command sendCommand()
{
    Command command;
    command.name = QStringLiteral("send");
    command.synopsis = QStringLiteral("NAME@NODE TERM [--wait SECONDS] [--cookie-file FILE] [--tls-optfile "
                                      "FILE] [--epmd-port PORT] [--dist-port PORT] "
                                      "[--elixir] [--json]");
    command.summary = Words::tr("send a message to a registered process");
    command.help =
        Words::tr("Sends TERM to the process that is registered as NAME on NODE. In the term, self() stands "
                  "for a process of this program; with --wait the first message that it gets is printed: "
                  "nodescope-cli send echo@alice@127.0.0.1 \"{self(), hello}\" --wait 1");
    command.options = {{QStringLiteral("wait"), QStringLiteral("SECONDS"),
                        Words::tr("wait so long for an answer, and print it")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       elixirOption(),
                       jsonOption()};
    command.minArguments = 2;
    command.maxArguments = 2;
    command.run = run;
    return command;
}

} // namespace nodescope::cli
