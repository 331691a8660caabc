#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include <QMetaType>
#include <QObject>
#include <QTimer>

#include "base/Clock.h"
#include "dist/LinkDown.h"
#include "dist/LinkMeasure.h"
#include "dist/Transport.h"
#include "protocol/Limits.h"
#include "protocol/handshake/Handshake.h"
#include "protocol/link/Channel.h"
#include "protocol/link/Signal.h"
#include "term/Term.h"

namespace nodescope::dist {

/// How much one turn of the event loop may spend on one link, so that a flooding peer stalls nobody.
/// Checked after each chunk that is read.
struct LinkBudget
{
    qint64 chunk = 64 * 1024; ///< bytes
    qint64 bytes = 256 * 1024;
    base::Duration time = std::chrono::milliseconds(4);
};

struct LinkSettings
{
    protocol::Limits limits;
    base::Duration tickTime = protocol::TickClock::DefaultTickTime;
    LinkBudget budget;
    /// send() says Busy to messages beyond this many bytes that wait here; to links, monitors and exits,
    /// which nobody would repeat, beyond twice as many.
    qint64 writeLimit = 64 * 1024 * 1024;
    /// So many bytes of long messages are handed to the transport ahead of what the system has taken.
    qint64 writeAhead = 512 * 1024;
    /// Reading pauses by itself when signals of more bytes than this were received and not consume()d.
    /// 0: there is no such bound, since most owners are done with a signal when received() returns.
    qint64 readWindow = 0;
    protocol::SendOptions sending;
    /// The shortest time from one measured() to the next.
    base::Duration measurePause = std::chrono::milliseconds(250);
};

/// Whether something was handed to the network.
enum class SendResult : quint8 {
    Sent,         ///< written; as in Erlang that is no proof of arrival
    NoConnection, ///< no link to that node
    NoProcess,    ///< a destination on our own node that does not exist
    Busy,         ///< the link's write limit is reached: the peer does not read. See Link::writable()
    Unsupported   ///< the peer lacks the flag for it
};

/// One connection to one node, from the first byte of the handshake to its end, in either role.
///
/// States, one at a time: idle, handshaking, up, down. Signals in their order:
/// `handshakeMessage`*, with `decisionWanted` after the caller's name in the acceptor's role; then
/// either `up`, or `probed`, or nothing; after `up` any number of `received`, `skipped`, `misunderstood`,
/// `ticked`, `tickMissed`, `writable` and `measured`; at last `down`, always and exactly once, unless the
/// object is destroyed before.
///
/// Back pressure. When send() has said Busy, `writable` comes once when half of the limit is free. Long
/// messages leave in fragments where the peer agreed, a little ahead of what the system takes, so signals of
/// other processes overtake them. Who cannot keep up with what the peer sends pauses reading; then the
/// transport's buffer fills, and the peer waits.
///
/// Slots may destroy the link with deleteLater(), never directly. Lives on the network thread; owns its
/// transport; clock and book must outlive it.
class Link final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(quint64 bytesIn READ bytesIn NOTIFY measured)
    Q_PROPERTY(quint64 bytesOut READ bytesOut NOTIFY measured)
    Q_PROPERTY(quint64 packetsIn READ packetsIn NOTIFY measured)
    Q_PROPERTY(quint64 packetsOut READ packetsOut NOTIFY measured)
    Q_PROPERTY(quint64 missedTicks READ missedTicks NOTIFY measured)
    Q_PROPERTY(qint64 writeQueue READ writeQueue NOTIFY measured)
    Q_PROPERTY(qint64 millisecondsSinceLastRead READ millisecondsSinceLastRead NOTIFY measured)

public:
    enum class State : quint8 { Idle, Handshaking, Up, Down };

    Link(std::unique_ptr<Transport> transport, protocol::Role role, protocol::HandshakeSettings handshake,
         protocol::ChallengeBook &book, const base::Clock &clock, LinkSettings settings,
         QObject *parent = nullptr);
    ~Link() override;

    /// Begins the handshake. Call once, after connecting the signals.
    void start();
    /// Acceptor: the answer to decisionWanted().
    void decide(const protocol::AcceptDecision &decision);
    /// Ends a handshake to make room for newer callers: down(HandshakeFailed) with Crowded comes from within.
    void giveUp();
    /// Writes a signal; only when up.
    SendResult send(const protocol::ControlMessage &control, const term::Term &payload = {});
    /// Sends what is left and closes; down(ClosedByUs) comes from within.
    void close(link_down::ClosedByUs::Why why);

    /// Reads nothing any more, or again. Ticks go on, and silence is not counted meanwhile. Only when up.
    void pauseReading();
    void resumeReading();
    [[nodiscard]] bool isReadingPaused() const { return m_paused || m_windowFull; }
    /// The owner is done with so many bytes of signals (Signal::size). See LinkSettings::readWindow.
    void consume(qint64 bytes);
    /// What the peer said of its own tick time (`net_kernel:get_net_ticktime/0`). Only when up.
    void setPeerTickTime(base::Duration tickTime);

