#pragma once

#include "Misbehaviour.h"

namespace nodescope::test::evil {

/// An evil port mapper: what it answers to PORT_PLEASE2 for `eve`, or to NAMES; see Outcome.h.
[[nodiscard]] Misbehaviours evilPortReplies();
[[nodiscard]] Misbehaviours evilNamesReplies();

/// An evil client of our port mapper: what it gets is `outcome` in hexadecimal digits, `nothing`, or `any`.
[[nodiscard]] Misbehaviours evilRequests();

} // namespace nodescope::test::evil
