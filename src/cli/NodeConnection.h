#pragma once

#include <optional>

#include "base/Clock.h"
#include "cli/Console.h"
#include "dist/LocalNode.h"

namespace nodescope::cli {

/// A node of ours that is connected to one other node, for commands that do one thing there: hidden,
/// under a dynamic name, without a watcher. Waiting happens in event loops of its own.
class NodeConnection
{
public:
    /// `tls`: encrypt. Empty: do not.
    NodeConnection(dist::CookieStore cookies, std::optional<dist::TlsRole> tls);

    /// Tries to connect. False: it failed, and the diagnosis has been reported.
    /// `distPort`: where the node listens, EPMD is not asked then; 0 asks.
    [[nodiscard]] bool open(const base::NodeName &node, quint16 epmdPort, quint16 distPort, Console &console);
    /// Calls a function there and waits for the answer.
    [[nodiscard]] dist::CallResult call(const dist::CallRequest &request);
    [[nodiscard]] dist::LocalNode &self() { return m_self; }

private:
    base::SystemClock m_clock;
    const std::optional<dist::TlsRole> m_tls;
    dist::LocalNode m_self;
};

} // namespace nodescope::cli
