
#include "cli/Access.h"
#include "cli/CommonOptions.h"
#include "cli/Settling.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/topology/TopologyText.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

namespace {

using base::NodeName;
using namespace std::chrono_literals;

enum class Format { Text, Json, Dot, Graphml };

std::optional<Format> formatOf(const Arguments &arguments)
{
    const QString option = QStringLiteral("format");
    if (!arguments.has(option))
        return arguments.has(QStringLiteral("json")) ? Format::Json : Format::Text;
    constexpr std::pair<QLatin1String, Format> Formats[] = {{QLatin1String("text"), Format::Text},
                                                            {QLatin1String("json"), Format::Json},
                                                            {QLatin1String("dot"), Format::Dot},
                                                            {QLatin1String("graphml"), Format::Graphml}};
    for (const auto &[name, format] : Formats) {
        if (arguments.value(option) == name)
            return format;
    }
    return std::nullopt;
}

void print(const cluster::Topology &topology, Format format, Console &console)
{
    switch (format) {
    case Format::Text:
        console.write(toText(topology));
        break;
    case Format::Json:
        console.print(toJson(topology));
        break;
    case Format::Dot:
        console.write(toDot(topology));
        break;
    case Format::Graphml:
        console.write(toGraphml(topology));
        break;
    }
}

ExitStatus runTopology(const Arguments &arguments, Console &console)
{
    const Command self = topologyCommand();
    const auto format = formatOf(arguments);
    if (!format)
        return wrongUse(self, Words::tr("--format takes text, json, dot or graphml"), console);
    console.setJson(*format == Format::Json);
    const auto nodes = nodesOf(arguments.positional());
    if (!nodes.ok())
        return wrongUse(self, nodes.error(), console);
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return wrongUse(self, ports.error(), console);
    const auto timeout = secondsOf(arguments, QStringLiteral("timeout"), 10s);
    if (!timeout.ok())
        return wrongUse(self, timeout.error(), console);
    const auto access = chooseAccess(arguments, *nodes, console);
    if (!access)
        return ExitStatus::WrongUse;

    base::SystemClock clock;
    session::LiveSettings settings;
    settings.epmdPort = ports->epmd;
    settings.distPort = ports->dist;
    settings.tls = access->tls;
    settings.reconnect = false;
    session::LiveSession session(clock, settings, access->cookies);
    for (const NodeName &node : *nodes) {
        cluster::ConnectToNode reach;
        reach.node = node;
        session.perform(reach);
    }
    settle(session, *timeout);
    print(cluster::topologyOf(session.picture().cluster()), *format, console);
    return reportUnreached(*nodes, session.picture().cluster(), console) ? ExitStatus::Done
                                                                         : ExitStatus::Failed;
}

} // namespace

Command topologyCommand()
{
    Command command;
    command.name = QStringLiteral("topology");
    command.synopsis = QStringLiteral("NODE... [--cookie-file FILE] [--tls-optfile FILE] [--format "
                                      "text|json|dot|graphml] [--epmd-port PORT] [--dist-port PORT] "
                                      "[--timeout SECONDS]");
    command.summary = Words::tr("a cluster: its nodes, and each link as both its ends see it");
    command.help = Words::tr(
        "Connects to the named nodes, asks each whom it is connected to, goes on to those nodes, "
        "and prints what was found. Links that failed are explained. Fails when one of the "
        "named nodes could not be reached; what was found is printed nevertheless. WATCHED says how "
        "what a node sees is known: push (a process of ours on the node sends its events), poll (it "
        "is asked at intervals), hearsay (only other nodes tell of it), none (nothing is known "
        "yet). A dash stands for what is not known.");
    command.options = {cookieFileOption(),
                       tlsOption(),
                       {QStringLiteral("format"), QStringLiteral("FORMAT"),
                        Words::tr("text (default), json, dot for Graphviz, or graphml")},
                       {QStringLiteral("json"), {}, Words::tr("the same as --format json")},
                       epmdPortOption(),
                       distPortOption(),
                       timeoutOption(Words::tr("print what is known after so long (default: 10)"))};
    command.example = QStringLiteral("nodescope-cli topology app@db1 --cookie-file ~/.erlang.cookie");
    command.minArguments = 1;
    command.maxArguments = -1;
    command.run = runTopology;
    return command;
}

} // namespace nodescope::cli
