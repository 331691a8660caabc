#pragma once

#include <QString>

#include "cluster/Cluster.h"

namespace nodescope::widgets {

/// What the picture is made from, in one word: the sign in the toolbar and the status bar say the same.
enum class SessionState {
    NotConnected, ///< no node is connected to us
    Live,         ///< what is shown is now, and comes from at least one node
    Past,         ///< the session's, at another moment than now
    Replay,       ///< an opened recording
    Simulation,
};

/// `isNow`: whether the moment that is shown is now.
[[nodiscard]] SessionState sessionStateOf(const cluster::Cluster &cluster, bool isNow);
[[nodiscard]] QString wordFor(SessionState state);

} // namespace nodescope::widgets
