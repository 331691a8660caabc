#pragma once

#include <QList>

#include "cluster/Cluster.h"
#include "models/NodeFilter.h"

namespace nodescope::models {

/// Who sees whom, as a square: row i, column j is what node i says of node j. A value, made from a cluster at
/// one moment: the order of the nodes, and the groups that they stand in. Cells are looked up in the cluster,
/// so that a square of ten thousand nodes costs no more than its order.
class Matrix
{
public:
    enum class Sorting { Name, Host, Partition };

    /// What a node says of another, and what is remarkable about it.
    enum class Seen {
        Itself,
        NotAsked, ///< the node has not told what it sees
        Nothing,  ///< it is not connected to the other, and the other agrees or was not asked
        Up,
        Hidden,  ///< up, in `nodes(hidden)`
        Pending, ///< being set up
        Denied,  ///< it is not connected to the other, which says that it is
        Failed,  ///< the last attempt between the two failed
    };

    Matrix() = default;
    /// This program is not in it: it watches.
    Matrix(const cluster::Cluster &cluster, Sorting sorting, const NodeFilter &filter);

    [[nodiscard]] int size() const { return int(m_nodes.size()); }
    [[nodiscard]] const base::NodeName &node(int index) const { return m_nodes.at(index); }
    /// -1 when it is not in the square.
    [[nodiscard]] int indexOf(const base::NodeName &node) const { return m_indexes.value(node, -1); }
    /// Whether another host or partition begins at this node, by the sorting.
    [[nodiscard]] bool beginsGroup(int index) const { return m_begins.at(index); }
    /// How many groups there are; 1 when sorted by name.
    [[nodiscard]] int groupCount() const { return m_groups; }

    [[nodiscard]] static Seen seen(const cluster::Cluster &cluster, const base::NodeName &viewer,
                                   const base::NodeName &other);

private:
    void sortByHost();
    void sortByPartition(const cluster::Cluster &cluster);

    QList<base::NodeName> m_nodes;
    QHash<base::NodeName, int> m_indexes;
    QList<bool> m_begins;
    int m_groups = 0;
};

/// The stable name, e.g. `not_asked`, `denied`.
[[nodiscard]] QString identifierOf(Matrix::Seen seen);

} // namespace nodescope::models
