#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "base/Clock.h"
#include "dist/DialReport.h"
#include "dist/Link.h"
#include "lab/PracticeTypes.h"

namespace nodescope::lab {

class PracticeNode;

/// A cluster to learn with: nodes in this process that speak the real protocol on loopback, to each
/// other and to whoever joins. Visible nodes form a mesh; hidden ones have links to two of them; those
/// with another cookie try to connect to the first one and fail.
///
/// Signals in their order after start(): `nodeReady` for each node; `linkUp` and `attemptFailed` as
/// the nodes meet; `ready` when every planned link is up or has failed. Or `failed`, and then nothing is
/// left. After stop(): `nodeStopped` for each node, then `stopped`. In between, whatever happens.
///
/// Lives on the network thread, with everything that it owns; `clock` must outlive it. Destruction
/// stops it: names are unregistered and files removed, without signals.
class PracticeCluster final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Stopped, Starting, Running, Stopping };

    explicit PracticeCluster(const base::Clock &clock, QObject *parent = nullptr);
    ~PracticeCluster() override;

    /// Only when stopped.
    void start(const PracticeOptions &options = {});
    /// `stopped` follows in a later turn of the loop. May be called at any time, from any slot.
    void stop();
    [[nodiscard]] State state() const { return m_state; }
    /// What is up now. Nodes that were stopped one by one are not in it.
    [[nodiscard]] PracticeInfo info() const;
    /// Whether the name belongs to one of our nodes, be it up or stopped.
    [[nodiscard]] bool owns(const base::NodeName &node) const;

    /// Ends one node as if it were killed: its links break, its name is free. False if it is not up.
    bool stopNode(const base::NodeName &node);
    /// Starts a node that was stopped, under the same name; `nodeReady` follows, or `failed`, which
    /// leaves the others alone. It connects as at the first time.
    bool startNode(const base::NodeName &node);
    /// The node itself, for tests and lessons; null if it is not up. Owned by the cluster.
    [[nodiscard]] PracticeNode *node(const base::NodeName &node) const;

Q_SIGNALS:
    void nodeReady(const nodescope::lab::PracticeNodeInfo &node);
    void ready(const nodescope::lab::PracticeInfo &info);
    void nodeStopped(const nodescope::base::NodeName &node);
    void stopped();
    void failed(const nodescope::lab::PracticeError &error);
    /// A link of `node` is up or down, as that node sees it; a link between two of ours is told twice.
    void linkUp(const nodescope::base::NodeName &node, const nodescope::base::NodeName &peer, bool hidden);
    void linkDown(const nodescope::base::NodeName &node, const nodescope::base::NodeName &peer,
                  const nodescope::dist::link_down::Reason &reason);
    /// A node of ours could not connect to another one, ours or not.
    void attemptFailed(const nodescope::base::NodeName &from, const nodescope::dist::DialReport &report);

private:
    class Private;
    const base::Clock &m_clock;
    State m_state = State::Stopped;
    std::unique_ptr<Private> d;
};

} // namespace nodescope::lab
