#pragma once

#include <vector>

#include <QPointF>
#include <QSizeF>

#include "graph/Graph.h"

namespace nodescope::graph {

/// A position per node, in the input's order.
using Positions = std::vector<QPointF>;

/// What a layout needs to know, without names: nodes are 0 to count - 1.
struct LayoutInput
{
    struct Pair
    {
        int a = 0;
        int b = 0;
    };

    int count = 0;
    std::vector<Pair> edges;       ///< links that pull; each pair once, a != b
    std::vector<int> group;        ///< per node: its host, 0 and up; -1: belongs to none
    std::vector<int> partition;    ///< per node: who reaches whom, 0 and up; -1: none
    std::vector<QSizeF> footprint; ///< per node: the room that shape and label need
    std::vector<bool> fixed;       ///< pinned
    Positions start;               ///< where they are now
    std::vector<bool> placed;      ///< whether `start` holds
    QSizeF wanted = QSizeF(4, 3);  ///< the shape of the view; only its ratio counts

    [[nodiscard]] int groupCount() const;
    [[nodiscard]] bool hasFixed() const;
    /// Neighbours of each node, sorted.
    [[nodiscard]] std::vector<std::vector<int>> neighbours() const;
};

/// The input of a graph in sortedOrder(), with `order` telling which node is which. Footprints are
/// set to `footprint`; links that are down do not pull.
[[nodiscard]] LayoutInput layoutInputOf(const Graph &graph, const std::vector<int> &order,
                                        const QSizeF &footprint);

/// Partitions by who reaches whom over links that are up, ourselves left out: per node of `order` a
/// number, the largest partition first; -1 for ourselves.
[[nodiscard]] std::vector<int> partitionsOf(const Graph &graph, const std::vector<int> &order);

} // namespace nodescope::graph
