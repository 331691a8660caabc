#pragma once

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// All nodes on one circle, nodes of one host side by side, we in the middle.
[[nodiscard]] Positions circleLayout(const LayoutInput &input);

/// A circle (or rings) per group, the groups in rows that fill the wanted shape. `group` is one of
/// the input's two groupings; nodes of group -1 stand alone.
[[nodiscard]] Positions groupedLayout(const LayoutInput &input, const std::vector<int> &group);

} // namespace nodescope::graph
