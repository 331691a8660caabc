#include <algorithm>

#include <QFile>

#include "cli/Access.h"
#include "cli/CommonOptions.h"
#include "cli/LintOutput.h"
#include "cli/SafeText.h"
#include "cli/Settling.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"

namespace nodescope::cli {

namespace {

using base::NodeName;
using namespace std::chrono_literals;

constexpr qint64 MaxListBytes = 1 << 20;

struct LintOptions
{
    QList<NodeName> nodes;
    QList<NodeName> expected;
    quint16 epmdPort = 0;
    quint16 distPort = 0;
    base::Duration timeout{};
};

/// One name a line; what follows a `#` is a comment.
base::Result<QList<NodeName>, QString> readExpected(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Failure{Words::tr("%1 cannot be read: %2").arg(safeText(path), file.errorString())};
    const QStringList lines = QString::fromUtf8(file.read(MaxListBytes)).split(u'\n');
    QStringList words;
    for (const QString &line : lines) {
        const QString word = line.section(u'#', 0, 0).trimmed();
        if (!word.isEmpty())
            words.append(word);
    }
    return nodesOf(words);
}

base::Result<LintOptions, QString> lintOptions(const Arguments &arguments)
{
    LintOptions options;
    const auto nodes = nodesOf(arguments.positional());
    if (!nodes.ok())
        return base::Failure{nodes.error()};
    options.nodes = *nodes;
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return base::Failure{ports.error()};
    options.epmdPort = ports->epmd;
    options.distPort = ports->dist;
    const auto timeout = secondsOf(arguments, QStringLiteral("timeout"), 10s);
    if (!timeout.ok())
        return base::Failure{timeout.error()};
    options.timeout = *timeout;
    if (const QString option = QStringLiteral("expect"); arguments.has(option)) {
        const auto expected = readExpected(arguments.value(option));
        if (!expected.ok())
            return base::Failure{expected.error()};
        options.expected = *expected;
    }
    return options;
}

/// Connects, follows to all nodes that are known there, and compares them.
cluster::LintReport compare(session::LiveSession &session, const LintOptions &options)
{
    for (const NodeName &node : options.nodes) {
        cluster::ConnectToNode reach;
        reach.node = node;
        session.perform(reach);
    }
    settle(session, options.timeout);
    // A named node is expected, whether or not it stands in the list.
    QList<NodeName> expected = options.nodes;
    for (const NodeName &node : options.expected) {
        if (!expected.contains(node))
            expected.append(node);
    }
    session.perform(cluster::CompareSettings{expected});
    // Each node has its own time limit; the round ends by itself.
    settle(session, options.timeout + 30s);
    return session.picture().cluster().lint();
}

ExitStatus runLint(const Arguments &arguments, Console &console)
{
    console.setJson(arguments.has(QStringLiteral("json")));
    const auto options = lintOptions(arguments);
    if (!options.ok())
        return wrongUse(lintCommand(), options.error(), console);
    const auto access = chooseAccess(arguments, options->nodes, console);
    if (!access)
        return ExitStatus::WrongUse;

    base::SystemClock clock;
    session::LiveSettings settings;
    settings.epmdPort = options->epmdPort;
    settings.distPort = options->distPort;
    settings.tls = access->tls;
    settings.reconnect = false;
    session::LiveSession session(clock, settings, access->cookies);
    const cluster::LintReport report = compare(session, *options);
    if (console.isJson())
        console.print(jsonOf(report));
    else
        console.print(textOf(report).join(u'\n'));
    const bool reached = reportUnreached(options->nodes, session.picture().cluster(), console);
    const bool bad =
        std::any_of(report.findings.begin(), report.findings.end(), [](const cluster::LintFinding &found) {
            return found.severity != cluster::LintSeverity::Note;
        });
    return bad || !reached ? ExitStatus::Failed : ExitStatus::Done;
}

} // namespace

Command lintCommand()
{
    Command command;
    command.name = QStringLiteral("lint");
    command.synopsis =
        QStringLiteral("NODE... [--expect FILE] [--cookie-file FILE] [--tls-optfile FILE] [--epmd-port PORT] "
                       "[--dist-port PORT] [--timeout SECONDS] [--json]");
    command.summary = Words::tr("what will bite later: the settings of all nodes of a cluster compared");
    command.help =
        Words::tr("Connects to the named nodes, goes on to all that they know, asks each how it is set, and "
                  "says what differs or is dangerous. Nothing is changed, and no cookie leaves a node. Fails "
                  "when there is more than a note, or when a named node could not be reached.");
    command.options = {{QStringLiteral("expect"), QStringLiteral("FILE"),
                        Words::tr("nodes that should be there, one a line")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       timeoutOption(Words::tr("go on with the nodes found after so long (default: 10)")),
                       jsonOption()};
    command.example = QStringLiteral("nodescope-cli lint app@db1");
    command.minArguments = 1;
    command.maxArguments = -1;
    command.run = runLint;
    return command;
}

} // namespace nodescope::cli
