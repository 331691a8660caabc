#include "graph/Cliques.h"

#include <algorithm>
#include <numeric>

namespace nodescope::graph {

namespace {

/// The clique that grows from `seed`: neighbours join, most links first, when all members know them.
std::vector<int> grow(int seed, const std::vector<std::vector<int>> &neighbours,
                      const std::vector<int> &cliqueOf, std::vector<int> &known)
{
    std::vector<int> candidates;
    for (const int node : neighbours[size_t(seed)]) {
        known[size_t(node)] = 1;
        if (cliqueOf[size_t(node)] < 0)
            candidates.push_back(node);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [&](int x, int y) {
        return neighbours[size_t(x)].size() > neighbours[size_t(y)].size();
    });
    std::vector<int> clique{seed};
    for (const int node : candidates) {
        if (known[size_t(node)] != int(clique.size()))
            continue;
        clique.push_back(node);
        for (const int next : neighbours[size_t(node)])
            ++known[size_t(next)];
    }
    for (const int member : clique) {
        for (const int next : neighbours[size_t(member)])
            known[size_t(next)] = 0;
    }
    std::sort(clique.begin(), clique.end());
    return clique;
}

} // namespace

Cliques findCliques(const LayoutInput &input, int smallest)
{
    Cliques found;
    found.cliqueOf.assign(size_t(input.count), -1);
    const auto neighbours = input.neighbours();
    std::vector<int> order(static_cast<size_t>(input.count));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) {
        return neighbours[size_t(x)].size() > neighbours[size_t(y)].size();
    });
    std::vector<int> known(size_t(input.count), 0);
    for (const int seed : order) {
        if (found.cliqueOf[size_t(seed)] >= 0 || int(neighbours[size_t(seed)].size()) < smallest - 1)
            continue;
        std::vector<int> clique = grow(seed, neighbours, found.cliqueOf, known);
        if (int(clique.size()) < smallest)
            continue;
        for (const int member : clique)
            found.cliqueOf[size_t(member)] = int(found.members.size());
        found.members.push_back(std::move(clique));
    }
    return found;
}

} // namespace nodescope::graph
