#pragma once

#include "graph/LayoutInput.h"
#include "graph/LayoutKind.h"

namespace nodescope::graph {

/// Lays everything out anew; fixed nodes stay. Where nodes already have a place, the result is
/// turned and shifted to match it as well as it can, so that the picture changes least. Centred on
/// the origin otherwise. Deterministic, never NaN, and without overlapping footprints for graphs of
/// up to some thousand nodes.
[[nodiscard]] Positions layOut(const LayoutInput &input, LayoutKind kind);

} // namespace nodescope::graph
