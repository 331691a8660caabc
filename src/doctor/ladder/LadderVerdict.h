#pragma once

#include "cluster/Examination.h"
#include "doctor/Verdict.h"
#include "doctor/ladder/LadderEvidence.h"

/// From what a climb has shown to its verdict. Pure and thread-safe.
namespace nodescope::doctor {

/// The whole ladder: rungs, cause, certainty. `running`: rungs so far, and no cause yet.
[[nodiscard]] cluster::Examination examinationOf(const LadderEvidence &evidence, bool running);

/// The tests that can tell more, for a climb that has come to its end.
[[nodiscard]] QList<LadderTest> testsFor(const LadderEvidence &evidence);

/// What the attempt that decides says, without the tests. None: it went well.
[[nodiscard]] Verdict firstVerdict(const LadderEvidence &evidence);
/// The same with what the tests have shown: surer, or other candidates.
[[nodiscard]] Verdict refined(Verdict verdict, const LadderEvidence &evidence);

} // namespace nodescope::doctor
