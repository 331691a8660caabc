#include "graph/Spread.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodescope::graph {

namespace {

/// Enough nodes to know what is typical.
constexpr int Samples = 200;
constexpr double LargestFactor = 8;
constexpr int MostHosts = 80;
/// More parts are a cloud of single nodes, which need no help.
constexpr size_t MostParts = 200;
/// Of two nodes side by side in a disc.
constexpr double DiscSpacing = 100;
constexpr double GapOfDiscs = 160;

double typicalSpacing(const Positions &positions)
{
    std::vector<double> nearest;
    const size_t step = std::max<size_t>(1, positions.size() / Samples);
    for (size_t i = 0; i < positions.size(); i += step) {
        double least = 1e300;
        for (size_t j = 0; j < positions.size(); ++j) {
            const QPointF along = positions[j] - positions[i];
            const double square = QPointF::dotProduct(along, along);
            if (j != i && square < least)
                least = square;
        }
        nearest.push_back(least);
    }
    const auto middle = nearest.begin() + std::ptrdiff_t(nearest.size() / 2);
    std::nth_element(nearest.begin(), middle, nearest.end());
    return std::sqrt(*middle);
}

/// The graph of hosts: which disc each node belongs to, and the links between discs.
struct Discs
{
    std::vector<std::vector<int>> members;
    LayoutInput input;
};

Discs discsOf(const LayoutInput &input)
{
    Discs discs;
    discs.members.resize(size_t(input.groupCount()));
    std::vector<int> discOf(size_t(input.count));
    for (int i = 0; i < input.count; ++i) {
        const int group = input.group[size_t(i)];
        discOf[size_t(i)] = group >= 0 ? group : int(discs.members.size());
        if (group < 0)
            discs.members.emplace_back();
        discs.members[size_t(discOf[size_t(i)])].push_back(i);
    }
    LayoutInput &between = discs.input;
    between.count = int(discs.members.size());
    std::vector<std::pair<int, int>> pairs;
    for (const auto &edge : input.edges) {
        const auto pair = std::minmax(discOf[size_t(edge.a)], discOf[size_t(edge.b)]);
        if (pair.first != pair.second)
            pairs.emplace_back(pair);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto &[a, b] : pairs)
        between.edges.push_back({a, b});
    const auto count = size_t(between.count);
    between.group.assign(count, -1);
    between.partition.assign(count, 0);
    between.footprint.assign(count, QSizeF(DiscSpacing, DiscSpacing));
    between.fixed.assign(count, false);
    between.start.assign(count, QPointF());
    between.placed.assign(count, false);
    between.wanted = input.wanted;
    return discs;
}

/// Sets of nodes that links join, the largest first.
std::vector<std::vector<int>> partsOf(const LayoutInput &input)
{
    const auto neighbours = input.neighbours();
    std::vector<std::vector<int>> parts;
    std::vector<bool> seen(size_t(input.count), false);
    for (int first = 0; first < input.count; ++first) {
        if (seen[size_t(first)])
            continue;
        std::vector<int> part{first};
        seen[size_t(first)] = true;
        for (size_t next = 0; next < part.size(); ++next) {
            for (const int other : neighbours[size_t(part[next])]) {
                if (!seen[size_t(other)])
                    part.push_back(other);
                seen[size_t(other)] = true;
            }
        }
        parts.push_back(std::move(part));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return parts;
}

QPointF middleOf(const std::vector<int> &part, const Positions &positions)
{
    QPointF sum;
    for (const int node : part)
        sum += positions[size_t(node)];
    return sum / double(part.size());
}

/// How far from `from` a disc must be on its way out along `direction`, to clear all that stands there.
double clearance(const std::vector<int> &standing, const Positions &positions, const QPointF &from,
                 const QPointF &direction, double radius)
{
    double out = 0;
    for (const int node : standing) {
        const QPointF there = positions[size_t(node)] - from;
        const double aside = std::abs(there.x() * direction.y() - there.y() * direction.x());
        if (aside < radius)
            out = std::max(out, QPointF::dotProduct(there, direction) +
                                    std::sqrt(radius * radius - aside * aside));
    }
    return out;
}

double radiusOf(size_t members)
{
    return 0.56 * DiscSpacing * std::sqrt(double(members));
}

} // namespace

void spread(const LayoutInput &input, Positions &positions, double spacing)
{
    if (positions.size() < 3 || input.hasFixed())
        return;
    const double now = typicalSpacing(positions);
    const double factor = std::min(spacing / std::max(now, 1e-3), LargestFactor);
    if (factor <= 1)
        return;
    for (QPointF &position : positions)
        position *= factor;
}

void gather(const LayoutInput &input, Positions &positions, double gap)
{
    if (input.hasFixed())
        return;
    const std::vector<std::vector<int>> parts = partsOf(input);
    if (parts.size() < 2 || parts.size() > MostParts)
        return;
    std::vector<int> standing = parts.front();
    const QPointF from = middleOf(standing, positions);
    for (size_t i = 1; i < parts.size(); ++i) {
        const QPointF middle = middleOf(parts[i], positions);
        const QPointF way = middle - from;
        const double far = std::hypot(way.x(), way.y());
        double radius = gap;
        for (const int node : parts[i]) {
            const QPointF off = positions[size_t(node)] - middle;
            radius = std::max(radius, gap + std::hypot(off.x(), off.y()));
        }
        const double near = far > 0 ? clearance(standing, positions, from, way / far, radius) : far;
        if (near < far) {
            for (const int node : parts[i])
                positions[size_t(node)] -= way * (1 - near / far);
        }
        standing.insert(standing.end(), parts[i].begin(), parts[i].end());
    }
}

bool deservesHosts(const LayoutInput &input)
{
    const int hosts = input.groupCount();
    if (hosts < 2 || hosts > MostHosts || 2 * hosts > input.count)
        return false;
    size_t inside = 0;
    for (const auto &edge : input.edges) {
        const int group = input.group[size_t(edge.a)];
        inside += group >= 0 && group == input.group[size_t(edge.b)] ? 1U : 0U;
    }
    return 2 * inside < input.edges.size();
}

Positions layOutHosts(const LayoutInput &input, Positions (*quotient)(const LayoutInput &))
{
    const Discs discs = discsOf(input);
    Positions centres = quotient(discs.input);
    size_t largest = 1;
    for (const auto &members : discs.members)
        largest = std::max(largest, members.size());
    spread(discs.input, centres, 2 * radiusOf(largest) + GapOfDiscs);
    Positions positions(size_t(input.count));
    // Seeds of a sunflower: even, whatever their number.
    const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
    for (size_t disc = 0; disc < discs.members.size(); ++disc) {
        const std::vector<int> &members = discs.members[disc];
        for (size_t k = 0; k < members.size(); ++k) {
            const double radius = members.size() == 1 ? 0 : radiusOf(k + 1) - 0.25 * DiscSpacing;
            const double angle = golden * double(k);
            positions[size_t(members[k])] =
                centres[disc] + QPointF(std::cos(angle), std::sin(angle)) * radius;
        }
    }
    return positions;
}

} // namespace nodescope::graph
