#pragma once

#include <string>
#include <utility>
#include <vector>

/// The graphs that layouts and painting are measured on, and how well positions show them. No Qt, so that the
/// peers' programs measure the very same graphs by the same rule.
namespace nodescope::bench {

struct PlainGraph
{
    std::string name; ///< as in the table: mesh300, sparse10000, grid
    int count = 0;
    std::vector<std::pair<int, int>> edges; ///< each pair once
    std::vector<int> site;                  ///< per node, of the meshes; -1: none
};

/// Three sites, each a full mesh, each two joined by three links.
[[nodiscard]] PlainGraph threeSites(int nodes);
/// Random, connected, three links a node.
[[nodiscard]] PlainGraph sparse(int nodes);
[[nodiscard]] PlainGraph grid(int side);
[[nodiscard]] PlainGraph fullMesh(int nodes);

/// What layouts are measured on, in the table's order; `name` alone when it is not empty.
[[nodiscard]] std::vector<PlainGraph> layoutGraphs(const std::string &name);

struct Point
{
    double x = 0;
    double y = 0;
};

/// How far distances on the plane are from distances in hops, at the best scale, each pair weighted by its
/// hops squared: 0 is perfect. Over the pairs from at most 200 nodes.
[[nodiscard]] double normalisedStress(const PlainGraph &graph, const std::vector<Point> &positions);

} // namespace nodescope::bench
