#pragma once

#include <optional>

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"
#include "cluster/Cause.h"
#include "cluster/Sighting.h"

namespace nodescope::cluster {

/// What kind of program a node is, as far as it has told.
enum class NodeKind {
    Unknown,  ///< heard of, or registered with EPMD, nothing more
    Beam,     ///< Erlang or Elixir
    CNode,    ///< erl_interface (`ei`), JInterface and their like: no `rex`, no spawn requests
    Practice, ///< one of our practice nodes
    Self,     ///< this program
};

enum class NodeState {
    Known,      ///< seen by EPMD or by another node; we are not connected and have not tried
    Connecting, ///< our attempt is under way
    Up,         ///< we are connected
    Reported,   ///< another node says that it is up; we are not connected to it
    Failed,     ///< our attempt failed; `cause` says why
    Down,       ///< was up, is not any more; `reason` says why
    Expected,   ///< a profile lists it, nobody sees it
    Frozen,     ///< connected, and silent for longer than a tick
};

/// How we know what a node sees.
enum class Watched {
    Not,     ///< nothing is known of it yet
    Push,    ///< a watcher process on the node sends its events
    Poll,    ///< we ask `erlang:nodes/1` by call, at intervals
    Hearsay, ///< only what other nodes say
};

/// Stable names for JSON and recordings: `beam`, `c_node`, `practice`, `self`, `unknown`; `known`,
/// `connecting`, `up`, `reported`, `failed`, `down`, `expected`, `frozen`; `push`, `poll`, `hearsay`, `none`.
[[nodiscard]] QString identifierOf(NodeKind kind);
[[nodiscard]] QString identifierOf(NodeState state);
[[nodiscard]] QString identifierOf(Watched watched);

/// One node as it is known now. A value; the cluster holds the current one, deltas replace it whole.
struct Node
{
    base::NodeName name;
    NodeKind kind = NodeKind::Unknown;
    NodeState state = NodeState::Known;
    Watched watched = Watched::Not;
    bool hidden = false;       ///< does not publish itself; with kind Self always true
    QString release;           ///< OTP release as the node says, e.g. `25`; empty: unknown
    QString elixir;            ///< Elixir version where it runs, e.g. `1.14.0`; empty: none or unknown
    QString reason;            ///< with Down: the reason in Erlang's words, e.g. `net_tick_timeout`
    Cause cause = Cause::None; ///< with Failed
    Certainty certainty = Certainty::Certain; ///< of `cause`
    QDateTime since;                          ///< when it came into its state, UTC
    quint16 port = 0;                         ///< of the distribution, 0: unknown
    QString ourNameThere;                     ///< the (dynamic) name that it gave us; empty: not connected
    QList<base::NodeName> seenBy;             ///< nodes that list it now, sorted
    /// What each source of discovery says of it, by kind and source; see disagreementOf().
    QList<Sighting> sightings;
    bool expected = false; ///< the open profile lists it, whatever its state
    /// Whether its `global` disconnects nodes to prevent overlapping partitions: by what is set there, with
    /// its release's default. Empty: it has not told.
    std::optional<bool> preventsPartitions;

    friend bool operator==(const Node &, const Node &) = default;
};

/// The key under which this program itself stands in the cluster. It is no name on any wire: each
/// peer knows us by a dynamic name of its own (Node::ourNameThere).
[[nodiscard]] const base::NodeName &selfName();

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Node)