    [[nodiscard]] State state() const;
    [[nodiscard]] protocol::Role role() const { return m_role; }
    /// Whom we are connected to and what was agreed; null before it is up, kept when it is down again.
    [[nodiscard]] const protocol::HandshakeResult *result() const;
    /// The caller that decisionWanted() named; acceptor only.
    [[nodiscard]] const std::optional<protocol::Caller> &caller() const { return m_caller; }
    [[nodiscard]] const LinkCounters &counters() const { return m_counters; }
    /// The counters, and how things stand at this moment.
    [[nodiscard]] LinkMeasure measure() const;
    [[nodiscard]] quint64 bytesIn() const { return m_counters.bytesIn; }
    [[nodiscard]] quint64 bytesOut() const { return m_counters.bytesOut; }
    [[nodiscard]] quint64 packetsIn() const { return m_counters.packetsIn; }
    [[nodiscard]] quint64 packetsOut() const { return m_counters.packetsOut; }
    [[nodiscard]] quint64 missedTicks() const { return m_counters.missedTicks; }
    /// Bytes that wait here: fragments and signals behind them, and what the system has not taken.
    [[nodiscard]] qint64 writeQueue() const;
    [[nodiscard]] qint64 millisecondsSinceLastRead() const;
    [[nodiscard]] Endpoints endpoints() const { return m_endpoints; }
    /// What was agreed, if the connection is encrypted.
    [[nodiscard]] const std::optional<TlsSession> &tls() const { return m_tls; }
    /// When the connection stood, and when the last byte of the peer came.
    [[nodiscard]] base::Instant startedAt() const { return m_startedAt; }
    [[nodiscard]] base::Instant lastReadAt() const { return m_lastReadAt; }

Q_SIGNALS:
    void handshakeMessage(const nodescope::protocol::HandshakeMessage &message);
    void decisionWanted(const nodescope::protocol::Caller &caller);
    void probed(const nodescope::protocol::ProbeResult &result);
    void up(const nodescope::protocol::HandshakeResult &result);
    void received(const nodescope::protocol::Signal &signal);
    /// A message over the limit was dropped unread; the link stays up.
    void skipped(const nodescope::protocol::SkippedSignal &skipped);
    /// A frame says nothing sensible; the link stays up.
    void misunderstood(const nodescope::protocol::SignalError &error);
    /// The peer gave a sign of life that was nothing else.
    void ticked();
    /// A quarter of the tick time has passed without a byte of the peer; `inARow` such ones by now.
    void tickMissed(int inARow);
    /// There is room again after send() had said Busy.
    void writable();
    /// Something has changed of what measure() says. Comes at most every LinkSettings::measurePause, and
    /// never while nothing happens.
    void measured();
    void down(const nodescope::dist::link_down::Reason &reason);

private:
    void pump();
    void pumpLater();
    [[nodiscard]] bool mayGoOn(qint64 bytesTaken, base::Instant since) const;
    [[nodiscard]] qint64 readOnce();
    void noteRead(qint64 bytes);
    void takeBytes(QByteArrayView bytes);
    void take(const protocol::HandshakeOutput &output);
    void takeHandshakeEvent(const protocol::HandshakeEvent &event);
    void take(const protocol::ChannelOutput &output);
    void takeChannelEvent(const protocol::ChannelEvent &event);
    void write(const QByteArray &bytes);
    void takeIntoWindow(qint64 bytes);
    void applyPause(bool before);
    void onWritten();
    void sendMore();
    void measureLater();
    void onTimer();
    void armTimer();
    void onPeerClosed();
    void onFailed(const TransportError &error);
    void finish(const link_down::Reason &reason);

    struct Idle
    {
        protocol::HandshakeSettings settings;
    };
    using Handshaking = std::unique_ptr<protocol::Handshake>;
    using Established = std::unique_ptr<protocol::Channel>;
    struct Down
    {
    };
    std::variant<Idle, Handshaking, Established, Down> m_state;

    std::unique_ptr<Transport> m_transport;
    const protocol::Role m_role;
    protocol::ChallengeBook &m_book;
    const base::Clock &m_clock;
    const LinkSettings m_settings;
    const Endpoints m_endpoints;
    const std::optional<TlsSession> m_tls;
    std::optional<protocol::HandshakeResult> m_result;
    std::optional<protocol::Caller> m_caller;
    LinkCounters m_counters;
    QByteArray m_frames; // being sent; keeps its memory
    base::Instant m_startedAt;
    base::Instant m_lastReadAt;
    QTimer m_timer;
    QTimer m_measureTimer;
    qint64 m_unconsumed = 0; // bytes of signals, with a window
    bool m_windowFull = false;
    bool m_paused = false; // by pauseReading()
    bool m_busy = false;   // and somebody was told
    bool m_pumpQueued = false;
    bool m_moreQueued = false;
    bool m_peerClosed = false; // nothing follows what is buffered
};

} // namespace nodescope::dist
