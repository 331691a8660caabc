#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include "cli/CommonOptions.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/discover/DiscoveryOutput.h"
#include "cli/discover/SourceWords.h"
#include "cluster/Profile.h"
#include "dist/Timing.h"
#include "session/discovery/SourceDesk.h"

namespace nodescope::cli {

namespace {

using namespace std::chrono_literals;

// Nodes send their heartbeats at random intervals of up to five seconds.
constexpr auto GossipTime = 6s;

/// The expected nodes and the sources of the profile, or what is wrong with it.
base::Result<cluster::Profile, QString> profileOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Failure{Words::tr("%1 cannot be read: %2").arg(safeText(path), file.errorString())};
    const auto profile = cluster::readProfile(file.read(cluster::MaxProfileBytes + 1));
    if (!profile.ok())
        return base::Failure{Words::tr("%1 is no profile: %2")
                                 .arg(safeText(path), QString(cluster::identifierOf(profile.error().fault) +
                                                              u' ' + profile.error().detail))};
    return *profile;
}

/// Runs until each source has answered, or for a while where heartbeats are awaited.
void wait(const session::SourceDesk &desk, base::Duration timeout, base::Duration least)
{
    QEventLoop loop;
    bool late = least == base::Duration::zero();
    const auto look = [&] {
        if (late && desk.isIdle())
            loop.quit();
    };
    QObject::connect(&desk, &session::SourceDesk::changed, &loop, look, Qt::QueuedConnection);
    QTimer::singleShot(dist::timerInterval(least), &loop, [&] {
        late = true;
        look();
    });
    QTimer::singleShot(dist::timerInterval(timeout), &loop, &QEventLoop::quit);
    loop.exec();
}

ExitStatus ask(const QList<cluster::SourceSpec> &sources, const QList<base::NodeName> &expected,
               quint16 epmdPort, base::Duration timeout, Console &console)
{
    base::SystemClock clock;
    dist::EpmdClient epmd(clock);
    session::Picture picture(clock);
    session::SourceDesk desk(clock, epmd, picture, [epmdPort](const base::NodeName &) { return epmdPort; });
    picture.setExpected(expected);
    base::Duration least = base::Duration::zero();
    for (const cluster::SourceSpec &source : sources) {
        if (const QString refused = desk.add(source); !refused.isEmpty())
            console.error(refused, cluster::sourceId(source));
        if (std::holds_alternative<cluster::GossipGroup>(source))
            least = qMin<base::Duration>(timeout, GossipTime);
    }
    wait(desk, timeout, least);
    // What one source found late, another answered for before: each is asked once more.
    desk.ask({});
    wait(desk, timeout, base::Duration::zero());
    if (console.isJson())
        console.print(discoveryToJson(picture.cluster()));
    else
        console.write(discoveryToText(picture.cluster()));
    for (const cluster::DiscoverySource &source : picture.cluster().sources()) {
        if (source.problem != cluster::SourceProblem::None || source.asked.isNull())
            return ExitStatus::Failed;
    }
    return ExitStatus::Done;
}

ExitStatus runDiscover(const Arguments &arguments, Console &console)
{
    const Command self = discoverCommand();
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return wrongUse(self, port.error(), console);
    const auto timeout = secondsOf(arguments, QStringLiteral("timeout"), 20s);
    if (!timeout.ok())
        return wrongUse(self, timeout.error(), console);
    QList<cluster::SourceSpec> sources;
    QList<base::NodeName> expected;
    if (arguments.has(QStringLiteral("profile"))) {
        const auto profile = profileOf(arguments.value(QStringLiteral("profile")));
        if (!profile.ok())
            return wrongUse(self, profile.error(), console);
        sources = profile->sources;
        expected = profile->expected;
        sources.prepend(cluster::ListedNodes{profile->name, profile->expected});
    }
    for (const QString &word : arguments.positional()) {
        const auto source = sourceOf(word, arguments, *port);
        if (!source.ok())
            return wrongUse(self, source.error(), console);
        sources.append(*source);
    }
    if (sources.isEmpty())
        sources.append(cluster::EpmdOfHost{QStringLiteral("localhost"), *port});
    return ask(sources, expected, *port, *timeout, console);
}

} // namespace

Command discoverCommand()
{
    Command command;
    command.name = QStringLiteral("discover");
    command.synopsis =
        QStringLiteral("[SOURCE...] [--profile FILE] [--nameserver ADDRESS] [--interface NAME] "
                       "[--secret-file FILE] [--epmd-port PORT] [--timeout SECONDS] [--json]");
    command.summary = Words::tr("which nodes there are, and which source tells of each");
    command.help = Words::tr(
        "Asks each SOURCE for nodes, connects to none, and prints which source tells of which node and where "
        "one "
        "is missing. A source is epmd:HOST[:PORT], hosts:FILE (in the form of .hosts.erlang), "
        "a:BASENAME@NAME, aaaa:BASENAME@NAME or srv:BASENAME@NAME (records of NAME, read as libcluster "
        "does), "
        "or gossip[:GROUP[:PORT]] (libcluster's heartbeats, heard for 6 seconds). Without one, EPMD of this "
        "machine is asked. Fails when a source gave no answer.");
    command.options = {
        {QStringLiteral("profile"), QStringLiteral("FILE"),
         Words::tr("also the sources and expected nodes of a profile that was exported")},
        {QStringLiteral("nameserver"), QStringLiteral("ADDRESS"),
         Words::tr("the name server to ask, instead of the system's")},
        {QStringLiteral("interface"), QStringLiteral("NAME"), Words::tr("where to listen for gossip")},
        {QStringLiteral("secret-file"), QStringLiteral("FILE"),
         Words::tr("the file with the secret of libcluster's gossip strategy")},
        epmdPortOption(),
        timeoutOption(Words::tr("print what is known after so long (default: 20)")),
        jsonOption()};
    command.maxArguments = -1;
    command.run = runDiscover;
    return command;
}

} // namespace nodescope::cli
