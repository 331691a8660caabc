#include "cli/DiagnosisReport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "cli/SafeText.h"
#include "doctor/CauseText.h"

namespace nodescope::cli {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

using cluster::Diagnosis;
using doctor::Remedy;
using doctor::Snippet;
using doctor::SnippetLanguage;

double milliseconds(base::Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

QString identifierOf(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Elixir:
        return QStringLiteral("elixir");
    case SnippetLanguage::Erlang:
        return QStringLiteral("erlang");
    case SnippetLanguage::Shell:
        return QStringLiteral("shell");
    case SnippetLanguage::VmArgs:
        break;
    }
    return QStringLiteral("vm_args");
}

QStringList ladderText(const Diagnosis &diagnosis)
{
    QList<QStringList> rows;
    for (const cluster::RungResult &rung : diagnosis.rungs) {
        if (rung.state != cluster::RungState::NotReached)
            rows.append({QStringLiteral("  ") + doctor::titleOf(rung.rung), doctor::titleOf(rung.state),
                         safeText(rung.evidence)});
    }
    return columns(rows);
}

QStringList remedyText(const Diagnosis &diagnosis)
{
    QStringList lines;
    const QList<Remedy> remedies = doctor::remediesOf(diagnosis);
    for (const Remedy &remedy : remedies) {
        lines.append(QStringLiteral("  * ") + safeText(remedy.text));
        for (const Snippet &snippet : remedy.snippets) {
            lines.append(QStringLiteral("      %1:").arg(safeText(snippet.where)));
            const QStringList code = snippet.code.split(u'\n');
            for (const QString &line : code)
                lines.append(QStringLiteral("        ") + safeText(line));
        }
    }
    return lines;
}

QJsonArray ladderJson(const Diagnosis &diagnosis)
{
    QJsonArray rungs;
    for (const cluster::RungResult &rung : diagnosis.rungs) {
        rungs.append(QJsonObject{{QStringLiteral("rung"), cluster::identifierOf(rung.rung)},
                                 {QStringLiteral("state"), cluster::identifierOf(rung.state)},
                                 {QStringLiteral("evidence"), rung.evidence},
                                 {QStringLiteral("elapsed_ms"), milliseconds(rung.elapsed)}});
    }
    return rungs;
}

} // namespace

QJsonArray remedyJson(const Diagnosis &diagnosis)
{
    QJsonArray remedies;
    const QList<Remedy> all = doctor::remediesOf(diagnosis);
    for (const Remedy &remedy : all) {
        QJsonArray snippets;
        for (const Snippet &snippet : remedy.snippets) {
            snippets.append(QJsonObject{{QStringLiteral("language"), identifierOf(snippet.language)},
                                        {QStringLiteral("where"), snippet.where},
                                        {QStringLiteral("code"), snippet.code}});
        }
        remedies.append(
            QJsonObject{{QStringLiteral("text"), remedy.text}, {QStringLiteral("snippets"), snippets}});
    }
    return remedies;
}

QStringList verdictText(const Diagnosis &diagnosis, const QStringList &between)
{
    const doctor::CauseText text = doctor::textOf(diagnosis);
    QStringList lines{QStringLiteral("%1 (%2)").arg(text.title, cluster::identifierOf(diagnosis.cause)),
                      safeText(text.certainty)};
    if (!text.explanation.isEmpty())
        lines += {QString(), safeText(text.explanation)};
    lines += between;
    const QStringList remedies = remedyText(diagnosis);
    if (!remedies.isEmpty()) {
        lines += {QString(), Words::tr("What to do:")};
        lines += remedies;
    }
    return lines;
}

QStringList textOf(const Diagnosis &diagnosis)
{
    return verdictText(diagnosis,
                       QStringList{QString(), Words::tr("How far it went:")} + ladderText(diagnosis));
}

QJsonObject jsonOf(const Diagnosis &diagnosis)
{
    QJsonArray candidates;
    for (const cluster::Cause cause : diagnosis.candidates)
        candidates.append(cluster::identifierOf(cause));
    return {{QStringLiteral("from"), diagnosis.from.text()},
            {QStringLiteral("to"), diagnosis.to.text()},
            {QStringLiteral("cause"), cluster::identifierOf(diagnosis.cause)},
            {QStringLiteral("certainty"), cluster::identifierOf(diagnosis.certainty)},
            {QStringLiteral("candidates"), candidates},
            {QStringLiteral("title"), doctor::titleOf(diagnosis.cause)},
            {QStringLiteral("detail"), diagnosis.detail},
            {QStringLiteral("elapsed_ms"), milliseconds(diagnosis.elapsed)},
            {QStringLiteral("rungs"), ladderJson(diagnosis)},
            {QStringLiteral("remedies"), remedyJson(diagnosis)}};
}

} // namespace nodescope::cli
