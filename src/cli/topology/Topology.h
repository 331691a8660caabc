#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include "cluster/Cluster.h"

/// A cluster as it was found, ready to be written down. Pure; everything is sorted by name.
namespace nodescope::cli {

struct Topology
{
    /// One link. `a` and `b` are in text order, but for our own failed attempts: there `a` is
    /// cluster::selfName().
    struct Link
    {
        base::NodeName a;
        base::NodeName b;
        cluster::EndView aSees = cluster::EndView::Unknown;
        cluster::EndView bSees = cluster::EndView::Unknown;
        cluster::Link link;

        [[nodiscard]] cluster::Cause cause() const;
    };
    QList<cluster::Node> nodes; ///< without ourselves
    QList<Link> links;          ///< without ours, but those that failed

    /// Whether one of the links is a failed attempt of ours.
    [[nodiscard]] bool hasSelf() const;
};

[[nodiscard]] Topology topologyOf(const cluster::Cluster &cluster);

/// Tables, then the explanation of each failure.
[[nodiscard]] QByteArray toText(const Topology &topology);
/// `{"nodes":[…],"links":[…]}`; see nodescope-cli(1).
[[nodiscard]] QJsonObject toJson(const Topology &topology);
/// Graphviz, an undirected graph.
[[nodiscard]] QByteArray toDot(const Topology &topology);
/// GraphML 1.0.
[[nodiscard]] QByteArray toGraphml(const Topology &topology);

} // namespace nodescope::cli
