#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "dist/CookieStore.h"
#include "dist/DialReport.h"
#include "dist/Dialler.h"
#include "dist/EpmdRegistration.h"
#include "dist/GenServerCall.h"
#include "dist/Link.h"
#include "dist/Listener.h"
#include "dist/LocalProcess.h"
#include "dist/NodeIdentity.h"
#include "dist/RemoteCall.h"
#include "dist/SpawnHandler.h"
#include "dist/tls/TlsSettings.h"
#include "protocol/handshake/ChallengeBook.h"

namespace nodescope::dist {

class SignalRouter;

struct LocalNodeSettings
{
    LinkSettings link;
    ConnectTimeouts connect;
    int maxUnauthenticated = Listener::DefaultUnauthenticated;
    /// The incarnation of a fixed name that is not registered with EPMD; 0 draws a random one.
    quint32 creation = 0;
    /// Whether each peer is asked for its tick time when its link comes up (a call of
    /// `net_kernel:get_net_ticktime/0`), so that neither end takes the other for silent.
    bool learnTickTimes = false;
    /// Encrypt: all that we dial and all that we accept, as `-proto_dist inet_tls`. A node is one or the
    /// other; nothing is negotiated.
    std::optional<TlsSettings> tls;
    /// How long who dials us may be silent at one step of the handshake; empty: as long as whom we dial.
    std::optional<base::Duration> callerPatience;
};

/// How to dial one node.
struct DialOptions
{
    quint16 epmdPort = protocol::epmd::DefaultPort;
    std::optional<DialTarget::Explicit> address; ///< do not ask EPMD
    /// Try first where the node was when it was reached last: saves EPMD's answer (then the report has no
    /// EPMD port). EPMD is asked if nobody, or another node, is there. Not for a diagnosis, whose evidence
    /// EPMD's answer is.
    bool rememberedPort = false;
    std::optional<base::Secret> cookie; ///< instead of the store's
    std::optional<TlsRole> tls;         ///< encrypt with these, instead of the node's settings
    bool probe = false;                 ///< stop after the challenge; no cookie is used
    /// The answer to `alive`: true replaces the link that the peer still holds under our name, as a node
    /// does that has started again. A program that diagnoses leaves it alone.
    bool replaceOldLink = false;
};

/// How to listen, for nodes with a fixed name.
struct ListenOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;                ///< 0: a free one
    std::optional<quint16> epmdPort; ///< register there; empty: do not
};

/// A link that is up, as others see it. A value.
struct LinkInfo
{
    base::NodeName peer;
    bool incoming = false; ///< the peer dialled
    protocol::HandshakeResult handshake;
    Endpoints endpoints;
    base::Instant since;
    std::optional<TlsSession> tls; ///< version, cipher and the peer's certificates, if it is encrypted

    [[nodiscard]] bool hidden() const { return handshake.hidden(); }
};

/// A node of ours: an identity, its links, and its processes. Several can live in one program; they
/// share nothing, so each can dial the others like strangers.
///
/// Each node has a ChallengeBook of its own. A challenge that this node has outstanding is never signed
/// by it (robustness.md, 16), whichever of its links it comes back on. Two nodes of one process must
/// not share a book: when one dials the other, the acceptor's outstanding challenge is exactly the one
/// that the dialler has to sign.
///
/// Lives on the network thread, with everything that it owns. `clock` must outlive it. Destruction
/// closes all links; no signal comes from it.
class LocalNode final : public QObject
{
    Q_OBJECT

public:
    LocalNode(NodeIdentity identity, CookieStore cookies, const base::Clock &clock,
              const LocalNodeSettings &settings = {}, QObject *parent = nullptr);
    ~LocalNode() override;

    [[nodiscard]] const NodeIdentity &identity() const { return m_identity; }
    /// Our name towards `peer`: the fixed one, or the one that this peer gave us; null without either.
    [[nodiscard]] base::NodeName nameOn(const base::NodeName &peer) const;
    /// Our incarnation towards `peer`; without a link that of a fixed name.
    [[nodiscard]] quint32 creationOn(const base::NodeName &peer) const;
    [[nodiscard]] CookieStore &cookies() { return m_cookies; }
    [[nodiscard]] const CookieStore &cookies() const { return m_cookies; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }

