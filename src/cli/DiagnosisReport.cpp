#include "cli/DiagnosisReport.h"

#include <QJsonArray>

#include "cli/Milliseconds.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/NextTests.h"

namespace nodescope::cli {

namespace {

using cluster::Diagnosis;
using doctor::Remedy;
using doctor::Snippet;
using doctor::SnippetLanguage;

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
            rows.append({QStringLiteral("  ") + doctor::titleOf(rung.rung, diagnosis.from, diagnosis.to),
                         doctor::titleOf(rung.state), safeText(doctor::evidenceText(rung.evidence))});
    }
    return columns(rows);
}

} // namespace

QStringList remedyLines(const QList<Remedy> &remedies)
{
    QStringList lines;
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

namespace {

QJsonArray ladderJson(const Diagnosis &diagnosis)
{
    QJsonArray rungs;
    for (const cluster::RungResult &rung : diagnosis.rungs) {
        rungs.append(QJsonObject{{QStringLiteral("rung"), cluster::identifierOf(rung.rung)},
                                 {QStringLiteral("state"), cluster::identifierOf(rung.state)},
                                 {QStringLiteral("evidence"), rung.evidence},
                                 {QStringLiteral("elapsed_ms"), measuredMilliseconds(rung.elapsed)}});
    }
    return rungs;
}

} // namespace

QJsonArray remedyJson(const QList<Remedy> &remedies)
{
    QJsonArray array;
    for (const Remedy &remedy : remedies) {
        QJsonArray snippets;
        for (const Snippet &snippet : remedy.snippets) {
            snippets.append(QJsonObject{{QStringLiteral("language"), identifierOf(snippet.language)},
                                        {QStringLiteral("where"), snippet.where},
                                        {QStringLiteral("code"), snippet.code}});
        }
        array.append(
            QJsonObject{{QStringLiteral("text"), remedy.text}, {QStringLiteral("snippets"), snippets}});
    }
    return array;
}

QStringList verdictText(const Diagnosis &diagnosis, const QStringList &between)
{
    const doctor::CauseText text = doctor::textOf(diagnosis);
    QStringList lines{QStringLiteral("%1 (%2)").arg(text.title, doctor::identifiersOf(diagnosis)),
                      safeText(text.certainty)};
    if (!text.explanation.isEmpty())
        lines += {QString(), safeText(text.explanation)};
    lines += between;
    const QStringList remedies = remedyLines(doctor::remediesOf(diagnosis));
    if (!remedies.isEmpty()) {
        lines += {QString(), Words::tr("What to do:")};
        lines += remedies;
    }
    return lines;
}

QStringList textOf(const Diagnosis &diagnosis)
{
    return verdictText(diagnosis,
                       QStringList{QString(), Words::tr("How far it went:")} + ladderText(diagnosis)) +
           nextTestLines(diagnosis);
}

QStringList nextTestLines(const Diagnosis &diagnosis)
{
    const QStringList tests = doctor::nextTestsOf(diagnosis);
    if (tests.isEmpty())
        return {};
    QStringList lines{QString(), Words::tr("What would tell more:")};
    for (const QString &test : tests)
        lines.append(QStringLiteral("  * ") + safeText(test));
    return lines;
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
            {QStringLiteral("title"), doctor::titleOf(diagnosis)},
            {QStringLiteral("detail"), diagnosis.detail},
            {QStringLiteral("elapsed_ms"), milliseconds(diagnosis.elapsed)},
            {QStringLiteral("rungs"), ladderJson(diagnosis)},
            {QStringLiteral("remedies"), remedyJson(doctor::remediesOf(diagnosis))}};
}

} // namespace nodescope::cli
