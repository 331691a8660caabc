#pragma once

#include <vector>

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Groups of nodes that are all connected to each other.
struct Cliques
{
    std::vector<std::vector<int>> members; ///< each sorted; no node is in two
    std::vector<int> cliqueOf;             ///< per node, -1: in none
};

/// Finds disjoint cliques of at least `smallest` nodes, greedily from the nodes with most links: the
/// time of one walk over the links. Full meshes, which is what Erlang builds, are found exactly.
[[nodiscard]] Cliques findCliques(const LayoutInput &input, int smallest);

} // namespace nodescope::graph
