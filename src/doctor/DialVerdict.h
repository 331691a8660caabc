#pragma once

#include "cluster/Diagnosis.h"
#include "dist/DialReport.h"

namespace nodescope::doctor {

/// Reads the evidence of one attempt of ours and says what it means: the rungs that were climbed, the
/// cause, and how certain that is (diagnosis.md; protocol.md 1.5). Pure and thread-safe.
///
/// The result holds no digest: proofs within the excerpts are zeroed.
[[nodiscard]] cluster::Diagnosis diagnose(const dist::DialReport &report);

} // namespace nodescope::doctor
