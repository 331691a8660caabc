#pragma once

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QPointer>

#include "base/NodeName.h"
#include "dist/LocalProcess.h"

namespace nodescope::dist {

class LocalNode;

/// A node that another one is connected to.
struct SeenNode
{
    base::NodeName name;
    bool hidden = false; ///< as that node sees it: `nodes(hidden)`

    friend bool operator==(const SeenNode &, const SeenNode &) = default;
};

/// Follows which nodes a node sees: what `net_kernel:monitor_nodes/2` tells there comes here. A process on
/// that node evaluates a small expression (erl_eval) for it; nothing is installed there, and the process ends
/// with this object, with our node, or with the link.
///
/// Needs a link to the node, and a BEAM of OTP 23 or later at its other end. Starts when it is made. Signals,
/// all in later turns of the loop: listed() once; then nodeUp() and nodeDown() as things happen, our own node
/// included; ended() once, as the last, unless this object goes first. What the node claims is not verified:
/// a name that is none is left out.
///
/// Owned by its parent. Lives on the network thread.
class ClusterWatch final : public QObject
{
    Q_OBJECT

public:
    /// `node` may go before this object does.
    ClusterWatch(LocalNode &node, const base::NodeName &peer, QObject *parent = nullptr);
    ~ClusterWatch() override;

    [[nodiscard]] const base::NodeName &peer() const { return m_peer; }

Q_SIGNALS:
    /// What the node sees as the watch begins.
    void listed(const QList<nodescope::dist::SeenNode> &nodes);
    void nodeUp(const nodescope::dist::SeenNode &node);
    /// `reason` is `nodedown_reason` of net_kernel, in Erlang's syntax: `connection_closed`,
    /// `net_tick_timeout` …
    void nodeDown(const nodescope::dist::SeenNode &node, const QString &reason);
    /// It is over: `noconnection`, `notsup` (no BEAM, or one that spawns nothing for others), or the reason
    /// for which the process there ended, in Erlang's syntax.
    void ended(const QString &why);

private:
    void onSpawned(const SpawnOutcome &outcome);
    void onMessage(const term::Term &message);
    void onEvent(const term::Term &event);
    void end(const QString &why);

    const QPointer<LocalNode> m_node;
    const base::NodeName m_peer;
    QPointer<LocalProcess> m_process; // owned by the node
    term::Pid m_watcher;              // there; with an empty node until it is known
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::SeenNode)
