#pragma once

#include "graph/Graph.h"
#include "graph/LinkCurve.h"
#include "graph/Viewport.h"

namespace nodescope::graph {

/// What is under a point.
struct Hit
{
    enum class Kind { None, Node, Rim, Link };
    Kind kind = Kind::None;
    int index = -1; ///< of the vertex or the edge

    [[nodiscard]] bool isNode() const { return kind == Kind::Node || kind == Kind::Rim; }
};

/// Sizes of what can be hit, in the view.
struct HitMetrics
{
    double radius = 17;       ///< of a node's shape
    double rimInside = 6;     ///< the rim begins this far inside
    double rimOutside = 7;    ///< and ends this far outside the shape
    double linkTolerance = 6; ///< to either side of a link
};

/// A node before a link, the nearest of each. Looks at everything: 0.1 ms for 10,000 nodes.
[[nodiscard]] Hit hitTest(const Graph &graph, const Viewport &viewport, const QPointF &viewPoint,
                          const HitMetrics &metrics);

} // namespace nodescope::graph
