#pragma once

#include <optional>
#include <variant>

#include <QList>

#include "session/Picture.h"
#include "term/Term.h"

/// What watchers and neighbours calls answer, read into values. Whatever a node sends, the result is a
/// value or nothing: names that are no node names are left out.
namespace nodescope::session {

/// `{nodescope_hello, Pid, Visible, Hidden}`.
struct WatchHello
{
    QList<PeerSeen> peers;
};
/// `{nodescope_event, Pid, {nodeup, Node, Info}}`.
struct WatchNodeUp
{
    PeerSeen peer;
};
/// `{nodescope_event, Pid, {nodedown, Node, Info}}`.
struct WatchNodeDown
{
    base::NodeName peer;
    QString reason; ///< `nodedown_reason`, in Erlang's syntax when it is no atom; capped
};
using WatchMessage = std::variant<WatchHello, WatchNodeUp, WatchNodeDown>;

[[nodiscard]] std::optional<WatchMessage> readWatchMessage(const term::Term &message);
/// The node names of a list of atoms.
[[nodiscard]] QList<PeerSeen> readPeers(const term::Term &names, bool hidden);

} // namespace nodescope::session