    // Being dialled.

    /// Listens, and registers with EPMD if wanted (registered() or registrationRefused() follow, then
    /// this node is ready). Only with a fixed name. The port, or why not.
    [[nodiscard]] base::Result<quint16, ListenError> listen(const ListenOptions &options);
    void stopListening();
    [[nodiscard]] quint16 listeningPort() const;
    /// Names that may connect, as `net_kernel:allow/1` holds them (names or hosts). Empty: all.
    void setAllowed(const QStringList &namesOrHosts) { m_allowed = namesOrHosts; }

    // Dialling.

    /// Tries to connect. dialFinished() always follows, in a later turn of the loop.
    AttemptId dial(const base::NodeName &node, const DialOptions &options = {});
    void cancelDial(AttemptId id);
    /// What an attempt under way has found so far; null when it has ended. Valid until control returns to
    /// the event loop.
    [[nodiscard]] const DialReport *attempt(AttemptId id) const;
    /// Closes the link or the attempt to `peer`. False if there is neither.
    bool disconnectFrom(const base::NodeName &peer);
    [[nodiscard]] bool isConnected(const base::NodeName &peer) const;
    /// All links that are up, in the order of their coming up.
    [[nodiscard]] std::vector<LinkInfo> links() const;
    [[nodiscard]] std::optional<LinkInfo> linkTo(const base::NodeName &peer) const;
    [[nodiscard]] std::optional<LinkCounters> countersOf(const base::NodeName &peer) const;
    /// The counters, the write queue, the age of the last byte; linkMeasured() tells of changes.
    [[nodiscard]] std::optional<LinkMeasure> measureOf(const base::NodeName &peer) const;
    /// Signals that were dropped since the node exists, by the reason that signalDropped() gives.
    [[nodiscard]] const QMap<QString, quint64> &droppedSignals() const { return m_dropped; }

    // How much comes from and goes to one peer; see Link.

    /// Nothing is read from `peer` until resumeReading(): it waits when its buffers are full. No effect
    /// without a link.
    void pauseReading(const base::NodeName &peer);
    void resumeReading(const base::NodeName &peer);
    /// So many bytes (Delivery::size) are done with; with LinkSettings::readWindow.
    void consume(const base::NodeName &peer, qint64 bytes);
    /// The peer's own tick time, where it is known.
    void setPeerTickTime(const base::NodeName &peer, base::Duration tickTime);
    /// Asks the peer for it; peerTickTimeLearned() follows if it answers.
    void learnTickTime(const base::NodeName &peer);

    // Processes.

    /// A new process, registered under `name` unless that is empty or taken (then null).
    LocalProcess *createProcess(const QString &name = {});
    [[nodiscard]] LocalProcess *whereis(const QString &name) const;
    /// The process that has this pid under our own name, or null, as for one that is over.
    [[nodiscard]] LocalProcess *find(const term::Pid &pid) const;
    [[nodiscard]] QStringList registeredNames() const;
    [[nodiscard]] std::vector<LocalProcess *> processes() const;
    void setSpawnHandler(SpawnHandler handler);
    /// The process that is the group leader of what we spawn elsewhere: it answers the io protocol, and
    /// output() tells what was written.
    [[nodiscard]] LocalProcess &groupLeader() const { return *m_groupLeader; }
    /// A reference that `peer` takes for one of ours.
    [[nodiscard]] term::Reference makeReference(const base::NodeName &peer);

    // Doing something elsewhere.

