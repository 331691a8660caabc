#pragma once

#include <vector>

#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

using HullGroups = std::vector<std::pair<QString, std::vector<int>>>;

/// What a layout of that kind groups nodes by, each group with its name; none when there would be too many to
/// tell apart. Takes milliseconds in a large graph: ask when nodes or links change, not at each frame.
[[nodiscard]] HullGroups groupsOf(const graph::Graph &graph, graph::LayoutKind kind);

/// The hulls of what the layout groups by, in the view: hosts, partitions; and of meshes that are
/// not drawn link by link.
[[nodiscard]] std::vector<Hull> hullsOf(const Picture &picture);

} // namespace nodescope::widgets
