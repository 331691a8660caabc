#pragma once

#include <vector>

#include <QHash>
#include <QPointF>

#include "cluster/Cluster.h"

namespace nodescope::graph {

/// One node as the picture needs it.
struct Vertex
{
    cluster::Node node;
    QString host;           ///< what nodes are grouped by; empty for ourselves
    bool pinned = false;    ///< stays where it was put
    std::vector<int> edges; ///< indexes of its links
};

/// One link, with the indexes of its ends.
struct Edge
{
    cluster::Link link;
    int a = 0;
    int b = 0;
    bool ours = false;  ///< one end is this program
    double bend = 0.14; ///< of a failed link's arc, as a part of its length (see LinkCurve)

    [[nodiscard]] int other(int vertex) const { return vertex == a ? b : a; }
};

/// What is asked of every link many times a second, close together in memory.
struct EdgeEnds
{
    int a = 0;
    int b = 0;
    cluster::LinkState state = cluster::LinkState::Up;
    bool ours = false;
};

/// The cluster as arrays: vertices, their positions, edges. Indexes are dense and change when
/// something is removed (the last one moves into the gap); names and keys are the lasting ids.
/// A plain value; knows positions but never moves anything by itself.
class Graph
{
public:
    /// Adds the node, or takes its new facts. A new one is at the origin, with isPlaced() false.
    int setNode(const cluster::Node &node);
    /// By value: the name may be the one that is stored here and about to go.
    void removeNode(base::NodeName name);
    /// Adds or changes a link; both ends must be there.
    int setLink(const cluster::Link &link);
    void removeLink(cluster::LinkKey key);
    void clear();

    [[nodiscard]] int nodeCount() const { return int(m_vertices.size()); }
    [[nodiscard]] int edgeCount() const { return int(m_edges.size()); }
    [[nodiscard]] const std::vector<Vertex> &vertices() const { return m_vertices; }
    [[nodiscard]] const std::vector<Edge> &edges() const { return m_edges; }
    /// In the order of edges(): to go through all of them without their facts.
    [[nodiscard]] const std::vector<EdgeEnds> &ends() const { return m_ends; }
    [[nodiscard]] const EdgeEnds &ends(int edge) const { return m_ends[size_t(edge)]; }
    [[nodiscard]] const std::vector<QPointF> &positions() const { return m_positions; }
    [[nodiscard]] const Vertex &vertex(int index) const { return m_vertices[size_t(index)]; }
    [[nodiscard]] const Edge &edge(int index) const { return m_edges[size_t(index)]; }
    [[nodiscard]] QPointF position(int index) const { return m_positions[size_t(index)]; }
    /// -1 when there is none.
    [[nodiscard]] int indexOf(const base::NodeName &name) const { return m_indexByName.value(name, -1); }
    [[nodiscard]] int indexOf(const cluster::LinkKey &key) const { return m_edgeByKey.value(key, -1); }
    /// The index of this program, -1 when it is not on the picture.
    [[nodiscard]] int selfIndex() const { return indexOf(cluster::selfName()); }

    void setPosition(int index, const QPointF &position);
    void setPinned(int index, bool pinned) { m_vertices[size_t(index)].pinned = pinned; }
    void setBend(int edge, double bend) { m_edges[size_t(edge)].bend = bend; }
    /// Whether the node has been given a position.
    [[nodiscard]] bool isPlaced(int index) const { return m_placed[size_t(index)]; }
    /// Indexes in text order of the names: the order in which layouts see nodes.
    [[nodiscard]] std::vector<int> sortedOrder() const;

private:
    void detach(int vertex, int edge);
    void rename(int vertex, int fromEdge, int toEdge);

    std::vector<Vertex> m_vertices;
    std::vector<QPointF> m_positions;
    std::vector<bool> m_placed;
    std::vector<Edge> m_edges;
    std::vector<EdgeEnds> m_ends;
    QHash<base::NodeName, int> m_indexByName;
    QHash<cluster::LinkKey, int> m_edgeByKey;
};

} // namespace nodescope::graph
