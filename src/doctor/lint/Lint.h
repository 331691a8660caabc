#pragma once

#include "cluster/Link.h"
#include "cluster/Lint.h"
#include "doctor/settings/NodeSettings.h"

namespace nodescope::doctor {

/// What a round of questions over all watched nodes brought together. All settings must come from one
/// round, with one nonce.
struct LintInput
{
    QList<NodeSettings> nodes;
    QList<cluster::Link> links;     ///< as each end sees them
    QList<base::NodeName> present;  ///< nodes that we or others are connected to
    QList<base::NodeName> expected; ///< that should be there
};

/// Everything that will bite later. Pure and thread-safe; `running` and `time` are the caller's.
///
/// What is not known is never held against anybody: a rule speaks of the nodes that told. A cluster whose
/// nodes are set alike and that is a full mesh gets no finding above a note.
///
/// The detail, by rule: MixedNameModes none; TickTimesDiffer the times; CookieGroups two nodes that do not
/// match; ReleasesTooFarApart the two releases, or the flags that the older one lacks; PreventionWithGaps
/// and OneSidedLink how many links; EpmdOpen the addresses; ExpectedAbsent none.
[[nodiscard]] cluster::LintReport lint(const LintInput &input);

} // namespace nodescope::doctor
