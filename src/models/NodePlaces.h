#pragma once

#include <QHash>
#include <QMultiHash>

#include "cluster/Cluster.h"

namespace nodescope::models {

/// Decides where a name stands in the node list: under its host, among what EPMD knows, or nowhere.
/// Knows the entries of all hosts' EPMDs; asks the cluster for the rest, which must outlive it.
///
/// An entry of EPMD is taken by a node of its name and host, or of its name and port (EPMD of
/// `localhost` lists nodes that call themselves by another host), once that node is more than known.
class NodePlaces
{
public:
    struct Entry
    {
        quint16 port = 0;
        quint16 epmdPort = 0;
    };

    explicit NodePlaces(const cluster::Cluster &cluster);

    void clear();
    void nodeCame(const base::NodeName &name);
    void nodeWent(const base::NodeName &name);
    /// Takes the entries of a host anew; the answer is all names whose place may have changed.
    [[nodiscard]] QList<base::NodeName> hostChanged(const QString &host);

    [[nodiscard]] bool belongsToHost(const base::NodeName &name) const;
    [[nodiscard]] bool belongsToEpmd(const base::NodeName &name) const;
    /// What EPMD told of a name.
    [[nodiscard]] Entry entry(const base::NodeName &name) const { return m_entries.value(name); }
    /// The other entries that have the same part before `@`: their place hangs on this node's.
    [[nodiscard]] QList<base::NodeName> entriesLike(const base::NodeName &name) const;

private:
    void remember(const base::NodeName &name);

    const cluster::Cluster &m_cluster;
    QHash<base::NodeName, Entry> m_entries;
    QMultiHash<QString, base::NodeName> m_namesakes; ///< nodes and entries by the part before `@`
};

} // namespace nodescope::models
