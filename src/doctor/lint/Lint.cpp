#include "doctor/lint/Lint.h"

#include <algorithm>

#include "doctor/lint/LintRules.h"

namespace nodescope::doctor {

using namespace cluster;

namespace lint_rules {

void Grouping::add(const QString &value, const base::NodeName &node)
{
    m_groups[value].append(node);
}

QList<LintGroup> Grouping::groups() const
{
    QList<LintGroup> groups;
    for (const auto &[value, nodes] : m_groups) {
        LintGroup group{value, nodes};
        std::sort(group.nodes.begin(), group.nodes.end());
        groups.append(group);
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const LintGroup &x, const LintGroup &y) { return x.nodes.size() > y.nodes.size(); });
    return groups;
}

LintFinding finding(LintRule rule, LintSeverity severity, const Grouping &grouping, const QString &detail)
{
    return {rule, severity, grouping.groups(), detail};
}

bool isOfTheMesh(const NodeSettings &settings)
{
    return settings.isHidden == false && settings.connectAll == true;
}

} // namespace lint_rules

namespace {
QList<quint16> epmdPorts(const LintInput &input)
{
    QList<quint16> ports;
    for (const NodeSettings &node : input.nodes) {
        if (node.epmdPort && !ports.contains(*node.epmdPort))
            ports.append(*node.epmdPort);
    }
    return ports;
}
} // namespace

LintReport lint(const LintInput &input)
{
    using namespace lint_rules;
    LintReport report;
    for (const NodeSettings &node : input.nodes) {
        if (node.source != NodeSettings::Source::None)
            report.asked.append(node.node);
    }
    for (const base::NodeName &node : input.present) {
        if (!report.asked.contains(node))
            report.unasked.append(node);
    }
    std::sort(report.asked.begin(), report.asked.end());
    std::sort(report.unasked.begin(), report.unasked.end());

    constexpr Found (*Rules[])(const LintInput &) = {
        cookieFileReadable,     cookieWeak,       preventionWithGaps, cookieGroups,      releasesTooFarApart,
        mixedNameModes,         transportsDiffer, tickTimesDiffer,    preventionDiffers, connectAllDiffers,
        tlsWithoutVerification, autoConnectOff,   expectedAbsent,     oneSidedLinks,     epmdOpen};
    const QList<quint16> ports = epmdPorts(input);
    for (const auto rule : Rules) {
        Found found = rule(input);
        if (!found)
            continue;
        if (found->epmdPorts.isEmpty())
            found->epmdPorts = ports;
        report.findings.append(*found);
    }
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const LintFinding &x, const LintFinding &y) { return x.severity > y.severity; });
    return report;
}

} // namespace nodescope::doctor
