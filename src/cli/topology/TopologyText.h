#pragma once

#include "cluster/topology/Topology.h"

namespace nodescope::cli {

/// Tables, then the explanation of each failure.
[[nodiscard]] QByteArray toText(const cluster::Topology &topology);

} // namespace nodescope::cli
