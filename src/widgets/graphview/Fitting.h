#pragma once

#include "graph/LayoutInput.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// The viewport that shows all nodes at those positions, with room for hulls and labels, and none
/// of them under the legend. Positions that are not finite are left out.
[[nodiscard]] graph::Viewport fitted(const Picture &picture, const graph::Positions &positions);

} // namespace nodescope::widgets
