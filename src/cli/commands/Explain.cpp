#include <QFile>
#include <QJsonArray>

#include "cli/CommonOptions.h"
#include "cli/DiagnosisReport.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "doctor/explain/ExplainLog.h"

namespace nodescope::cli {

namespace {

using doctor::LogFinding;

constexpr qsizetype MaxInput = 256 * 1024 * 1024;

QString linesOf(const LogFinding &finding)
{
    const qsizetype last = finding.firstLine + finding.lineCount - 1;
    return last == finding.firstLine ? Words::tr("line %1").arg(finding.firstLine)
                                     : Words::tr("lines %1 to %2").arg(finding.firstLine).arg(last);
}

// Where, when, whose log: what is known of it.
QString headOf(const LogFinding &finding)
{
    QStringList parts{linesOf(finding)};
    if (!finding.first.isNull())
        parts.append(safeText(finding.first.text));
    if (!finding.node.isNull())
        parts.append(Words::tr("log of %1").arg(safeText(finding.node.text())));
    if (!finding.peer.isNull())
        parts.append(Words::tr("about %1").arg(safeText(finding.peer.text())));
    if (finding.count > 1)
        parts.append(
            finding.last.isNull()
                ? Words::tr("%1 times, last in line %2").arg(finding.count).arg(finding.lastLine)
                : Words::tr("%1 times, last at %2").arg(finding.count).arg(safeText(finding.last.text)));
    return parts.join(QLatin1String(", "));
}

QStringList afterText(const LogFinding &finding, const QList<LogFinding> &all)
{
    QStringList lines;
    for (const qsizetype index : finding.after) {
        const LogFinding &lost = all.at(index);
        lines.append(
            Words::tr("  after a lost link in line %1: %2").arg(lost.firstLine).arg(safeText(lost.excerpt)));
    }
    return lines;
}

void printText(const QList<LogFinding> &findings, Console &console)
{
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const LogFinding &finding = findings.at(i);
        const doctor::CauseText text = doctor::textOf(finding);
        QStringList lines;
        if (i > 0)
            lines.append(QString());
        lines += {headOf(finding), QStringLiteral("  > ") + safeText(finding.excerpt)};
        lines += afterText(finding, findings);
        lines +=
            {QStringLiteral("%1 (%2)").arg(text.title, doctor::identifiersOf(doctor::diagnosisOf(finding))),
             safeText(text.certainty), safeText(text.explanation)};
        const QStringList remedies = remedyLines(text.remedies);
        if (!remedies.isEmpty())
            lines.append(Words::tr("What to do:"));
        lines += remedies;
        if (!console.print(lines.join(u'\n')))
            return;
    }
}

QJsonObject findingJson(const LogFinding &finding)
{
    const doctor::CauseText text = doctor::textOf(finding);
    QJsonArray candidates;
    for (const cluster::Cause cause : finding.candidates)
        candidates.append(cluster::identifierOf(cause));
    QJsonObject facts;
    for (const doctor::LogFact &fact : finding.facts)
        facts.insert(fact.name, fact.value);
    QJsonArray after;
    for (const qsizetype index : finding.after)
        after.append(index);
    return {{QStringLiteral("cause"), cluster::identifierOf(finding.cause)},
            {QStringLiteral("certainty"), cluster::identifierOf(finding.certainty)},
            {QStringLiteral("candidates"), candidates},
            {QStringLiteral("wording"), doctor::identifierOf(finding.wording)},
            {QStringLiteral("first_line"), finding.firstLine},
            {QStringLiteral("lines"), finding.lineCount},
            {QStringLiteral("last_line"), finding.lastLine},
            {QStringLiteral("count"), finding.count},
            {QStringLiteral("text"), finding.excerpt},
            {QStringLiteral("node"), finding.node.text()},
            {QStringLiteral("peer"), finding.peer.text()},
            {QStringLiteral("peer_dialled"), finding.peerDialled},
            {QStringLiteral("time"), finding.first.text},
            {QStringLiteral("last_time"), finding.last.text},
            {QStringLiteral("facts"), facts},
            {QStringLiteral("after"), after},
            {QStringLiteral("explanation"), text.explanation},
            {QStringLiteral("remedy"), remedyJson(text.remedies)}};
}

ExitStatus explain(QIODevice &input, Console &console)
{
    QByteArray text;
    while (text.size() < MaxInput) {
        const QByteArray more = input.read(qMin<qsizetype>(MaxInput - text.size(), 1 << 20));
        if (more.isEmpty())
            break;
        text.append(more);
    }
    if (text.size() == MaxInput)
        console.notice(QStringLiteral("cut"), Words::tr("only the first 256 MiB were read"));
    const QList<LogFinding> findings = doctor::explainLog(QByteArrayView(text));
    if (console.isJson()) {
        QJsonArray array;
        for (const LogFinding &finding : findings)
            array.append(findingJson(finding));
        console.print(QJsonObject{{QStringLiteral("findings"), array}});
    } else {
        printText(findings, console);
    }
    if (!findings.isEmpty())
        return ExitStatus::Done;
    console.error(QStringLiteral("nothing_found"),
                  Words::tr("nothing in this text is known to concern the distribution"));
    return ExitStatus::Failed;
}

ExitStatus runExplain(const Arguments &arguments, Console &console)
{
    const QString name = arguments.positional().value(0, QStringLiteral("-"));
    if (name == QLatin1String("-"))
        return explain(console.input(), console);
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return explain(file, console);
    console.error(QStringLiteral("unreadable"),
                  Words::tr("%1 cannot be read: %2").arg(safeText(name), file.errorString()));
    return ExitStatus::Failed;
}

} // namespace

Command explainCommand()
{
    Command command;
    command.name = QStringLiteral("explain");
    command.synopsis = QStringLiteral("[FILE] [--json]");
    command.summary = Words::tr("say what a node’s log says about links");
    command.help =
        Words::tr("Reads FILE, or the standard input, and finds in it what nodes, Elixir, RabbitMQ and EPMD "
                  "say about the distribution: what it means, how certain that is, and what to do. Any text "
                  "will do: whole logs, a few lines, with the prefixes of journald, docker or Kubernetes. "
                  "Connects to nothing and needs no cookie.");
    command.options = {jsonOption()};
    command.maxArguments = 1;
    command.run = runExplain;
    return command;
}

} // namespace nodescope::cli
