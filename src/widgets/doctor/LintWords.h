#pragma once

#include "cluster/Lint.h"
#include "doctor/CauseText.h"

/// The words for what a comparison of all nodes found.
namespace nodescope::widgets {

struct LintWords
{
    QString title;
    QString explanation;
    QList<doctor::Remedy> remedies;
};

[[nodiscard]] LintWords lintTextOf(const cluster::LintFinding &finding);
/// `danger`, `warning`, `note`, in the language of the moment.
[[nodiscard]] QString titleOf(cluster::LintSeverity severity);

} // namespace nodescope::widgets
