#include "graph/LinkCurve.h"

#include <algorithm>
#include <cmath>

namespace nodescope::graph {

namespace {

/// A curve that stays so far from a node's centre and from its label is clear of it.
constexpr double Clear = 34;
constexpr double LabelBelow = 36;

double distanceToSegment(const QPointF &point, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / square, 0.0, 1.0) : 0;
    const QPointF off = point - a - along * t;
    return std::hypot(off.x(), off.y());
}

double clearanceOf(const Edge &edge, const Positions &positions)
{
    const LinkCurve curve = curveOf(edge, positions[size_t(edge.a)], positions[size_t(edge.b)]);
    double least = Clear;
    for (int i = 0; i < int(positions.size()); ++i) {
        if (i == edge.a || i == edge.b)
            continue;
        const QPointF &at = positions[size_t(i)];
        least = std::min({least, curve.distance(at), curve.distance(at + QPointF(0, LabelBelow))});
    }
    return least;
}

} // namespace

QPointF LinkCurve::at(double t) const
{
    if (!curved)
        return from + (to - from) * t;
    const double s = 1 - t;
    return from * (s * s) + control * (2 * s * t) + to * (t * t);
}

double LinkCurve::distance(const QPointF &point) const
{
    if (!curved)
        return distanceToSegment(point, from, to);
    constexpr int Pieces = 16;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < Pieces; ++i) {
        const double begin = double(i) / Pieces;
        least = std::min(least, distanceToSegment(point, at(begin), at(begin + 1.0 / Pieces)));
    }
    return least;
}

LinkCurve curveOf(const Edge &edge, const QPointF &a, const QPointF &b)
{
    LinkCurve curve{a, (a + b) / 2, b, edge.link.state == cluster::LinkState::Failed};
    if (curve.curved) {
        // A positive bend is upwards: to the side that has the smaller y.
        const QPointF along = b - a;
        QPointF normal(along.y(), -along.x());
        if (normal.y() > 0)
            normal = -normal;
        curve.control += normal * edge.bend;
    }
    return curve;
}

void chooseBends(Graph &graph, const Positions &positions)
{
    for (int i = 0; i < graph.edgeCount(); ++i) {
        if (graph.ends(i).state != cluster::LinkState::Failed)
            continue;
        Edge trial = graph.edge(i);
        double best = -1;
        for (const double bend : {0.14, -0.14, 0.26, -0.26, 0.4, -0.4}) {
            trial.bend = bend;
            const double clearance = clearanceOf(trial, positions);
            if (clearance > best + 1) {
                best = clearance;
                graph.setBend(i, bend);
            }
            if (best >= Clear)
                break;
        }
    }
}

} // namespace nodescope::graph
