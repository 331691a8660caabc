#pragma once

#include <random>

#include "cluster/Delta.h"

/// Clusters made up for tests and pictures, as the deltas that a session would send.
namespace nodescope::test {

/// Nine nodes on three hosts: visible and hidden ones, a C node, one connecting, one expected, one
/// that refuses us for its cookie; a failed link between two others; EPMD entries; half a minute of
/// events that end at `now`.
[[nodiscard]] cluster::Deltas demoCluster(const QDateTime &now = QDateTime::currentDateTimeUtc());

/// The failed link of demoCluster(), with its diagnosis; and the node that refuses us.
[[nodiscard]] cluster::LinkKey demoFailedLink();
[[nodiscard]] base::NodeName demoRefusingNode();

/// A diagnosis with all rungs up to the one at which this cause is found.
[[nodiscard]] cluster::Diagnosis demoDiagnosis(cluster::Cause cause, const base::NodeName &from,
                                               const base::NodeName &to);

/// Messages among the nodes of demoCluster(): sent, answered, relayed, lost, received; some of them only
/// concurrent.
[[nodiscard]] cluster::Deltas demoMessages(const QDateTime &now = QDateTime::currentDateTimeUtc());

/// `hosts` full meshes of `each` nodes, joined by a few links.
[[nodiscard]] cluster::Deltas largeCluster(int hosts, int each);

/// Seven nodes on three hosts after a net split: four reach each other, the other three each other, and what
/// was between them is down.
[[nodiscard]] cluster::Deltas splitCluster();

/// `count` random deltas over a small set of names, for property tests: any order is legal.
[[nodiscard]] cluster::Deltas randomDeltas(std::mt19937 &random, int count);

/// Figures of the demo's nodes and counters of its links, `rounds` times five seconds of them, as they would
/// come.
[[nodiscard]] cluster::Deltas demoFigures(int rounds = 40);

} // namespace nodescope::test
