#include "graph/Stress.h"

#include <algorithm>
#include <cmath>

#include "graph/PivotMds.h"
#include "graph/Random.h"

namespace nodescope::graph {

namespace {

/// How far apart the nodes of each host want to be, and the radius that the host then takes.
struct GroupSizes
{
    std::vector<double> spread;
    std::vector<double> radius;
};

GroupSizes groupSizes(const LayoutInput &input, const Lengths &lengths)
{
    std::vector<int> members(size_t(input.groupCount()), 0);
    for (const int group : input.group) {
        if (group >= 0)
            ++members[size_t(group)];
    }
    GroupSizes sizes;
    for (const int count : members) {
        const double spread = lengths.link * std::max(1.0, std::sqrt(double(count)) / 2);
        sizes.spread.push_back(spread);
        sizes.radius.push_back(count > 1 ? 0.6 * spread : 0.25 * lengths.link);
    }
    return sizes;
}

double wishedDistance(const LayoutInput &input, const GroupSizes &sizes, const Lengths &lengths, int i, int j,
                      int hops)
{
    const int p = input.group[size_t(i)];
    const int q = input.group[size_t(j)];
    if (p >= 0 && p == q)
        return sizes.spread[size_t(p)] * (hops == 1 ? 1 : 1.3);
    const double alone = 0.2 * lengths.link;
    const double rooms =
        (p < 0 ? alone : sizes.radius[size_t(p)]) + (q < 0 ? alone : sizes.radius[size_t(q)]);
    const double away = hops < 0 ? 1.5 : 0.5 * (hops - 1);
    return rooms + lengths.gap + away * lengths.link;
}

void shuffle(std::vector<StressTerm> &terms, Random &random)
{
    for (size_t k = terms.size() - 1; k > 0; --k)
        std::swap(terms[k], terms[random.below(std::uint32_t(k + 1))]);
}

/// Numbers how many nodes of a pivot's region lie within half the distance: its share of the terms.
double regionShare(const std::vector<int> &cumulated, int hops)
{
    if (cumulated.empty())
        return 1;
    return cumulated[std::min(size_t(hops / 2), cumulated.size() - 1)];
}

/// Links outside cliques, each; of a clique those to the members 1, 2, 4 … further on, heavier by as many as
/// they stand for.
void addLinkTerms(const LayoutInput &input, const Cliques &cliques, double linkLength,
                  std::vector<StressTerm> &terms)
{
    constexpr size_t SmallestThinned = 16;
    const double unit = 1 / (linkLength * linkLength);
    const auto thinned = [&](int clique) {
        return clique >= 0 && cliques.members[size_t(clique)].size() >= SmallestThinned;
    };
    for (const auto &edge : input.edges) {
        const int clique = cliques.cliqueOf[size_t(edge.a)];
        if (clique != cliques.cliqueOf[size_t(edge.b)] || !thinned(clique))
            terms.push_back({edge.a, edge.b, linkLength, unit, unit});
    }
    for (const auto &members : cliques.members) {
        const size_t size = members.size();
        if (size < SmallestThinned)
            continue;
        size_t offsets = 0;
        for (size_t offset = 1; offset <= size / 2; offset *= 2)
            ++offsets;
        const double weight = unit * double(size - 1) / double(2 * offsets);
        for (size_t offset = 1; offset <= size / 2; offset *= 2) {
            for (size_t i = 0; i < size; ++i)
                terms.push_back({members[i], members[(i + offset) % size], linkLength, weight, weight});
        }
    }
}

} // namespace

void descend(std::vector<StressTerm> terms, Positions &positions, const std::vector<bool> &fixed, int rounds)
{
    if (terms.empty())
        return;
    double longest = 0;
    double shortest = std::numeric_limits<double>::max();
    for (const StressTerm &term : terms) {
        longest = std::max(longest, term.distance);
        shortest = std::min(shortest, term.distance);
    }
    const double first = longest * longest;
    const double decay = std::log(0.1 * shortest * shortest / first) / std::max(1, rounds - 1);
    Random random(3);
    for (int round = 0; round < rounds; ++round) {
        const double step = first * std::exp(decay * round);
        shuffle(terms, random);
        for (const StressTerm &term : terms) {
            QPointF &p = positions[size_t(term.i)];
            QPointF &q = positions[size_t(term.j)];
            const QPointF along = p - q;
            const double length = std::hypot(along.x(), along.y()) + 1e-9;
            const QPointF half = along * ((length - term.distance) / (2 * length));
            if (!fixed[size_t(term.i)])
                p -= half * std::min(1.0, step * term.weightI);
            if (!fixed[size_t(term.j)])
                q += half * std::min(1.0, step * term.weightJ);
        }
    }
}

std::vector<StressTerm> allPairsTerms(const LayoutInput &input, const Lengths &lengths)
{
    const auto neighbours = input.neighbours();
    const GroupSizes sizes = groupSizes(input, lengths);
    std::vector<StressTerm> terms;
    terms.reserve(size_t(input.count) * size_t(input.count) / 2);
    for (int i = 1; i < input.count; ++i) {
        const std::vector<int> hops = hopsFrom(i, neighbours);
        for (int j = 0; j < i; ++j) {
            const double distance = wishedDistance(input, sizes, lengths, i, j, hops[size_t(j)]);
            const double weight = 1 / (distance * distance);
            terms.push_back({i, j, distance, weight, weight});
        }
    }
    return terms;
}

std::vector<StressTerm> sparseTerms(const LayoutInput &input, const Cliques &cliques, double linkLength,
                                    int pivots)
{
    const auto neighbours = input.neighbours();
    const size_t count = size_t(input.count);
    std::vector<std::vector<int>> distances;
    std::vector<int> pivotNodes;
    std::vector<int> nearest(count, std::numeric_limits<int>::max());
    std::vector<size_t> region(count, 0);
    int pivot = 0;
    for (size_t k = 0; k < std::min(size_t(pivots), count); ++k) {
        distances.push_back(hopsFrom(pivot, neighbours));
        pivotNodes.push_back(pivot);
        for (size_t j = 0; j < count; ++j) {
            const int hops = distances[k][j];
            if (hops >= 0 && hops < nearest[j]) {
                nearest[j] = hops;
                region[j] = k;
            }
        }
        pivot = int(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    std::vector<std::vector<int>> cumulated(distances.size());
    for (size_t j = 0; j < count; ++j) {
        std::vector<int> &histogram = cumulated[region[j]];
        const size_t hops = size_t(std::max(0, distances[region[j]][j]));
        histogram.resize(std::max(histogram.size(), hops + 1), 0);
        ++histogram[hops];
    }
    for (auto &histogram : cumulated) {
        for (size_t i = 1; i < histogram.size(); ++i)
            histogram[i] += histogram[i - 1];
    }
    const double unit = 1 / (linkLength * linkLength);
    std::vector<StressTerm> terms;
    addLinkTerms(input, cliques, linkLength, terms);
    for (size_t k = 0; k < distances.size(); ++k) {
        for (size_t j = 0; j < count; ++j) {
            const int hops = distances[k][j];
            if (hops < 2)
                continue;
            const double weight = unit / (double(hops) * hops);
            terms.push_back(
                {int(j), pivotNodes[k], hops * linkLength, weight * regionShare(cumulated[k], hops), 0});
        }
    }
    return terms;
}

double normalisedStress(const LayoutInput &input, const Positions &positions, int samples)
{
    const auto neighbours = input.neighbours();
    const int step = std::max(1, input.count / std::max(1, samples));
    double ratio = 0;
    double square = 0;
    double pairs = 0;
    for (int i = 0; i < input.count; i += step) {
        const std::vector<int> hops = hopsFrom(i, neighbours);
        for (int j = 0; j < input.count; ++j) {
            if (hops[size_t(j)] <= 0)
                continue;
            const QPointF along = positions[size_t(i)] - positions[size_t(j)];
            const double relative = std::hypot(along.x(), along.y()) / hops[size_t(j)];
            ratio += relative;
            square += relative * relative;
            ++pairs;
        }
    }
    // Sum of (s r - 1)^2 at the best scale s = sum r / sum r^2, per pair.
    return pairs > 0 && square > 0 ? 1 - ratio * ratio / (square * pairs) : 0;
}

} // namespace nodescope::graph
