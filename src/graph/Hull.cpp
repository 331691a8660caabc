#include "graph/Hull.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodescope::graph {

namespace {
double cross(const QPointF &o, const QPointF &a, const QPointF &b)
{
    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
}

double degreesOf(const QPointF &direction)
{
    // QPainterPath measures counter-clockwise with y upwards.
    return std::atan2(-direction.y(), direction.x()) * 180 / std::numbers::pi;
}
} // namespace

QPolygonF convexHull(std::vector<QPointF> points)
{
    std::sort(points.begin(), points.end(), [](const QPointF &a, const QPointF &b) {
        return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y());
    });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return QPolygonF(QList<QPointF>(points.begin(), points.end()));
    QPolygonF hull;
    const auto half = [&hull](auto begin, auto end) {
        const qsizetype base = hull.size();
        for (auto it = begin; it != end; ++it) {
            while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), *it) <= 0)
                hull.removeLast();
            hull.append(*it);
        }
        hull.removeLast();
    };
    half(points.begin(), points.end());
    half(points.rbegin(), points.rend());
    return hull;
}

QPainterPath roundedHull(const std::vector<QPointF> &points, double padding)
{
    QPainterPath path;
    const QPolygonF hull = convexHull(points);
    if (hull.isEmpty())
        return path;
    if (hull.size() == 1) {
        path.addEllipse(hull.front(), padding, padding);
        return path;
    }
    // At each corner an arc from the normal of the edge before to that of the edge after.
    const qsizetype count = hull.size();
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF at = hull[i];
        const QPointF before = at - hull[(i + count - 1) % count];
        const QPointF after = hull[(i + 1) % count] - at;
        const double from = degreesOf(QPointF(before.y(), -before.x()));
        const double to = degreesOf(QPointF(after.y(), -after.x()));
        double sweep = std::fmod(to - from, 360);
        if (sweep > 0)
            sweep -= 360;
        const QRectF circle(at - QPointF(padding, padding), QSizeF(2 * padding, 2 * padding));
        if (i == 0)
            path.arcMoveTo(circle, from);
        path.arcTo(circle, from, sweep);
    }
    path.closeSubpath();
    return path;
}

} // namespace nodescope::graph
