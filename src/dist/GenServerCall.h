#pragma once

#include <functional>
#include <variant>

#include <QMetaType>

#include "base/Clock.h"
#include "dist/Destination.h"
#include "dist/RemoteCall.h"

/// `gen_server:call/3` from here, and how it ended.
namespace nodescope::dist {

struct GenCallRequest
{
    Destination server;
    term::Term request;
    base::Duration timeout = std::chrono::seconds(5);
};

namespace gen_end {
struct Replied
{
    term::Term value;
};
/// The server is not there (`noproc`), or ended before it replied, with its reason.
struct ServerDown
{
    term::Term reason;
};
/// No link to its node, or it went down.
struct NoConnection
{
};
/// No reply in time. A late one is dropped where the peer knows aliases.
struct TimedOut
{
};
struct Cancelled
{
};
/// The write limit of the link is reached.
struct Busy
{
};
using Reason = std::variant<Replied, ServerDown, NoConnection, TimedOut, Cancelled, Busy>;
} // namespace gen_end

/// A stable identifier for logs and tests, e.g. `server_down`.
[[nodiscard]] const char *reasonName(const gen_end::Reason &reason);

struct GenCallResult
{
    CallId id = 0;
    Destination server;
    base::Duration elapsed{};
    gen_end::Reason end = gen_end::NoConnection{};

    /// The reply, or null.
    [[nodiscard]] const term::Term *value() const
    {
        const auto *replied = std::get_if<gen_end::Replied>(&end);
        return replied ? &replied->value : nullptr;
    }
};

using GenCallHandler = std::function<void(const GenCallResult &)>;

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::GenCallResult)
