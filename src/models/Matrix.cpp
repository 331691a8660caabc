#include "models/Matrix.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "models/Proxies.h"

namespace nodescope::models {

using namespace cluster;
using base::NodeName;

namespace {
bool before(const NodeName &x, const NodeName &y)
{
    const int order = compareNaturally(x.text(), y.text());
    return order < 0;
}

/// Sets that are joined one by one.
class Sets
{
public:
    explicit Sets(int count)
        : m_parents(std::size_t(count))
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }
    int find(int member)
    {
        while (m_parents[std::size_t(member)] != member) {
            int &parent = m_parents[std::size_t(member)];
            parent = m_parents[std::size_t(parent)];
            member = parent;
        }
        return member;
    }
    void join(int x, int y) { m_parents[std::size_t(find(x))] = find(y); }

private:
    std::vector<int> m_parents;
};
} // namespace

Matrix::Matrix(const Cluster &cluster, Sorting sorting, const NodeFilter &filter)
{
    for (const Node &node : cluster.nodes()) {
        if (node.kind != NodeKind::Self && filter.matches(node, cluster))
            m_nodes.append(node.name);
    }
    std::sort(m_nodes.begin(), m_nodes.end(), before);
    m_begins = QList<bool>(m_nodes.size(), false);
    m_groups = m_nodes.isEmpty() ? 0 : 1;
    if (sorting == Sorting::Host)
        sortByHost();
    else if (sorting == Sorting::Partition)
        sortByPartition(cluster);
    for (int i = 0; i < size(); ++i)
        m_indexes.insert(m_nodes.at(i), i);
}

void Matrix::sortByHost()
{
    std::stable_sort(m_nodes.begin(), m_nodes.end(), [](const NodeName &x, const NodeName &y) {
        return compareNaturally(x.host(), y.host()) < 0;
    });
    for (int i = 1; i < size(); ++i) {
        m_begins[i] = m_nodes.at(i).host() != m_nodes.at(i - 1).host();
        m_groups += m_begins.at(i) ? 1 : 0;
    }
}

void Matrix::sortByPartition(const Cluster &cluster)
{
    QHash<NodeName, int> places;
    for (int i = 0; i < size(); ++i)
        places.insert(m_nodes.at(i), i);
    Sets sets(size());
    for (const Link &link : cluster.links()) {
        const int a = places.value(link.key.a, -1);
        const int b = places.value(link.key.b, -1);
        if (a >= 0 && b >= 0 && (link.state == LinkState::Up || link.state == LinkState::OneSided))
            sets.join(a, b);
    }
    std::vector<int> sizes(std::size_t(size()), 0);
    std::vector<int> first(std::size_t(size()), size());
    for (int i = 0; i < size(); ++i) {
        const auto set = std::size_t(sets.find(i));
        ++sizes[set];
        first[set] = std::min(first[set], i);
    }
    // Large partitions first, equal ones by their first node.
    std::vector<int> order(static_cast<std::size_t>(size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) {
        const auto a = std::size_t(sets.find(x));
        const auto b = std::size_t(sets.find(y));
        return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
    });
    QList<NodeName> sorted;
    sorted.reserve(m_nodes.size());
    for (const int i : order) {
        const bool begins = !sorted.isEmpty() && sets.find(i) != sets.find(places.value(sorted.last()));
        m_begins[sorted.size()] = begins;
        m_groups += begins ? 1 : 0;
        sorted.append(m_nodes.at(i));
    }
    m_nodes = sorted;
}

Matrix::Seen Matrix::seen(const Cluster &cluster, const NodeName &viewer, const NodeName &other)
{
    if (viewer == other)
        return Seen::Itself;
    const LinkKey key(viewer, other);
    const Link *link = cluster.link(key);
    if (!link) {
        const Node *node = cluster.node(viewer);
        const bool asked = node && (node->watched == Watched::Push || node->watched == Watched::Poll);
        return asked ? Seen::Nothing : Seen::NotAsked;
    }
    switch (link->seenFrom(viewer)) {
    case EndView::Up:
        return link->hidden ? Seen::Hidden : Seen::Up;
    case EndView::Pending:
        return Seen::Pending;
    case EndView::Absent:
        if (link->seenFrom(other) == EndView::Up)
            return Seen::Denied;
        return link->state == LinkState::Failed ? Seen::Failed : Seen::Nothing;
    case EndView::Unknown:
        break;
    }
    if (link->state == LinkState::Failed)
        return Seen::Failed;
    return link->state == LinkState::Connecting ? Seen::Pending : Seen::NotAsked;
}

QString identifierOf(Matrix::Seen seen)
{
    switch (seen) {
    case Matrix::Seen::Itself:
        return QStringLiteral("itself");
    case Matrix::Seen::NotAsked:
        return QStringLiteral("not_asked");
    case Matrix::Seen::Nothing:
        return QStringLiteral("nothing");
    case Matrix::Seen::Up:
        return QStringLiteral("up");
    case Matrix::Seen::Hidden:
        return QStringLiteral("hidden");
    case Matrix::Seen::Pending:
        return QStringLiteral("pending");
    case Matrix::Seen::Denied:
        return QStringLiteral("denied");
    case Matrix::Seen::Failed:
        break;
    }
    return QStringLiteral("failed");
}

} // namespace nodescope::models
