#pragma once

#include <functional>
#include <variant>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "dist/DialReport.h"
#include "dist/LocalNode.h"

namespace nodescope::dist {

/// How a ping ended.
namespace ping_end {
/// The node's net_kernel knows us.
struct Pong
{
};
/// There is no link; the report of the attempt says why.
struct NotConnected
{
    DialReport report;
};
/// No answer in time: the node is busy, has no net_kernel, or was lost again.
struct NoAnswer
{
};
using Reason = std::variant<Pong, NotConnected, NoAnswer>;
} // namespace ping_end

/// A stable identifier for logs and tests: `pong`, `no_answer`, or that of the failed attempt
/// (`not_registered` …).
[[nodiscard]] const char *reasonName(const ping_end::Reason &reason);

/// How to ping.
struct PingOptions
{
    DialOptions dial;                                ///< how to connect, unless there is a link already
    base::Duration answer = std::chrono::seconds(7); ///< how long to wait for the answer once connected
};

/// One ping, from its begin to its end. A value.
struct PingResult
{
    base::NodeName node;
    base::Duration elapsed{}; ///< all of it, connecting included
    ping_end::Reason end = ping_end::NoAnswer{};

    [[nodiscard]] bool pong() const { return std::holds_alternative<ping_end::Pong>(end); }
};

using PingHandler = std::function<void(const PingResult &)>;

/// `net_adm:ping/1`: connects if there is no link, and asks the peer's net_kernel whether it knows us. The
/// link stays up. `handler` is called once, in a later turn of the loop, unless `context` (which must
/// not be null) or `node` is gone by then. On the network thread.
void ping(LocalNode &node, const base::NodeName &peer, const PingOptions &options, QObject *context,
          PingHandler handler);

} // namespace nodescope::dist
