#include "cli/LintOutput.h"

#include <QJsonArray>

#include "cli/DiagnosisReport.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "doctor/LintText.h"

namespace nodescope::cli {

namespace {

using cluster::LintFinding;
using cluster::LintGroup;
using cluster::LintReport;

// A line of a terminal; all of them are in the JSON.
constexpr qsizetype MaxNames = 12;

QString names(const QList<base::NodeName> &nodes)
{
    QStringList texts;
    for (const base::NodeName &node : nodes.mid(0, MaxNames))
        texts.append(safeText(node.text()));
    if (nodes.size() > MaxNames)
        texts.append(Words::tr("and %1 more").arg(nodes.size() - MaxNames));
    return texts.join(QStringLiteral(", "));
}

QStringList findingText(const LintFinding &finding)
{
    const doctor::LintText text = doctor::textOf(finding);
    QStringList lines{
        QStringLiteral("%1: %2 (%3)")
            .arg(doctor::titleOf(finding.severity), text.title, cluster::identifierOf(finding.rule))};
    QList<QStringList> rows;
    for (const LintGroup &group : finding.groups)
        rows.append({QStringLiteral("  ") + safeText(doctor::valueText(finding, group)), names(group.nodes)});
    lines += columns(rows);
    lines.append(QStringLiteral("  ") + safeText(text.explanation));
    return lines + remedyLines(text.remedies);
}

QJsonArray namesJson(const QList<base::NodeName> &nodes)
{
    QJsonArray array;
    for (const base::NodeName &node : nodes)
        array.append(node.text());
    return array;
}

QJsonObject findingJson(const LintFinding &finding)
{
    const doctor::LintText text = doctor::textOf(finding);
    QJsonArray groups;
    for (const LintGroup &group : finding.groups)
        groups.append(QJsonObject{{QStringLiteral("value"), group.value},
                                  {QStringLiteral("nodes"), namesJson(group.nodes)}});
    return {{QStringLiteral("rule"), cluster::identifierOf(finding.rule)},
            {QStringLiteral("severity"), cluster::identifierOf(finding.severity)},
            {QStringLiteral("groups"), groups},
            {QStringLiteral("detail"), finding.detail},
            {QStringLiteral("title"), text.title},
            {QStringLiteral("explanation"), text.explanation},
            {QStringLiteral("remedy"), remedyJson(text.remedies)}};
}

} // namespace

QStringList textOf(const LintReport &report)
{
    QStringList lines{Words::tr("Nodes that told their settings: %1. Nodes that did not: %2.")
                          .arg(report.asked.size())
                          .arg(report.unasked.size())};
    if (!report.unasked.isEmpty())
        lines.append(QStringLiteral("  ") + names(report.unasked));
    if (report.findings.isEmpty())
        lines.append(Words::tr("Nothing was found."));
    for (const LintFinding &finding : report.findings)
        lines += QStringList{QString()} + findingText(finding);
    return lines;
}

QJsonObject jsonOf(const LintReport &report)
{
    QJsonArray findings;
    for (const LintFinding &finding : report.findings)
        findings.append(findingJson(finding));
    return {{QStringLiteral("asked"), namesJson(report.asked)},
            {QStringLiteral("unasked"), namesJson(report.unasked)},
            {QStringLiteral("findings"), findings}};
}

} // namespace nodescope::cli
