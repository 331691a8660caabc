#include "graph/Newcomers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodescope::graph {

namespace {

constexpr double LinkLength = 130;

QPointF meanOf(const Positions &positions, const std::vector<bool> &counted)
{
    QPointF sum;
    int count = 0;
    for (size_t i = 0; i < positions.size(); ++i) {
        if (counted[i]) {
            sum += positions[i];
            ++count;
        }
    }
    return count > 0 ? sum / count : QPointF();
}

/// How bad a place is for a newcomer: links too long or short, footprints in the way, others' hosts.
double badnessAt(const LayoutInput &input, const Positions &positions, const std::vector<bool> &placed,
                 const std::vector<int> &neighbours, int node, const QPointF &at)
{
    double badness = 0;
    for (const int other : neighbours) {
        if (!placed[size_t(other)])
            continue;
        const QPointF along = positions[size_t(other)] - at;
        const bool together = input.group[size_t(other)] == input.group[size_t(node)];
        const double wish = LinkLength * (together ? 1 : 2);
        badness += std::pow((std::hypot(along.x(), along.y()) - wish) / wish, 2) * (together ? 4 : 1) /
                   double(neighbours.size());
    }
    for (size_t j = 0; j < positions.size(); ++j) {
        if (!placed[j] || int(j) == node)
            continue;
        const QPointF along = positions[j] - at;
        const QSizeF room = (input.footprint[j] + input.footprint[size_t(node)]) / 2;
        const double x = room.width() * 1.1 - std::abs(along.x());
        const double y = room.height() * 1.1 - std::abs(along.y());
        if (x > 0 && y > 0)
            badness += 20 + std::min(x, y);
        const bool foreign = input.group[j] != input.group[size_t(node)];
        const double distance = std::hypot(along.x(), along.y());
        if (foreign && distance < 1.3 * LinkLength)
            badness += 1.5 * (1.3 - distance / LinkLength);
        if (!foreign && input.group[j] >= 0)
            badness += 0.15 * distance / LinkLength / double(positions.size());
    }
    return badness;
}

/// Where to look around: the host's middle, else the neighbours' middle, else beside everything.
QPointF anchorOf(const LayoutInput &input, const Positions &positions, const std::vector<bool> &placed,
                 const std::vector<int> &neighbours, int node)
{
    std::vector<bool> mates(positions.size(), false);
    bool any = false;
    for (size_t j = 0; j < positions.size(); ++j) {
        mates[j] = placed[j] && input.group[j] >= 0 && input.group[j] == input.group[size_t(node)];
        any = any || mates[j];
    }
    if (any)
        return meanOf(positions, mates);
    for (const int other : neighbours) {
        mates[size_t(other)] = placed[size_t(other)];
        any = any || mates[size_t(other)];
    }
    if (any)
        return meanOf(positions, mates);
    QPointF beside;
    for (size_t j = 0; j < positions.size(); ++j) {
        if (placed[j])
            beside = QPointF(std::max(beside.x(), positions[j].x() + 220), 0);
    }
    return beside;
}

QPointF bestPlace(const LayoutInput &input, const Positions &positions, const std::vector<bool> &placed,
                  const std::vector<int> &neighbours, int node)
{
    const QPointF anchor = anchorOf(input, positions, placed, neighbours, node);
    QPointF best = anchor;
    double least = badnessAt(input, positions, placed, neighbours, node, anchor);
    for (double radius = 70; radius < 1200 && (radius < 420 || least > 20); radius *= 1.3) {
        for (int i = 0; i < 24; ++i) {
            const double angle = i * 2 * std::numbers::pi / 24;
            const QPointF at = anchor + QPointF(std::cos(angle), std::sin(angle)) * radius;
            const double badness = badnessAt(input, positions, placed, neighbours, node, at);
            if (badness < least) {
                least = badness;
                best = at;
            }
        }
    }
    return best;
}

} // namespace

Positions placeNewcomers(const LayoutInput &input)
{
    Positions positions = input.start;
    std::vector<bool> placed = input.placed;
    const auto neighbours = input.neighbours();
    std::vector<int> waiting;
    for (int i = 0; i < input.count; ++i) {
        if (!placed[size_t(i)])
            waiting.push_back(i);
    }
    // Those with most neighbours in place first: they lead the others.
    std::stable_sort(waiting.begin(), waiting.end(), [&](int x, int y) {
        const auto known = [&](int node) {
            return std::count_if(neighbours[size_t(node)].begin(), neighbours[size_t(node)].end(),
                                 [&](int other) { return placed[size_t(other)]; });
        };
        return known(x) > known(y);
    });
    for (const int node : waiting) {
        positions[size_t(node)] = bestPlace(input, positions, placed, neighbours[size_t(node)], node);
        placed[size_t(node)] = true;
    }
    return positions;
}

bool deservesNewLayout(const LayoutInput &input)
{
    const auto known = std::count(input.placed.begin(), input.placed.end(), true);
    return known < 3 || 3 * (input.count - known) > input.count;
}

} // namespace nodescope::graph
