#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include "cluster/Cluster.h"

/// A cluster as it was found, ready to be written down. Pure; everything is sorted by name.
namespace nodescope::cluster {

struct Topology
{
    /// One link. `a` and `b` are in text order, but for our own failed attempts: there `a` is
    /// selfName().
    struct Link
    {
        base::NodeName a;
        base::NodeName b;
        EndView aSees = EndView::Unknown;
        EndView bSees = EndView::Unknown;
        cluster::Link link;

        [[nodiscard]] Cause cause() const;
    };
    QList<Node> nodes; ///< without ourselves
    QList<Link> links; ///< without ours, but those that failed

    /// Whether one of the links is a failed attempt of ours.
    [[nodiscard]] bool hasSelf() const;
};

[[nodiscard]] Topology topologyOf(const Cluster &cluster);

/// `{"nodes":[…],"links":[…]}`; see nodescope-cli(1).
[[nodiscard]] QJsonObject toJson(const Topology &topology);
/// `[{"kind":…,"source":…,"present":…,"detail":…,"since":…}]`: who tells of a node.
[[nodiscard]] QJsonArray sightingsToJson(const Node &node);
/// Graphviz, an undirected graph.
[[nodiscard]] QByteArray toDot(const Topology &topology);
/// GraphML 1.0.
[[nodiscard]] QByteArray toGraphml(const Topology &topology);
/// RFC 4180 with a row of headings, fields as in JSON; `seen_by` separated by spaces. A field that a
/// spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] QByteArray nodesToCsv(const Topology &topology);
[[nodiscard]] QByteArray linksToCsv(const Topology &topology);

} // namespace nodescope::cluster
