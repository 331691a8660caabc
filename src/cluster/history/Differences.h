#pragma once

#include "cluster/Cluster.h"

namespace nodescope::cluster {

/// The deltas that lead from one state to another: what went is removed, links before their nodes, then what
/// came or changed. Nodes, links, hosts and the session; events are no state. A host once asked cannot be
/// taken back by a delta, so it stays.
[[nodiscard]] Deltas differences(const Cluster &from, const Cluster &to);

} // namespace nodescope::cluster
