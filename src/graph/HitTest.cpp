#include "graph/HitTest.h"

#include <algorithm>
#include <cmath>

namespace nodescope::graph {

namespace {

double squaredLength(const QPointF &p)
{
    return p.x() * p.x() + p.y() * p.y();
}

Hit nearestNode(const Graph &graph, const Viewport &viewport, const QPointF &viewPoint,
                const HitMetrics &metrics)
{
    const QPointF scene = viewport.toScene(viewPoint);
    const double reach = (metrics.radius + metrics.rimOutside) / viewport.zoom();
    double least = reach * reach;
    int nearest = -1;
    const auto &positions = graph.positions();
    for (size_t i = 0; i < positions.size(); ++i) {
        const double square = squaredLength(positions[i] - scene);
        if (square < least) {
            least = square;
            nearest = int(i);
        }
    }
    if (nearest < 0)
        return {};
    const bool rim = std::sqrt(least) * viewport.zoom() > metrics.radius - metrics.rimInside;
    return {rim ? Hit::Kind::Rim : Hit::Kind::Node, nearest};
}

Hit nearestLink(const Graph &graph, const Viewport &viewport, const QPointF &viewPoint, double tolerance)
{
    const QPointF scene = viewport.toScene(viewPoint);
    double least = tolerance / viewport.zoom();
    int nearest = -1;
    for (int i = 0; i < graph.edgeCount(); ++i) {
        const Edge &edge = graph.edge(i);
        const LinkCurve curve = curveOf(edge, graph.position(edge.a), graph.position(edge.b));
        const double distance = curve.distance(scene);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest < 0 ? Hit{} : Hit{Hit::Kind::Link, nearest};
}

} // namespace

Hit hitTest(const Graph &graph, const Viewport &viewport, const QPointF &viewPoint, const HitMetrics &metrics)
{
    const Hit node = nearestNode(graph, viewport, viewPoint, metrics);
    return node.isNode() ? node : nearestLink(graph, viewport, viewPoint, metrics.linkTolerance);
}

} // namespace nodescope::graph
