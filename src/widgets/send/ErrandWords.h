#pragma once

#include "cluster/Errand.h"
#include "doctor/errands/ErrandPlan.h"
#include "term/Parser.h"

/// Errands in the language of the moment.
namespace nodescope::widgets {

[[nodiscard]] QString wordFor(cluster::ErrandKind kind);
[[nodiscard]] QString wordFor(cluster::ErrandStepKind kind);
/// What will run, and where, in one line.
[[nodiscard]] QString lineFor(const doctor::PlannedStep &step);
/// The reason of a step that failed: for identifiers of ours a sentence, else the protocol's own words, and
/// terms in the syntax.
[[nodiscard]] QString detailOf(const cluster::ErrandStep &step, term::Syntax syntax);
/// `1.2 ms`.
[[nodiscard]] QString timeAfter(base::Duration after);
/// A parse error as a sentence, without its position.
[[nodiscard]] QString sentenceFor(term::ParseError::Code code);

} // namespace nodescope::widgets
