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

/// Whether a straight line between the two could pass so near: most links are out of the question at once.
bool mayReach(const QPointF &a, const QPointF &b, const QPointF &point, double reach)
{
    return std::min(a.x(), b.x()) - reach < point.x() && point.x() < std::max(a.x(), b.x()) + reach &&
           std::min(a.y(), b.y()) - reach < point.y() && point.y() < std::max(a.y(), b.y()) + reach;
}

Hit nearestLink(const Graph &graph, const Viewport &viewport, const QPointF &viewPoint, double tolerance)
{
    const QPointF scene = viewport.toScene(viewPoint);
    const std::vector<QPointF> &positions = graph.positions();
    double least = tolerance / viewport.zoom();
    int nearest = -1;
    int index = -1;
    for (const EdgeEnds &ends : graph.ends()) {
        ++index;
        const QPointF &a = positions[size_t(ends.a)];
        const QPointF &b = positions[size_t(ends.b)];
        const bool curved = ends.state == cluster::LinkState::Failed;
        if (!curved && !mayReach(a, b, scene, least))
            continue;
        const double distance = curveOf(graph.edge(index), a, b).distance(scene);
        if (distance < least) {
            least = distance;
            nearest = index;
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
