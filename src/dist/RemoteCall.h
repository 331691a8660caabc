#pragma once

#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "dist/StackTrace.h"
#include "term/Term.h"

/// A function call on another node, and how it ended.
namespace nodescope::dist {

/// Numbers the calls of one LocalNode, from 1.
using CallId = quint64;

/// How a call reached the peer.
enum class CallWay : quint8 {
    Spawn, ///< SPAWN_REQUEST of erpc:execute_call/4: precise errors, no shared server
    Rex    ///< a message to the registered process `rex`
};

/// What the caller prefers.
enum class CallPreference : quint8 {
    Best, ///< Spawn, and Rex if the peer lacks it
    SpawnOnly,
    RexOnly
};

struct CallRequest
{
    base::NodeName node;
    QString module;
    QString function;
    std::vector<term::Term> arguments;
    base::Duration timeout = std::chrono::seconds(5);
    CallPreference preference = CallPreference::Best;
    /// Whether the called process is ended, too, when time is up; else it may run on, as with `erpc`.
    bool endOnTimeout = false;
};

namespace call_end {
struct Returned
{
    term::Term value;
};
/// The function threw, exited, or failed with an error and its stack (invalid where there is none).
struct Raised
{
    enum class Class : quint8 { Throw, Exit, Error };
    Class kind = Class::Error;
    term::Term reason;
    term::Term stack;                 ///< as it came
    std::vector<StackFrame> frames{}; ///< the same as values, innermost first
};
/// `{badrpc, Reason}` of rex.
struct BadRpc
{
    term::Term reason;
};
/// No answer in time. The function may still run there.
struct TimedOut
{
};
/// No link to the node, or it went down before the answer.
struct NoConnection
{
};
/// The peer can do neither: a C or Java node, or one without `erpc` and `rex`; or the call could not be
/// sent, since it does not read (`busy`).
struct NotSupported
{
    QString detail; ///< the peer's own atom, e.g. `notsup`, or `noproc` for a missing rex
};
/// Cancelled on our side. A process that was spawned for it is told to end (`shutdown`).
struct Cancelled
{
};
using Reason = std::variant<Returned, Raised, BadRpc, TimedOut, NoConnection, NotSupported, Cancelled>;
} // namespace call_end

/// A stable identifier for logs and tests, e.g. `returned`.
[[nodiscard]] const char *reasonName(const call_end::Reason &reason);

struct CallResult
{
    CallId id = 0;
    base::NodeName node;
    CallWay way = CallWay::Spawn;
    base::Duration elapsed{};
    call_end::Reason end = call_end::NoConnection{};

    /// The value that was returned, or null.
    [[nodiscard]] const term::Term *value() const
    {
        const auto *returned = std::get_if<call_end::Returned>(&end);
        return returned ? &returned->value : nullptr;
    }
};

using CallHandler = std::function<void(const CallResult &)>;

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::CallResult)
