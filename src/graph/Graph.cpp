#include "graph/Graph.h"

#include <algorithm>
#include <numeric>

namespace nodescope::graph {

namespace {

EdgeEnds endsOf(const Edge &edge)
{
    return {edge.a, edge.b, edge.link.state, edge.ours};
}

} // namespace

int Graph::setNode(const cluster::Node &node)
{
    if (const int known = indexOf(node.name); known >= 0) {
        m_vertices[size_t(known)].node = node;
        return known;
    }
    const int index = nodeCount();
    const bool self = node.kind == cluster::NodeKind::Self;
    m_vertices.push_back(Vertex{node, self ? QString() : node.name.host(), false, {}});
    m_positions.emplace_back();
    m_placed.push_back(false);
    m_indexByName.insert(node.name, index);
    return index;
}

void Graph::removeNode(base::NodeName name) // NOLINT(performance-unnecessary-value-param)
{
    const int index = indexOf(name);
    if (index < 0)
        return;
    while (!m_vertices[size_t(index)].edges.empty())
        removeLink(m_edges[size_t(m_vertices[size_t(index)].edges.back())].link.key);
    const int last = nodeCount() - 1;
    if (index != last) {
        for (const int edge : m_vertices[size_t(last)].edges) {
            Edge &moved = m_edges[size_t(edge)];
            (moved.a == last ? moved.a : moved.b) = index;
            m_ends[size_t(edge)] = endsOf(moved);
        }
        m_indexByName[m_vertices[size_t(last)].node.name] = index;
        m_vertices[size_t(index)] = std::move(m_vertices[size_t(last)]);
        m_positions[size_t(index)] = m_positions[size_t(last)];
        m_placed[size_t(index)] = m_placed[size_t(last)];
    }
    m_vertices.pop_back();
    m_positions.pop_back();
    m_placed.pop_back();
    m_indexByName.remove(name);
}

int Graph::setLink(const cluster::Link &link)
{
    if (const int known = indexOf(link.key); known >= 0) {
        m_edges[size_t(known)].link = link;
        m_ends[size_t(known)].state = link.state;
        return known;
    }
    const int a = indexOf(link.key.a);
    const int b = indexOf(link.key.b);
    if (a < 0 || b < 0)
        return -1;
    const int index = edgeCount();
    const bool ours = link.key.contains(cluster::selfName());
    m_edges.push_back(Edge{link, a, b, ours, 0.14});
    m_ends.push_back(endsOf(m_edges.back()));
    m_vertices[size_t(a)].edges.push_back(index);
    m_vertices[size_t(b)].edges.push_back(index);
    m_edgeByKey.insert(link.key, index);
    return index;
}

void Graph::removeLink(cluster::LinkKey key) // NOLINT(performance-unnecessary-value-param)
{
    const int index = indexOf(key);
    if (index < 0)
        return;
    detach(m_edges[size_t(index)].a, index);
    detach(m_edges[size_t(index)].b, index);
    const int last = edgeCount() - 1;
    if (index != last) {
        rename(m_edges[size_t(last)].a, last, index);
        rename(m_edges[size_t(last)].b, last, index);
        m_edgeByKey[m_edges[size_t(last)].link.key] = index;
        m_edges[size_t(index)] = std::move(m_edges[size_t(last)]);
        m_ends[size_t(index)] = m_ends[size_t(last)];
    }
    m_edges.pop_back();
    m_ends.pop_back();
    m_edgeByKey.remove(key);
}

void Graph::clear()
{
    *this = Graph();
}

void Graph::setPosition(int index, const QPointF &position)
{
    m_positions[size_t(index)] = position;
    m_placed[size_t(index)] = true;
}

std::vector<int> Graph::sortedOrder() const
{
    std::vector<int> order(m_vertices.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](int x, int y) {
        return m_vertices[size_t(x)].node.name < m_vertices[size_t(y)].node.name;
    });
    return order;
}

void Graph::detach(int vertex, int edge)
{
    std::vector<int> &edges = m_vertices[size_t(vertex)].edges;
    edges.erase(std::remove(edges.begin(), edges.end(), edge), edges.end());
}

void Graph::rename(int vertex, int fromEdge, int toEdge)
{
    std::vector<int> &edges = m_vertices[size_t(vertex)].edges;
    std::replace(edges.begin(), edges.end(), fromEdge, toEdge);
}

} // namespace nodescope::graph
