#pragma once

#include <vector>

#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

/// The hulls of what the layout groups by, in the view: hosts, partitions; and of meshes that are
/// not drawn link by link.
[[nodiscard]] std::vector<Hull> hullsOf(const Picture &picture);

} // namespace nodescope::widgets
