#include "cli/shell/Shell.h"

#include "cli/CommonOptions.h"
#include "cli/TermText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"

namespace nodescope::cli {

namespace {

using namespace std::chrono_literals;

ExitStatus runShell(const Arguments &arguments, Console &console)
{
    const Command self = shellCommand();
    const auto node = nodeOf(arguments.positional().at(0));
    if (!node.ok())
        return wrongUse(self, node.error(), console);
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return wrongUse(self, ports.error(), console);
    const auto timeout = secondsOf(arguments, QStringLiteral("timeout"), 10s);
    if (!timeout.ok())
        return wrongUse(self, timeout.error(), console);
    const auto connection = NodeConnection::open(arguments, *node, *ports, console);
    if (!connection.ok())
        return connection.error();
    Shell::Settings settings{*node, syntaxOf(arguments), *timeout, {}};
    if (console.isInteractive() && !arguments.has(QStringLiteral("no-history")))
        settings.history = ShellHistory::defaultPath();
    Shell shell(**connection, settings, console);
    return console.isInteractive() ? shell.runAtTerminal() : shell.runPiped();
}

} // namespace

Command shellCommand()
{
    Command command;
    command.name = QStringLiteral("shell");
    command.synopsis =
        QStringLiteral("NODE [--elixir] [--timeout SECONDS] [--no-history] [--cookie-file FILE] "
                       "[--tls-optfile FILE] [--epmd-port PORT] [--dist-port PORT] [--json]");
    command.summary = Words::tr("call functions of a node and send messages, line by line");
    command.help =
        Words::tr("Reads lines and prints what comes of each: a call, as lists:seq(1, 3) or, with --elixir, "
                  "Enum.sum([1, 2]); a message, as echo ! {self(), hello}; a term. flush() prints what "
                  "self() got, help what else there is, quit leaves. Arguments are data: nothing else is "
                  "evaluated. At a terminal lines can be edited, recalled, and completed by Tab.");
    command.options = {elixirOption(),
                       timeoutOption(Words::tr("how long to wait for each answer (default: 10)")),
                       {QStringLiteral("no-history"), {}, Words::tr("keep no history of lines in a file")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       jsonOption()};
    command.example = QStringLiteral("nodescope-cli shell app@db1");
    command.minArguments = 1;
    command.maxArguments = 1;
    command.run = runShell;
    return command;
}

} // namespace nodescope::cli
