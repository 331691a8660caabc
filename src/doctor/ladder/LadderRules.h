#pragma once

#include "doctor/ladder/LadderVerdict.h"

/// What the rules of the ladder are made of. For the files of this folder alone.
namespace nodescope::doctor {

/// The verdict with another cause, which nothing else explains. `evidence` takes the place of its own.
[[nodiscard]] Verdict sure(Verdict verdict, cluster::Cause cause, cluster::Certainty certainty,
                           const QString &evidence = {});
/// The verdict with causes that cannot be told apart, the likeliest first.
[[nodiscard]] Verdict oneOf(Verdict verdict, const QList<cluster::Cause> &candidates);
/// Adds a sentence to the evidence.
void addEvidence(Verdict &verdict, const QString &more);
/// The attempt that broke: the probe, else the dial; null if there was none.
[[nodiscard]] const dist::DialReport *failedOne(const LadderEvidence &evidence);
/// Whether a host is called as services and pods of Kubernetes are.
[[nodiscard]] bool looksLikeKubernetes(const QString &host);

// Rules of names and addresses, for causes that an attempt has named.
[[nodiscard]] Verdict unreachable(Verdict verdict, const LadderEvidence &evidence);
[[nodiscard]] Verdict unresolvable(Verdict verdict, const LadderEvidence &evidence);

} // namespace nodescope::doctor
