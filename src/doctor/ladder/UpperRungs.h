#pragma once

#include "cluster/Diagnosis.h"
#include "doctor/Verdict.h"
#include "doctor/ladder/LadderEvidence.h"

/// The rungs that no single attempt has: those above the link, and those that a link which was up already
/// answers. Part of LadderVerdict.
namespace nodescope::doctor {

void addUpperRungs(QList<cluster::RungResult> &rungs, const LadderEvidence &evidence, const Verdict &verdict,
                   bool running);

/// The release, as the node itself told it in a call; empty if it did not.
[[nodiscard]] QString releaseTold(const LadderEvidence &evidence);

} // namespace nodescope::doctor
