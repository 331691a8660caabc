#pragma once

#include <optional>

#include "base/NodeName.h"
#include "cluster/Diagnosis.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

/// Asks `a` to connect to `b`, and waits. The outcome is either that attempt's, or, when we cannot reach
/// `a`, that of ours to `a`. Nothing: the connection to `a` was lost meanwhile.
[[nodiscard]] std::optional<cluster::Diagnosis>
runPair(session::LiveSession &session, const base::NodeName &a, const base::NodeName &b, quint16 epmdPort);

} // namespace nodescope::cli
