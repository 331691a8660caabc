#include "graph/LayoutInput.h"

#include <algorithm>
#include <numeric>

namespace nodescope::graph {

namespace {

int rootOf(std::vector<int> &parent, int node)
{
    while (parent[size_t(node)] != node) {
        parent[size_t(node)] = parent[size_t(parent[size_t(node)])];
        node = parent[size_t(node)];
    }
    return node;
}

bool pulls(const Edge &edge)
{
    // A failed link is drawn, so its ends had better be near each other.
    return edge.link.state != cluster::LinkState::Down;
}

bool carries(const Edge &edge)
{
    return !edge.ours &&
           (edge.link.state == cluster::LinkState::Up || edge.link.state == cluster::LinkState::OneSided);
}

} // namespace

int LayoutInput::groupCount() const
{
    int groups = 0;
    for (const int one : group)
        groups = std::max(groups, one + 1);
    return groups;
}

bool LayoutInput::hasFixed() const
{
    return std::find(fixed.begin(), fixed.end(), true) != fixed.end();
}

std::vector<std::vector<int>> LayoutInput::neighbours() const
{
    std::vector<std::vector<int>> lists(static_cast<size_t>(count));
    for (const Pair &edge : edges) {
        lists[size_t(edge.a)].push_back(edge.b);
        lists[size_t(edge.b)].push_back(edge.a);
    }
    for (auto &list : lists)
        std::sort(list.begin(), list.end());
    return lists;
}

LayoutInput layoutInputOf(const Graph &graph, const std::vector<int> &order, const QSizeF &footprint)
{
    LayoutInput input;
    input.count = int(order.size());
    std::vector<int> rank(order.size());
    QHash<QString, int> groups;
    for (int i = 0; i < input.count; ++i) {
        const int index = order[size_t(i)];
        rank[size_t(index)] = i;
        const QString &host = graph.vertex(index).host;
        int group = -1;
        if (!host.isEmpty()) {
            if (!groups.contains(host))
                groups.insert(host, int(groups.size()));
            group = groups.value(host);
        }
        input.group.push_back(group);
        input.start.push_back(graph.position(index));
        input.placed.push_back(graph.isPlaced(index));
        input.fixed.push_back(graph.vertex(index).pinned && graph.isPlaced(index));
    }
    input.footprint.assign(order.size(), footprint);
    input.partition = partitionsOf(graph, order);
    for (const Edge &edge : graph.edges()) {
        if (pulls(edge))
            input.edges.push_back({rank[size_t(edge.a)], rank[size_t(edge.b)]});
    }
    // The order of edges must not depend on the order in which they arrived.
    std::sort(input.edges.begin(), input.edges.end(),
              [](const auto &x, const auto &y) { return std::minmax(x.a, x.b) < std::minmax(y.a, y.b); });
    return input;
}

std::vector<int> partitionsOf(const Graph &graph, const std::vector<int> &order)
{
    std::vector<int> parent(size_t(graph.nodeCount()));
    std::iota(parent.begin(), parent.end(), 0);
    for (const Edge &edge : graph.edges()) {
        if (carries(edge))
            parent[size_t(rootOf(parent, edge.a))] = rootOf(parent, edge.b);
    }
    std::vector<int> size(parent.size(), 0);
    const int self = graph.selfIndex();
    for (const int index : order)
        ++size[size_t(rootOf(parent, index))];
    // Roots by size, then by the first member's rank.
    std::vector<int> roots;
    std::vector<bool> seen(parent.size(), false);
    for (const int index : order) {
        const int root = rootOf(parent, index);
        if (!seen[size_t(root)] && index != self)
            roots.push_back(root);
        seen[size_t(root)] = true;
    }
    std::stable_sort(roots.begin(), roots.end(),
                     [&](int x, int y) { return size[size_t(x)] > size[size_t(y)]; });
    std::vector<int> numberOfRoot(parent.size(), 0);
    for (size_t i = 0; i < roots.size(); ++i)
        numberOfRoot[size_t(roots[i])] = int(i);
    std::vector<int> partition;
    partition.reserve(order.size());
    for (const int index : order)
        partition.push_back(index == self ? -1 : numberOfRoot[size_t(rootOf(parent, index))]);
    return partition;
}

} // namespace nodescope::graph
