#include <algorithm>
#include <tuple>

#include <QEventLoop>
#include <QJsonArray>

#include "cli/CommonOptions.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cluster/Cause.h"
#include "dist/EpmdClient.h"
#include "doctor/CauseText.h"

namespace nodescope::cli {

namespace {

using cluster::Cause;

struct Question
{
    QString host;
    quint16 port = 0;
};

Cause causeOf(const dist::epmd_failure::Reason &reason)
{
    if (std::holds_alternative<dist::ResolveFailure>(reason))
        return Cause::HostUnresolvable;
    if (std::holds_alternative<dist::epmd_failure::Unreachable>(reason))
        return Cause::EpmdUnreachable;
    return Cause::EpmdDefect;
}

dist::EpmdAnswer ask(const Question &question)
{
    base::SystemClock clock;
    dist::EpmdClient client(clock);
    QEventLoop loop;
    dist::EpmdAnswer answer{{}, base::Failure{dist::epmd_failure::Reason(dist::epmd_failure::Lost{})}};
    QObject::connect(client.names(question.host, question.port), &dist::EpmdQuery::finished, &loop,
                     [&](const dist::EpmdAnswer &finished) {
                         answer = finished;
                         loop.quit();
                     });
    loop.exec();
    return answer;
}

ExitStatus reportFailure(const Question &question, Cause cause, Console &console)
{
    const QString identifier = cluster::identifierOf(cause);
    if (console.isJson()) {
        console.print(QJsonObject{{QStringLiteral("host"), question.host},
                                  {QStringLiteral("epmd_port"), question.port},
                                  {QStringLiteral("names"), QJsonArray()},
                                  {QStringLiteral("cause"), identifier}});
    }
    console.error(identifier, QStringLiteral("%1:%2: %3")
                                  .arg(safeText(question.host))
                                  .arg(question.port)
                                  .arg(doctor::titleOf(cause)));
    cluster::Diagnosis diagnosis;
    diagnosis.cause = cause;
    if (const auto node = base::NodeName::parse(QString(QStringLiteral("node@") + question.host))) {
        diagnosis.to = *node;
        console.explain(doctor::explanationOf(diagnosis));
    }
    return ExitStatus::Failed;
}

void printText(const Question &question, const protocol::epmd::NamesReply &reply, Console &console)
{
    if (reply.names.empty()) {
        console.print(
            Words::tr("EPMD on %1, port %2, has no names.").arg(safeText(question.host)).arg(question.port));
        return;
    }
    QList<QStringList> rows;
    rows.append({Words::tr("NAME"), Words::tr("PORT")});
    for (const protocol::epmd::NamePort &name : reply.names)
        rows.append({safeText(name.name), QString::number(name.port)});
    const QStringList lines = columns(rows);
    for (const QString &line : lines)
        console.print(line);
}

void printJson(const Question &question, const protocol::epmd::NamesReply &reply, Console &console)
{
    QJsonArray names;
    for (const protocol::epmd::NamePort &name : reply.names)
        names.append(QJsonObject{{QStringLiteral("name"), name.name}, {QStringLiteral("port"), name.port}});
    console.print(QJsonObject{{QStringLiteral("host"), question.host},
                              {QStringLiteral("epmd_port"), question.port},
                              {QStringLiteral("names"), names}});
}

ExitStatus runNames(const Arguments &arguments, Console &console)
{
    const auto port = epmdPortOf(arguments);
    if (!port.ok())
        return wrongUse(namesCommand(), port.error(), console);
    const QString host =
        arguments.positional().isEmpty() ? QStringLiteral("localhost") : arguments.positional().first();
    if (host.isEmpty() || host.contains(u'@'))
        return wrongUse(namesCommand(),
                        Words::tr("%1 is no host: EPMD is asked, not a node").arg(safeText(host)), console);
    const Question question{host, *port};
    const dist::EpmdAnswer answer = ask(question);
    if (!answer.outcome.ok())
        return reportFailure(question, causeOf(answer.outcome.error()), console);
    if (!answer.names())
        return reportFailure(question, Cause::EpmdDefect, console);
    protocol::epmd::NamesReply reply = *answer.names();
    std::sort(reply.names.begin(), reply.names.end(), [](const auto &x, const auto &y) {
        return std::tie(x.name, x.port) < std::tie(y.name, y.port);
    });
    if (console.isJson())
        printJson(question, reply, console);
    else
        printText(question, reply, console);
    return ExitStatus::Done;
}

} // namespace

Command namesCommand()
{
    Command command;
    command.name = QStringLiteral("names");
    command.synopsis = QStringLiteral("[HOST] [--epmd-port PORT] [--json]");
    command.summary = Words::tr("the nodes that EPMD of a host knows");
    command.help =
        Words::tr("Asks EPMD of HOST (this machine, if none is given) which names are registered, and at "
                  "which ports the nodes listen. Needs no cookie.");
    command.options = {epmdPortOption(), jsonOption()};
    command.maxArguments = 1;
    command.run = runNames;
    return command;
}

} // namespace nodescope::cli
