#pragma once

#include <optional>

#include "cli/Console.h"
#include "cluster/Errand.h"
#include "dist/LocalNode.h"
#include "term/Term.h"

/// Errands on the command line: done from begin to end, and told in words.
namespace nodescope::cli {

/// How an errand ended, and the last thing that came back, whole.
struct ErrandOutcome
{
    cluster::ErrandReport report;
    std::optional<term::Term> answer;

    /// The first step of its kind; null: there is none.
    [[nodiscard]] const cluster::ErrandStep *step(cluster::ErrandStepKind kind) const;
};

/// Does it and waits, for the first answer at most. With `steps` each step is told as it happens.
[[nodiscard]] ErrandOutcome doErrand(dist::LocalNode &self, const cluster::Errand &errand, bool steps,
                                     Console &console);

/// What will run, and where, a line for each step; with `--json` one object.
void printPlan(const cluster::Errand &errand, Console &console);
/// A step in words.
[[nodiscard]] QString textOf(const cluster::ErrandStep &step);

} // namespace nodescope::cli
