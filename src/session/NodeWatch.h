#pragma once

#include <variant>

#include <QObject>
#include <QTimer>

#include "dist/LocalNode.h"
#include "session/Picture.h"
#include "session/WatchMessage.h"

namespace nodescope::session {

/// Asks one connected node who it is, and follows what it sees: by a watcher process there (push), by
/// calls at intervals where it runs none (poll), or not at all, when it answers neither (hearsay).
///
/// Signals: `identified` at most once and `watching` whenever the way changes; `listed` at the begin of
/// a push and at each poll that brought a change; `nodeUp` and `nodeDown` between. Ends with the link:
/// the owner deletes it on linkDown, and nothing is left on the node (the watcher there ends with our
/// process). Lives on the network thread.
class NodeWatch final : public QObject
{
    Q_OBJECT

public:
    /// `self` must outlive this object.
    NodeWatch(dist::LocalNode &self, const base::NodeName &peer, QObject *parent);
    ~NodeWatch() override;

    void start();
    [[nodiscard]] const base::NodeName &peer() const { return m_peer; }

Q_SIGNALS:
    void identified(const nodescope::session::Identity &identity);
    void watching(nodescope::cluster::Watched how);
    void listed(const QList<nodescope::session::PeerSeen> &peers);
    void nodeUp(const nodescope::session::PeerSeen &peer);
    void nodeDown(const nodescope::base::NodeName &peer, const QString &reason);

private:
    void identify();
    void ask(const QString &module, const QString &function, std::vector<term::Term> arguments,
             void (NodeWatch::*answer)(const dist::CallResult &));
    void onSystemVersion(const dist::CallResult &result);
    void onRelease(const dist::CallResult &result);
    void onElixir(const dist::CallResult &result);
    void onHidden(const dist::CallResult &result);
    void onConnectAll(const dist::CallResult &result);
    void onConnectAllSwitch(const dist::CallResult &result);
    void onPrevention(const dist::CallResult &result);
    [[nodiscard]] std::optional<bool> preventsPartitions() const;
    void answered();
    void startPush();
    void onSpawned(const dist::SpawnOutcome &outcome);
    void onMessage(const term::Term &message, const term::Pid &from);
    void startPoll();
    void poll();
    void onVisible(const dist::CallResult &result);
    void onHiddenPeers(const dist::CallResult &result);
    void giveUpPolling();
    void endProcess();

    dist::LocalNode &m_self;
    const base::NodeName m_peer;
    Identity m_identity;
    int m_openQuestions = 0;
    bool m_anyAnswer = false;
    bool m_connectsAll = true;
    bool m_toldPrevention = false;
    std::optional<bool> m_prevention; ///< as it is set there; empty: it is not

    // Push
    dist::LocalProcess *m_process = nullptr; // owned by m_self
    term::Pid m_watcher;                     // there; with an empty node until it has said hello
    QTimer m_helloTimer;
    // Poll
    QTimer m_pollTimer;
    QList<PeerSeen> m_visible;
    int m_failedPolls = 0;
    bool m_polling = false;
};

} // namespace nodescope::session
