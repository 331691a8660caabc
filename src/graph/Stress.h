#pragma once

#include "graph/Cliques.h"
#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Lengths that a layout aims at, in scene units.
struct Lengths
{
    double link = 130; ///< between two linked nodes of one host
    double gap = 130;  ///< between the hulls of two hosts
};

/// One wish: that i and j are `distance` apart. A weight of 0 leaves that end alone.
struct StressTerm
{
    int i = 0;
    int j = 0;
    double distance = 1;
    double weightI = 1;
    double weightJ = 1;
};

/// Moves the positions until the terms hold as well as they can, by stochastic gradient descent
/// (Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient descent", 2018). Fixed nodes stay.
void descend(std::vector<StressTerm> terms, Positions &positions, const std::vector<bool> &fixed, int rounds);

/// Terms for all pairs: hops in the graph, shortened within a host and lengthened between hosts, so
/// that the nodes of a host stay together even in a full mesh. For up to some 500 nodes.
[[nodiscard]] std::vector<StressTerm> allPairsTerms(const LayoutInput &input, const Lengths &lengths);

/// Terms of links and of distances to pivots only (Ortmann, Klimenta and Brandes, "A sparse stress
/// model", 2016): linear in the graph's size. For large meshes and grids. Of the n²/2 links within a clique
/// some n log n stand for all, with their weight.
[[nodiscard]] std::vector<StressTerm> sparseTerms(const LayoutInput &input, const Cliques &cliques,
                                                  double linkLength, int pivots = 50);

/// How well positions reflect hops, 0 to 1 and lower is better, over pairs from at most `samples`
/// nodes, at the best scale.
[[nodiscard]] double normalisedStress(const LayoutInput &input, const Positions &positions,
                                      int samples = 200);

} // namespace nodescope::graph
