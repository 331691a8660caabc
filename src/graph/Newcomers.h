#pragma once

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Gives each node that has no place one near its neighbours and its host, where nothing is in the
/// way. The others do not move at all.
[[nodiscard]] Positions placeNewcomers(const LayoutInput &input);

/// Whether so much is new that a new layout shows more than it disturbs.
[[nodiscard]] bool deservesNewLayout(const LayoutInput &input);

} // namespace nodescope::graph
