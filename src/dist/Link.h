#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include <QMetaType>
#include <QObject>
#include <QTimer>

#include "base/Clock.h"
#include "dist/Transport.h"
#include "protocol/Limits.h"
#include "protocol/handshake/Handshake.h"
#include "protocol/link/Channel.h"
#include "protocol/link/Signal.h"
#include "term/Term.h"

namespace nodescope::dist {

/// Why a link is down, with the evidence.
namespace link_down {
/// It never came up.
struct HandshakeFailed
{
    protocol::HandshakeError error;
};
/// A probe is over; we closed.
struct ProbeOver
{
};
/// The peer closed an established link; OTP calls it `connection_closed`.
struct PeerClosed
{
};
/// The peer gave no sign of life for the whole tick time; OTP calls it `net_tick_timeout`.
struct PeerSilent
{
    int intervals = 0;
    base::Duration silence{};
};
/// The network broke the connection.
struct NetworkFailed
{
    TransportError error;
    protocol::HandshakeStep step = protocol::HandshakeStep::Up; ///< where the handshake stood
};
/// The peer sent what no peer may send.
struct PeerBrokeProtocol
{
    protocol::SignalError error;
    quint64 offset = 0; ///< bytes read from the connection before it was found
};
/// We closed it.
struct ClosedByUs
{
    enum class Why : quint8 {
        Asked,      ///< somebody called disconnect
        Replaced,   ///< a newer connection of the same peer took its place
        GaveWay,    ///< the peer's simultaneous attempt won
        NodeStopped ///< our LocalNode ended
    };
    Why why = Why::Asked;
};
using Reason = std::variant<HandshakeFailed, ProbeOver, PeerClosed, PeerSilent, NetworkFailed,
                            PeerBrokeProtocol, ClosedByUs>;
} // namespace link_down

/// A stable identifier for logs, recordings and tests, e.g. `peer_silent`.
[[nodiscard]] const char *reasonName(const link_down::Reason &reason);

/// What went over a link since its connection stood. Bytes count everything, handshake and lengths too.
struct LinkCounters
{
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    quint64 signalsIn = 0;
    quint64 signalsOut = 0;
    quint64 ticksIn = 0;
    quint64 ticksOut = 0;
    quint64 skipped = 0;       ///< messages over the limit, dropped unread
    quint64 misunderstood = 0; ///< frames that say nothing sensible; the link stayed up
};

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
    /// send() says Busy beyond this many bytes that the system has not taken.
    qint64 writeLimit = 64 * 1024 * 1024;
};

/// Whether something was handed to the network.
enum class SendResult : quint8 {
    Sent,         ///< written; as in Erlang that is no proof of arrival
    NoConnection, ///< no link to that node
    NoProcess,    ///< a destination on our own node that does not exist
    Busy,         ///< the link's write limit is reached: the peer does not read
    Unsupported   ///< the peer lacks the flag for it
};

/// One connection to one node, from the first byte of the handshake to its end, in either role.
///
/// States, one at a time: idle, handshaking, up, down. Signals in their order:
/// `handshakeMessage`*, with `decisionWanted` after the caller's name in the acceptor's role; then
/// either `up`, or `probed`, or nothing; after `up` any number of `received`, `skipped`, `misunderstood`
/// and `ticked`; at last `down`, always and exactly once, unless the object is destroyed before.
///
/// Slots may destroy the link with deleteLater(), never directly. Lives on the network thread; owns its
/// transport; clock and book must outlive it.
class Link final : public QObject
{
    Q_OBJECT

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

    [[nodiscard]] State state() const;
    [[nodiscard]] protocol::Role role() const { return m_role; }
    /// Whom we are connected to and what was agreed; null before it is up, kept when it is down again.
    [[nodiscard]] const protocol::HandshakeResult *result() const;
    /// The caller that decisionWanted() named; acceptor only.
    [[nodiscard]] const std::optional<protocol::Caller> &caller() const { return m_caller; }
    [[nodiscard]] const LinkCounters &counters() const { return m_counters; }
    [[nodiscard]] Endpoints endpoints() const { return m_endpoints; }
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
    void down(const nodescope::dist::link_down::Reason &reason);

private:
    void pump();
    void pumpLater();
    [[nodiscard]] bool mayGoOn(qint64 bytesTaken, base::Instant since) const;
    void takeChunk(const QByteArray &bytes);
    void take(const protocol::HandshakeOutput &output);
    void takeHandshakeEvent(const protocol::HandshakeEvent &event);
    void take(const protocol::ChannelOutput &output);
    void takeChannelEvent(const protocol::ChannelEvent &event);
    void write(const QByteArray &bytes);
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
    std::optional<protocol::HandshakeResult> m_result;
    std::optional<protocol::Caller> m_caller;
    LinkCounters m_counters;
    base::Instant m_startedAt;
    base::Instant m_lastReadAt;
    QTimer m_timer;
    bool m_pumpQueued = false;
    bool m_peerClosed = false; // nothing follows what is buffered
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::link_down::Reason)
Q_DECLARE_METATYPE(nodescope::dist::LinkCounters)
