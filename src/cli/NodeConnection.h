#pragma once

#include <memory>
#include <optional>

#include "base/Clock.h"
#include "base/Result.h"
#include "cli/Arguments.h"
#include "cli/CommonOptions.h"
#include "cli/Console.h"
#include "cli/ExitStatus.h"
#include "dist/LocalNode.h"

namespace nodescope::cli {

/// A node of ours that is connected to one other node, for commands that do one thing there: hidden,
/// under a dynamic name, without a watcher. Waiting happens in event loops of its own.
class NodeConnection
{
public:
    /// Tries to connect with the cookie and the encryption that the words choose. An error has been
    /// reported: WrongUse for a choice that cannot be, Failed with the diagnosis.
    [[nodiscard]] static base::Result<std::unique_ptr<NodeConnection>, ExitStatus>
    open(const Arguments &arguments, const base::NodeName &node, const Ports &ports, Console &console);

    /// `tls`: encrypt. Empty: do not.
    NodeConnection(dist::CookieStore cookies, std::optional<dist::TlsRole> tls);

    /// Calls a function there and waits for the answer.
    [[nodiscard]] dist::CallResult call(const dist::CallRequest &request);
    [[nodiscard]] dist::LocalNode &self() { return m_self; }

private:
    [[nodiscard]] bool reach(const base::NodeName &node, const Ports &ports, Console &console);

    base::SystemClock m_clock;
    const std::optional<dist::TlsRole> m_tls;
    dist::LocalNode m_self;
};

} // namespace nodescope::cli
