#pragma once

#include "cluster/Visit.h"
#include "dist/DialReport.h"
#include "doctor/post/SavedCookie.h"
#include "protocol/Flags.h"

/// A caller of ours as a Visit: what it said, what it proved, and what keeps it from being a link. Pure and
/// thread-safe.
namespace nodescope::doctor {

/// What a listening post demands of its callers: what no release since 25 does without. Callers that lack
/// only what 26 demands are heard to the end, and what they lack is told.
inline constexpr protocol::Flags DemandedOfVisitors = protocol::masks::Mandatory25;

/// A call under way.
[[nodiscard]] cluster::Visit visitSoFar(const dist::AcceptReport &report, const base::NodeName &post);
/// A call that is over.
[[nodiscard]] cluster::Visit visitOf(const dist::AcceptReport &report, const base::NodeName &post,
                                     const std::vector<SavedCookie> &cookies);

} // namespace nodescope::doctor
