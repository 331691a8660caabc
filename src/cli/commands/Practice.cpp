#include <QEventLoop>
#include <QJsonArray>

#include "cli/CommonOptions.h"
#include "cli/Interruption.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "doctor/CookieText.h"
#include "doctor/Quoting.h"
#include "lab/PracticeCluster.h"

namespace nodescope::cli {

namespace {

using lab::PracticeError;
using lab::PracticeInfo;
using lab::PracticeNodeInfo;

QString practiceText(const PracticeError &error)
{
    const QString subject = safeText(error.subject);
    switch (error.kind) {
    case PracticeError::Kind::EpmdPortTaken:
        return Words::tr("something that is no EPMD has port %1: choose another by --epmd-port")
            .arg(error.port);
    case PracticeError::Kind::EpmdListen:
        return Words::tr("port %1 cannot be opened for EPMD: %2").arg(error.port).arg(error.detail);
    case PracticeError::Kind::CookieFile:
        return error.cookie ? doctor::cookieProblemText(*error.cookie)
                            : Words::tr("the cookie file %1 cannot be made: %2").arg(subject, error.detail);
    case PracticeError::Kind::Listen:
        return Words::tr("%1 cannot open a port: %2").arg(subject, error.detail);
    case PracticeError::Kind::NameRefused:
        return Words::tr("EPMD refuses the name %1").arg(subject);
    case PracticeError::Kind::EpmdLost:
        return Words::tr("EPMD at port %1 went away").arg(error.port);
    case PracticeError::Kind::BadHost:
        return Words::tr("no node can be named after the host %1").arg(subject);
    case PracticeError::Kind::Certificates:
        return Words::tr("the certificates cannot be made: %1")
            .arg(QString(subject + u' ' + safeText(error.detail)));
    case PracticeError::Kind::Descriptors:
        return Words::tr("the limit of open files is too low for so many nodes (see ulimit -n)");
    }
    return {};
}

QJsonObject practiceJson(const PracticeInfo &info)
{
    QJsonArray nodes;
    for (const PracticeNodeInfo &node : info.nodes) {
        nodes.append(QJsonObject{{QStringLiteral("name"), node.name.text()},
                                 {QStringLiteral("port"), node.port},
                                 {QStringLiteral("cookie_file"), node.cookieFile},
                                 {QStringLiteral("hidden"), node.hidden},
                                 {QStringLiteral("other_cookie"), node.otherCookie}});
    }
    return {{QStringLiteral("epmd_port"), info.epmdPort},
            {QStringLiteral("embedded_epmd"), info.embeddedEpmd},
            {QStringLiteral("cookie_file"), info.cookieFile},
            {QStringLiteral("tls_optfile"),
             info.tlsOptionFile.isEmpty() ? QJsonValue() : QJsonValue(info.tlsOptionFile)},
            {QStringLiteral("nodes"), nodes}};
}

QString tlsFlags(const PracticeInfo &info)
{
    return QStringLiteral(" -proto_dist inet_tls -ssl_dist_optfile ") + doctor::shellWord(info.tlsOptionFile);
}

QStringList practiceText(const PracticeInfo &info)
{
    QList<QStringList> rows;
    rows.append({Words::tr("NODE"), Words::tr("PORT"), {}});
    for (const PracticeNodeInfo &node : info.nodes) {
        QStringList marks;
        if (node.hidden)
            marks.append(Words::tr("hidden"));
        if (node.otherCookie)
            marks.append(Words::tr("another cookie: %1").arg(safeText(node.cookieFile)));
        rows.append({node.name.text(), QString::number(node.port), marks.join(QStringLiteral(", "))});
    }
    QStringList lines = columns(rows);
    lines += {QString(), Words::tr("EPMD is at port %1. The cookie is in %2.")
                             .arg(info.epmdPort)
                             .arg(safeText(info.cookieFile))};
    const bool tls = !info.tlsOptionFile.isEmpty();
    if (tls)
        lines += Words::tr("Links are encrypted. The options for TLS are in %1.")
                     .arg(safeText(info.tlsOptionFile));
    if (!info.nodes.empty()) {
        const base::NodeName &first = info.nodes.front().name;
        lines +=
            {QString(),
             Words::tr("To join with a node of your own:"),
             QStringLiteral("  ERL_EPMD_PORT=%1 erl -name me@%2%4 -setcookie \"$(cat %3)\"")
                 .arg(info.epmdPort)
                 .arg(first.host(), doctor::shellWord(info.cookieFile), tls ? tlsFlags(info) : QString()),
             QStringLiteral("  1> net_adm:ping(%1).").arg(doctor::erlangAtom(first.text())),
             QStringLiteral("  2> {echo, %1} ! {self(), hello}, flush().")
                 .arg(doctor::erlangAtom(first.text())),
             QString(),
             Words::tr("Interrupt (Ctrl+C) to stop it.")};
    }
    return lines;
}

base::Result<lab::PracticeOptions, QString> practiceOptions(const Arguments &arguments)
{
    lab::PracticeOptions options;
    if (arguments.has(QStringLiteral("nodes"))) {
        bool ok = false;
        options.nodes = arguments.value(QStringLiteral("nodes")).toInt(&ok);
        if (!ok || options.nodes < lab::PracticeOptions::MinNodes ||
            options.nodes > lab::PracticeOptions::MaxNodes)
            return base::Failure{Words::tr("--nodes takes a number from %1 to %2")
                                     .arg(lab::PracticeOptions::MinNodes)
                                     .arg(lab::PracticeOptions::MaxNodes)};
    }
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return base::Failure{port.error()};
    options.machineEpmdPort = *port;
    // Whoever names a port gets that one or an error; otherwise a free one will do.
    if (arguments.has(QStringLiteral("epmd-port")) || !qEnvironmentVariable("ERL_EPMD_PORT").isEmpty())
        options.epmdPort = *port;
    options.cookieFile = arguments.value(QStringLiteral("cookie-file"));
    if (arguments.has(QStringLiteral("cookie-file")) && options.cookieFile.isEmpty())
        return base::Failure{Words::tr("--cookie-file needs a file")};
    options.hidden = !arguments.has(QStringLiteral("no-hidden"));
    options.otherCookie = !arguments.has(QStringLiteral("no-other-cookie"));
    options.tls = arguments.has(QStringLiteral("tls"));
    return options;
}

ExitStatus runPractice(const Arguments &arguments, Console &console)
{
    const auto options = practiceOptions(arguments);
    if (!options.ok())
        return wrongUse(practiceCommand(), options.error(), console);
    Interruption interruption;
    base::SystemClock clock;
    lab::PracticeCluster cluster(clock);
    QEventLoop loop;
    ExitStatus status = ExitStatus::Done;
    QObject::connect(&interruption, &Interruption::interrupted, &loop, &QEventLoop::quit);
    QObject::connect(&cluster, &lab::PracticeCluster::ready, &loop, [&](const PracticeInfo &info) {
        const bool written = console.isJson() ? console.print(practiceJson(info))
                                              : console.print(practiceText(info).join(u'\n'));
        if (!written)
            loop.quit();
    });
    QObject::connect(&cluster, &lab::PracticeCluster::failed, &loop, [&](const PracticeError &error) {
        console.error(QLatin1String(lab::errorName(error.kind)), practiceText(error));
        status = ExitStatus::Failed;
        loop.quit();
    });
    cluster.start(*options);
    // A start that fails within start() has been told already.
    if (status == ExitStatus::Done)
        loop.exec();
    return status;
}

} // namespace

Command practiceCommand()
{
    Command command;
    command.name = QStringLiteral("practice");
    command.synopsis = QStringLiteral("[--nodes N] [--cookie-file FILE] [--epmd-port PORT] [--no-hidden] "
                                      "[--no-other-cookie] [--tls] [--json]");
    command.summary = Words::tr("run a practice cluster");
    command.help = Words::tr(
        "Runs practice nodes on this machine's loopback until it is interrupted. They speak the real "
        "protocol: erl and iex can join them. Prints the nodes' names and ports and the file that "
        "holds their cookie. No Erlang has to be installed.");
    command.options = {
        {QStringLiteral("nodes"), QStringLiteral("N"), Words::tr("how many, 2 to 50 (default: 6)")},
        {QStringLiteral("cookie-file"), QStringLiteral("FILE"),
         Words::tr("the file that holds their cookie; made if it does not exist (default: a temporary one)")},
        {QStringLiteral("epmd-port"), QStringLiteral("PORT"),
         Words::tr("the port of EPMD: the one that runs there, or one of ours (default: ERL_EPMD_PORT, or "
                   "4369 or a "
                   "free port)")},
        {QStringLiteral("no-hidden"), {}, Words::tr("no hidden node")},
        {QStringLiteral("no-other-cookie"), {}, Words::tr("no node with another cookie")},
        {QStringLiteral("tls"), {}, Words::tr("encrypted links, with certificates made for the cluster")},
        jsonOption()};
    command.run = runPractice;
    return command;
}

} // namespace nodescope::cli
