#pragma once

#include "cluster/Lint.h"
#include "doctor/CauseText.h"

/// The words for what a comparison of all settings found, for the window and the command line alike, as
/// CauseText has them for causes.
namespace nodescope::doctor {

struct LintText
{
    QString title;          ///< a sentence: `The nodes have different tick times.`
    QString explanation;    ///< what it will lead to, one paragraph
    QList<Remedy> remedies; ///< never empty
};

[[nodiscard]] LintText textOf(const cluster::LintFinding &finding);
[[nodiscard]] QString titleOf(cluster::LintRule rule);
/// `note`, `warning`, `danger`, for people.
[[nodiscard]] QString titleOf(cluster::LintSeverity severity);
/// The value of a group for people: `missing` and its like are translated, the rest is the nodes' own.
[[nodiscard]] QString valueText(const cluster::LintFinding &finding, const cluster::LintGroup &group);

// Parts of textOf.
[[nodiscard]] QString explanationOf(const cluster::LintFinding &finding);
[[nodiscard]] QList<Remedy> remediesOf(const cluster::LintFinding &finding);

} // namespace nodescope::doctor
