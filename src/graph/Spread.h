#pragma once

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Scales the whole layout up until the typical node has its neighbour at least `spacing` away: no distance
/// changes against another. Nothing happens when it is wide enough, or a node is fixed.
void spread(const LayoutInput &input, Positions &positions, double spacing);

/// Moves what no link joins to the largest part towards it, straight, until `gap` is left between them: how
/// far away it stands means nothing, and would leave the picture empty. Nothing happens when a node is fixed.
void gather(const LayoutInput &input, Positions &positions, double gap);

/// Whether a large graph is best laid out host by host: there are few enough hosts to be seen, and the links
/// alone would not keep the nodes of a host together.
[[nodiscard]] bool deservesHosts(const LayoutInput &input);

/// A disc of nodes for each host; `quotient` lays out the discs by the links between them. Nodes of no host
/// are discs of their own. Discs may still overlap: see separateGroups().
[[nodiscard]] Positions layOutHosts(const LayoutInput &input, Positions (*quotient)(const LayoutInput &));

} // namespace nodescope::graph
