#pragma once

#include "graph/Graph.h"
#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// The course of a link: a straight line, or for a failed one a shallow arc, so that it is told
/// apart from the line of a link that works.
struct LinkCurve
{
    QPointF from;
    QPointF control;
    QPointF to;
    bool curved = false;

    [[nodiscard]] QPointF at(double t) const;
    /// Of a point from the curve.
    [[nodiscard]] double distance(const QPointF &point) const;
};

/// From centre to centre, in the coordinates of `a` and `b`.
[[nodiscard]] LinkCurve curveOf(const Edge &edge, const QPointF &a, const QPointF &b);

/// Bends each failed link to the side, and as far, that it passes clear of other nodes and their
/// labels at the positions given.
void chooseBends(Graph &graph, const Positions &positions);

} // namespace nodescope::graph
