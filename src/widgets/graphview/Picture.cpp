#include "widgets/graphview/Picture.h"

#include <algorithm>
#include <cmath>

namespace nodescope::widgets {

namespace {
constexpr qreal DesignRadius = 16.5;
}

qreal Picture::nodeRadius() const
{
    return theme.px(DesignRadius) * std::clamp(std::pow(relativeZoom(), 0.7), 0.12, 1.3);
}

graph::HitMetrics Picture::hitMetrics() const
{
    graph::HitMetrics metrics;
    metrics.radius = nodeRadius();
    metrics.rimInside = std::min(theme.px(5), metrics.radius / 3);
    metrics.rimOutside = theme.px(7);
    metrics.linkTolerance = theme.px(6);
    return metrics;
}

bool Picture::isInMesh(const graph::EdgeEnds &edge) const
{
    if (meshOf.empty() || edge.state != cluster::LinkState::Up || edge.ours)
        return false;
    const int mesh = meshOf[size_t(edge.a)];
    if (mesh < 0 || mesh != meshOf[size_t(edge.b)])
        return false;
    const auto touches = [&](int node) { return node >= 0 && (edge.a == node || edge.b == node); };
    return !touches(selectedNode);
}

QRectF sceneBounds(const graph::Graph &graph)
{
    if (graph.nodeCount() == 0)
        return {};
    qreal left = 1e300;
    qreal top = 1e300;
    qreal right = -1e300;
    qreal bottom = -1e300;
    for (const QPointF &position : graph.positions()) {
        left = std::min(left, position.x());
        right = std::max(right, position.x());
        top = std::min(top, position.y());
        bottom = std::max(bottom, position.y());
    }
    return QRectF(left, top, right - left, bottom - top);
}

} // namespace nodescope::widgets
