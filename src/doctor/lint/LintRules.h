#pragma once

#include <map>

#include "doctor/lint/Lint.h"

/// The rules, each on its own: a finding, or nothing to find. Internal to lint.
namespace nodescope::doctor::lint_rules {

using Found = std::optional<cluster::LintFinding>;

// Of nodes among each other (GroupRules.cpp).
[[nodiscard]] Found mixedNameModes(const LintInput &input);
[[nodiscard]] Found tickTimesDiffer(const LintInput &input);
[[nodiscard]] Found cookieGroups(const LintInput &input);
[[nodiscard]] Found releasesTooFarApart(const LintInput &input);
[[nodiscard]] Found preventionDiffers(const LintInput &input);
[[nodiscard]] Found connectAllDiffers(const LintInput &input);
[[nodiscard]] Found transportsDiffer(const LintInput &input);

// Of each node by itself (NodeRules.cpp).
[[nodiscard]] Found epmdOpen(const LintInput &input);
[[nodiscard]] Found cookieFileReadable(const LintInput &input);
[[nodiscard]] Found tlsWithoutVerification(const LintInput &input);
[[nodiscard]] Found autoConnectOff(const LintInput &input);
[[nodiscard]] Found cookieWeak(const LintInput &input);

// Of the links, and of who is there (MeshRules.cpp).
[[nodiscard]] Found preventionWithGaps(const LintInput &input);
[[nodiscard]] Found expectedAbsent(const LintInput &input);
[[nodiscard]] Found oneSidedLinks(const LintInput &input);

/// Nodes by a value of theirs; those of which it is not known are in no group.
class Grouping
{
public:
    void add(const QString &value, const base::NodeName &node);
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }
    [[nodiscard]] bool differs() const { return m_groups.size() > 1; }
    /// The largest first.
    [[nodiscard]] QList<cluster::LintGroup> groups() const;

private:
    std::map<QString, QList<base::NodeName>> m_groups;
};

[[nodiscard]] cluster::LintFinding finding(cluster::LintRule rule, cluster::LintSeverity severity,
                                           const Grouping &grouping, const QString &detail = {});
/// Whether `global` counts it as part of the mesh: it publishes itself, and connects to all.
[[nodiscard]] bool isOfTheMesh(const NodeSettings &settings);

} // namespace nodescope::doctor::lint_rules
