#include "graph/Separate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nodescope::graph {

namespace {

/// Room for a node's shape and a name of a few letters, and in a graph of more nodes for its shape alone.
constexpr QSizeF RoomWithName(76, 66);
constexpr QSizeF RoomOfShape(44, 44);
constexpr int MostNamed = 500;

struct Disc
{
    std::vector<int> members;
    QPointF centre;
    double radius = 0;
    bool fixed = false;
};

std::vector<Disc> discsOf(const LayoutInput &input, const Positions &positions)
{
    std::vector<Disc> discs(size_t(input.groupCount()));
    for (int i = 0; i < input.count; ++i) {
        const int group = input.group[size_t(i)];
        if (group >= 0)
            discs[size_t(group)].members.push_back(i);
        else
            discs.push_back(Disc{{i}, {}, 0, false});
    }
    for (Disc &disc : discs) {
        for (const int i : disc.members) {
            disc.centre += positions[size_t(i)] / double(disc.members.size());
            disc.fixed = disc.fixed || input.fixed[size_t(i)];
        }
        for (const int i : disc.members) {
            const QPointF along = positions[size_t(i)] - disc.centre;
            const QSizeF size = input.footprint[size_t(i)];
            disc.radius = std::max(disc.radius, std::hypot(along.x(), along.y()) +
                                                    0.5 * std::max(size.width(), size.height()));
        }
    }
    return discs;
}

/// Moves two discs half each, or the one that may move; says whether they were too close.
bool pushApart(Disc &x, Disc &y, double gap)
{
    QPointF along = y.centre - x.centre;
    double length = std::hypot(along.x(), along.y());
    if (length < 1e-6) {
        along = QPointF(1, 0.3);
        length = std::hypot(along.x(), along.y());
    }
    const double missing = x.radius + y.radius + gap - length;
    if (missing <= 0.5 || (x.fixed && y.fixed))
        return false;
    const QPointF push = along * (missing / length);
    const double share = x.fixed ? 0 : y.fixed ? 1 : 0.5;
    x.centre -= push * share;
    y.centre += push * (1 - share);
    return true;
}

struct Overlap
{
    double x;
    double y;
    [[nodiscard]] bool any(double tolerance) const { return x > tolerance && y > tolerance; }
};

Overlap overlapOf(const LayoutInput &input, const Positions &positions, int i, int j)
{
    const QPointF along = positions[size_t(j)] - positions[size_t(i)];
    const QSizeF sum = (input.footprint[size_t(i)] + input.footprint[size_t(j)]) / 2;
    return {sum.width() - std::abs(along.x()), sum.height() - std::abs(along.y())};
}

/// Calls `pair(i, j)` for all pairs whose footprints may overlap, by a sweep from left to right.
template<class Pair>
void sweep(const LayoutInput &input, const Positions &positions, Pair pair)
{
    double widest = 0;
    for (const QSizeF &size : input.footprint)
        widest = std::max(widest, size.width());
    std::vector<int> order(static_cast<size_t>(input.count));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int x, int y) { return positions[size_t(x)].x() < positions[size_t(y)].x(); });
    for (size_t i = 0; i < order.size(); ++i) {
        const double x = positions[size_t(order[i])].x();
        for (size_t j = i + 1; j < order.size(); ++j) {
            if (positions[size_t(order[j])].x() - x > widest)
                break;
            pair(order[i], order[j]);
        }
    }
}

} // namespace

void separateGroups(const LayoutInput &input, Positions &positions, double gap)
{
    std::vector<Disc> discs = discsOf(input, positions);
    const std::vector<Disc> before = discs;
    for (int round = 0; round < 120; ++round) {
        bool moved = false;
        for (size_t i = 0; i < discs.size(); ++i) {
            for (size_t j = i + 1; j < discs.size(); ++j)
                moved = pushApart(discs[i], discs[j], gap) || moved;
        }
        if (!moved)
            break;
    }
    for (size_t i = 0; i < discs.size(); ++i) {
        const QPointF shift = discs[i].centre - before[i].centre;
        for (const int member : discs[i].members)
            positions[size_t(member)] += shift;
    }
}

void separateBoxes(const LayoutInput &input, Positions &positions, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        // The sweep's order is of the round's beginning; pairs that come closer are seen next time.
        const Positions before = positions;
        sweep(input, before, [&](int i, int j) {
            const Overlap overlap = overlapOf(input, positions, i, j);
            const bool fixedI = input.fixed[size_t(i)];
            const bool fixedJ = input.fixed[size_t(j)];
            if (!overlap.any(0.5) || (fixedI && fixedJ))
                return;
            const QPointF along = positions[size_t(j)] - positions[size_t(i)];
            const QPointF push = overlap.x < overlap.y ? QPointF(std::copysign(overlap.x, along.x()), 0)
                                                       : QPointF(0, std::copysign(overlap.y, along.y()));
            const double share = fixedI ? 0 : fixedJ ? 1 : 0.5;
            positions[size_t(i)] -= push * share;
            positions[size_t(j)] += push * (1 - share);
            moved = true;
        });
        if (!moved)
            return;
    }
}

Positions makeRoom(const Positions &positions, const std::vector<bool> &fixed,
                   const std::vector<bool> &settled)
{
    Positions result = positions;
    LayoutInput input;
    input.count = int(positions.size());
    input.footprint.assign(positions.size(), input.count <= MostNamed ? RoomWithName : RoomOfShape);
    for (size_t i = 0; i < fixed.size(); ++i)
        input.fixed.push_back(fixed[i] || settled[i]);
    separateBoxes(input, result);
    input.fixed = fixed;
    separateBoxes(input, result);
    return result;
}

void separateFromLinks(const LayoutInput &input, Positions &positions, double clearance)
{
    if (input.count > 150 || input.edges.size() > 3 * size_t(input.count))
        return;
    for (int round = 0; round < 30; ++round) {
        bool moved = false;
        for (const auto &edge : input.edges) {
            const QPointF a = positions[size_t(edge.a)];
            const QPointF along = positions[size_t(edge.b)] - a;
            const double square = QPointF::dotProduct(along, along);
            for (int i = 0; i < input.count && square > 1; ++i) {
                if (i == edge.a || i == edge.b || input.fixed[size_t(i)])
                    continue;
                QPointF &at = positions[size_t(i)];
                const double t = QPointF::dotProduct(at - a, along) / square;
                const double side =
                    ((at.x() - a.x()) * along.y() - (at.y() - a.y()) * along.x()) / std::sqrt(square);
                if (t <= 0.05 || t >= 0.95 || std::abs(side) >= clearance)
                    continue;
                const QPointF normal = QPointF(along.y(), -along.x()) / std::sqrt(square);
                at += normal * std::copysign(0.5 * (clearance - std::abs(side)) + 0.5, side);
                moved = true;
            }
        }
        if (!moved)
            return;
    }
}

int overlaps(const LayoutInput &input, const Positions &positions)
{
    int count = 0;
    sweep(input, positions, [&](int i, int j) { count += overlapOf(input, positions, i, j).any(1) ? 1 : 0; });
    return count;
}

} // namespace nodescope::graph
