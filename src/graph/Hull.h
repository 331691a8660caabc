#pragma once

#include <vector>

#include <QPainterPath>
#include <QPolygonF>

namespace nodescope::graph {

/// The convex hull, counter-clockwise on screen, without points on its edges.
[[nodiscard]] QPolygonF convexHull(std::vector<QPointF> points);

/// The outline at `padding` around the convex hull of the points, with round corners: a circle for
/// one point, a capsule for two. Empty for none.
[[nodiscard]] QPainterPath roundedHull(const std::vector<QPointF> &points, double padding);

} // namespace nodescope::graph
