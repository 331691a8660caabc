#pragma once

#include "cluster/Delta.h"

/// Clusters to look at and to test with.
namespace nodescope::samples {

/// Nine nodes on three hosts and ourselves, with every kind of node and link: a cookie mismatch, a
/// one-sided link, one being set up, hidden ones, an absent node.
[[nodiscard]] cluster::Deltas threeHosts();
/// What a practice cluster looks like from us: `nodes` on one host, one hidden, one with another cookie.
[[nodiscard]] cluster::Deltas practice(int nodes);
/// A full mesh of `nodes` over `hosts` hosts.
[[nodiscard]] cluster::Deltas mesh(int nodes, int hosts);
/// `nodes` nodes with about three links each.
[[nodiscard]] cluster::Deltas sparse(int nodes);
/// One failure of each cause, all from ourselves.
[[nodiscard]] cluster::Deltas everyFailure();

[[nodiscard]] cluster::Node node(QStringView name, cluster::NodeKind kind, cluster::NodeState state);
[[nodiscard]] cluster::Link link(QStringView a, QStringView b, cluster::LinkState state);

} // namespace nodescope::samples
