#pragma once

#include "doctor/Verdict.h"
#include "doctor/pairs/PairEvidence.h"

namespace nodescope::doctor {

/// The rungs of A's way to B, as far as A's and B's own words, or our own attempt on B, tell. What nobody
/// saw is uncertain; behind the rung that broke nothing was reached.
[[nodiscard]] QList<cluster::RungResult> pairLadder(const PairEvidence &evidence, const Verdict &verdict);

/// Bytes of our own attempt or probe of B, if there was one.
[[nodiscard]] QList<cluster::WireExcerpt> pairExcerpts(const PairEvidence &evidence);

} // namespace nodescope::doctor
