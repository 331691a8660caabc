#pragma once

#include "cli/Console.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

/// Runs the event loop until nothing is outstanding in the session any more, or the time is over.
void settle(session::LiveSession &session, base::Duration timeout);

/// Says which of the named nodes were not reached, and why. True: all were.
[[nodiscard]] bool reportUnreached(const QList<base::NodeName> &named, const cluster::Cluster &cluster,
                                   Console &console);

} // namespace nodescope::cli