    /// Sends without a particular sender.
    SendResult send(const Destination &to, const term::Term &message);
    /// Calls a function. `handler` is called once, in a later turn of the loop, unless `context` is gone by
    /// then. Calls are pipelined; answers come in any order.
    CallId call(const CallRequest &request, QObject *context, CallHandler handler);
    /// The handler is called with Cancelled, in a later turn of the loop. The process that was spawned for
    /// the call is told to end.
    void cancelCall(CallId id);
    /// `gen_server:call/3`, pipelined as calls are. The numbers are those of another series.
    CallId genCall(const GenCallRequest &request, QObject *context, GenCallHandler handler);
    void cancelGenCall(CallId id);
    /// `gen_server:cast/2`.
    SendResult genCast(const Destination &server, const term::Term &request);

Q_SIGNALS:
    // Dialling: handshakeMessage*, then dialFinished; if connected, linkUp comes between the two.
    void handshakeMessage(nodescope::dist::AttemptId id,
                          const nodescope::protocol::HandshakeMessage &message);
    void dialStepped(nodescope::dist::AttemptId id, const nodescope::dist::DialStep &step);
    void dialFinished(const nodescope::dist::DialReport &report);
    /// Another node's attempt to connect to us failed. (Its success is linkUp.)
    void acceptFailed(const nodescope::dist::AcceptReport &report);
    void linkUp(const nodescope::dist::LinkInfo &link);
    /// After linkUp of the same link. Monitors, links and calls over it were answered before.
    void linkDown(const nodescope::dist::LinkInfo &link, const nodescope::dist::link_down::Reason &reason);
    /// A tick of the peer came in.
    void ticked(const nodescope::base::NodeName &peer);
    /// The peer let a quarter of the tick time pass without a byte; `inARow` of them by now.
    void tickMissed(const nodescope::base::NodeName &peer, int inARow);
    /// After a SendResult::Busy: half of the write limit is free.
    void linkWritable(const nodescope::base::NodeName &peer);
    /// What measureOf() says has changed. At most every LinkSettings::measurePause for each link.
    void linkMeasured(const nodescope::base::NodeName &peer, const nodescope::dist::LinkMeasure &measure);
    void peerTickTimeLearned(const nodescope::base::NodeName &peer, nodescope::base::Duration tickTime);
    void registered(quint32 creation);
    /// EPMD is gone; the links stay, and we register again.
    void registrationLost();
    void registrationRefused(quint8 result);
    /// Somebody whom we spawned wrote to its group leader.
    void output(const nodescope::base::NodeName &peer, const QString &text);
    /// A process elsewhere with a group leader of ours wrote to its log: what it sent to `logger_proxy`.
    void loggedElsewhere(const nodescope::base::NodeName &peer, const nodescope::term::Term &event);
    /// A signal was dropped, with a stable identifier why: `stale_creation`, `foreign_pid`, `no_process`,
    /// `unknown_operation`, `undecodable`, `oversized`.
    void signalDropped(const nodescope::base::NodeName &peer, const QString &why);

private:
    friend class LocalProcess;
    friend class SignalRouter;
    struct Private;
    /// What a pid of ours begins and ends with.
    struct Address
    {
        QString node;
        quint32 creation = 0;
    };
    [[nodiscard]] Address addressOn(const QString &peer) const;
    [[nodiscard]] SignalRouter &router() const;
    [[nodiscard]] protocol::AcceptDecision decide(const protocol::Caller &caller);
    [[nodiscard]] protocol::HandshakeSettings handshakeSettings(bool probe) const;
    /// For peers that give no dynamic names: the same handshake under a random name of ours.
    [[nodiscard]] protocol::HandshakeSettings ownNameSettings(protocol::HandshakeSettings handshake) const;
    [[nodiscard]] std::optional<dial_end::Reason> obstacleTo(const base::NodeName &node,
                                                             const DialOptions &options) const;
    void registerAt(quint16 epmdPort, quint16 port);
    void takeRegistration(quint32 creation);
    void connectLinks();
    void connectAttempts();
    void takeDialled(Dialler &dialler);
    void takeAccepted();
    [[nodiscard]] bool mayStand(const Link &link) const;
    void onDialFinished(DialReport report);
    void connectSignals();

    const NodeIdentity m_identity;
    CookieStore m_cookies;
    const base::Clock &m_clock;
    const LocalNodeSettings m_settings;
    QStringList m_allowed;
    QMap<QString, quint64> m_dropped;
    quint32 m_creation = 0;
    AttemptId m_lastAttempt = 0;
    LocalProcess *m_groupLeader = nullptr; // child
    std::unique_ptr<Private> d;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::LinkInfo)
