#pragma once

#include "cluster/Diagnosis.h"
#include "dist/DialReport.h"
#include "doctor/Verdict.h"

namespace nodescope::doctor {

/// Reads the evidence of one attempt of ours and says what it means: the rungs that were climbed, the
/// cause, and how certain that is (diagnosis.md; protocol.md 1.5). Pure and thread-safe.
///
/// The result holds no digest: proofs within the excerpts are zeroed.
[[nodiscard]] cluster::Diagnosis diagnose(const dist::DialReport &report);

/// The conclusion alone, by this one attempt. Ladder's rules refine it by what further tests show.
[[nodiscard]] Verdict verdictOf(const dist::DialReport &report);

} // namespace nodescope::doctor
