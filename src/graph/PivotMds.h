#pragma once

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Hops from `source` to every node; -1 where there is no way.
[[nodiscard]] std::vector<int> hopsFrom(int source, const std::vector<std::vector<int>> &neighbours);

/// A start for iterative layouts: classical scaling on the distances to a few pivots (Brandes and
/// Pich, "Eigensolver methods for progressive multidimensional scaling", 2006). Linear in the size of
/// the graph. Mean link length becomes `linkLength`; twins are separated by a small fixed jitter.
[[nodiscard]] Positions pivotMds(const LayoutInput &input, double linkLength, int pivots = 50);

} // namespace nodescope::graph
