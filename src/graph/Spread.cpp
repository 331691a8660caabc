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
