#include "Graphs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

namespace nodescope::bench {

namespace {

/// Of a fixed seed: every program must see the same graph.
class Random
{
public:
    int below(int limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<std::uint64_t>(limit));
    }

private:
    std::uint64_t m_state = 20260304;
};

void addMesh(PlainGraph &graph, int begin, int end)
{
    for (int i = begin; i < end; ++i) {
        for (int j = i + 1; j < end; ++j)
            graph.edges.emplace_back(i, j);
    }
}

std::vector<int> hopsFrom(int source, const std::vector<std::vector<int>> &neighbours)
{
    std::vector<int> hops(neighbours.size(), -1);
    std::vector<int> queue{source};
    hops[static_cast<std::size_t>(source)] = 0;
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const auto node = static_cast<std::size_t>(queue[at]);
        for (const int next : neighbours[node]) {
            if (hops[static_cast<std::size_t>(next)] < 0) {
                hops[static_cast<std::size_t>(next)] = hops[node] + 1;
                queue.push_back(next);
            }
        }
    }
    return hops;
}

} // namespace

PlainGraph threeSites(int nodes)
{
    PlainGraph graph{"mesh" + std::to_string(nodes), nodes, {}, {}};
    const int each = nodes / 3;
    const int begins[] = {0, each, 2 * each, nodes};
    for (int site = 0; site < 3; ++site) {
        addMesh(graph, begins[site], begins[site + 1]);
        graph.site.insert(graph.site.end(), static_cast<std::size_t>(begins[site + 1] - begins[site]), site);
        for (int i = 0; i < 3; ++i)
            graph.edges.emplace_back(begins[site] + i, begins[(site + 1) % 3] + 3 + i);
    }
    return graph;
}

PlainGraph sparse(int nodes)
{
    PlainGraph graph{"sparse" + std::to_string(nodes), nodes, {}, {}};
    Random random;
    std::set<std::pair<int, int>> known;
    const auto add = [&](int a, int b) {
        if (a != b && known.insert(std::minmax(a, b)).second)
            graph.edges.emplace_back(a, b);
    };
    for (int i = 1; i < nodes; ++i)
        add(i, random.below(i));
    while (graph.edges.size() < static_cast<std::size_t>(nodes) * 3)
        add(random.below(nodes), random.below(nodes));
    graph.site.assign(static_cast<std::size_t>(nodes), -1);
    return graph;
}

PlainGraph grid(int side)
{
    PlainGraph graph{"grid" + std::to_string(side), side * side, {}, {}};
    for (int i = 0; i < side * side; ++i) {
        if (i % side + 1 < side)
            graph.edges.emplace_back(i, i + 1);
        if (i + side < side * side)
            graph.edges.emplace_back(i, i + side);
    }
    graph.site.assign(static_cast<std::size_t>(side * side), -1);
    return graph;
}

PlainGraph fullMesh(int nodes)
{
    PlainGraph graph{"full" + std::to_string(nodes), nodes, {}, {}};
    addMesh(graph, 0, nodes);
    graph.site.assign(static_cast<std::size_t>(nodes), -1);
    return graph;
}

std::vector<PlainGraph> layoutGraphs(const std::string &name)
{
    std::vector<PlainGraph> graphs{threeSites(300), threeSites(1000), sparse(1000),
                                   sparse(5000),    sparse(10000),    grid(50)};
    if (!name.empty())
        std::erase_if(graphs, [&](const PlainGraph &graph) { return graph.name != name; });
    return graphs;
}

double normalisedStress(const PlainGraph &graph, const std::vector<Point> &positions)
{
    std::vector<std::vector<int>> neighbours(static_cast<std::size_t>(graph.count));
    for (const auto &[a, b] : graph.edges) {
        neighbours[static_cast<std::size_t>(a)].push_back(b);
        neighbours[static_cast<std::size_t>(b)].push_back(a);
    }
    const int step = std::max(1, graph.count / 200);
    double sum = 0;
    double squares = 0;
    double pairs = 0;
    for (int i = 0; i < graph.count; i += step) {
        const std::vector<int> hops = hopsFrom(i, neighbours);
        for (std::size_t j = 0; j < hops.size(); ++j) {
            if (hops[j] <= 0)
                continue;
            const Point &p = positions[static_cast<std::size_t>(i)];
            const double relative = std::hypot(p.x - positions[j].x, p.y - positions[j].y) / hops[j];
            sum += relative;
            squares += relative * relative;
            pairs += 1;
        }
    }
    // The sum of (s r - 1)² at the best scale s = sum r / sum r², a pair.
    return squares > 0 ? 1 - sum * sum / (squares * pairs) : 1;
}

} // namespace nodescope::bench
