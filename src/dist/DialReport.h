#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <QDateTime>
#include <QMetaType>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "dist/Connection.h"
#include "dist/CookieStore.h"
#include "dist/EpmdClient.h"
#include "dist/tls/TlsFailure.h"
#include "protocol/epmd/EpmdMessages.h"
#include "protocol/handshake/Handshake.h"

/// The evidence of one attempt to connect, as values. Enough to tell the causes of diagnosis.md apart;
/// the telling itself is `doctor`'s.
namespace nodescope::dist {

/// Numbers the attempts of one LocalNode, from 1.
using AttemptId = quint64;

/// The stages of an attempt, in their order. Those that an attempt does not need are skipped.
enum class DialStage : quint8 {
    NameCheck,   ///< is it a name that can be dialled, and not our own?
    Resolve,     ///< host to addresses
    EpmdConnect, ///< TCP connection to EPMD
    EpmdReply,   ///< EPMD's answer
    TcpConnect,  ///< TCP connection to the distribution port
    Tls,         ///< encryption; absent where none is asked for
    Handshake    ///< see DialReport::messages
};

/// One stage as it went.
struct DialStep
{
    DialStage stage = DialStage::NameCheck;
    bool passed = false;
    bool skipped = false;   ///< e.g. EPMD, when the port was given
    base::Duration start{}; ///< since the attempt began
    base::Duration elapsed{};
};

/// How an attempt ended.
namespace dial_end {
/// The link is up.
struct Connected
{
    protocol::HandshakeResult result;
};
/// A probe learnt what it wanted; the connection is closed.
struct Probed
{
    protocol::ProbeResult result;
};
/// There is a link to this node already; nothing was sent.
struct AlreadyConnected
{
};
/// An attempt to this node is under way already; this one sent nothing.
struct AlreadyDialling
{
};
/// The node is ourselves; nothing was sent.
struct OwnName
{
};
/// We hold no cookie for the node: the attempt went as far as one can without, to the challenge, as a probe
/// does. Where it breaks before that, it ends for that reason.
struct NoCookie
{
    protocol::ProbeResult result;
};
struct HostUnresolvable
{
    ResolveFailure failure;
};
struct EpmdUnreachable
{
    ConnectFailure failure;
};
/// EPMD's port accepted the connection and did not answer in time.
struct EpmdSilent
{
    qint64 received = 0;
};
/// What answers at EPMD's port does not speak its protocol.
struct EpmdBroken
{
    protocol::epmd::EpmdError error;
};
/// EPMD broke the connection.
struct EpmdLost
{
    QString detail;
};
/// EPMD answers, and knows no such name.
struct NotRegistered
{
};
/// EPMD (or the caller) gave a port, and no connection comes about: refused says that nobody listens
/// (a stale entry), a timeout that something filters.
struct PortUnreachable
{
    ConnectFailure failure;
};
struct HandshakeFailed
{
    protocol::HandshakeError error;
};
/// The connection broke during the handshake, in another way than by closing.
struct TransportFailed
{
    QString detail;
    protocol::HandshakeStep step = protocol::HandshakeStep::Idle;
};
/// The cap over the whole attempt was reached at this stage.
struct TimedOut
{
    DialStage stage = DialStage::NameCheck;
};
/// Our own side gave up: somebody asked for it, or the node was stopped.
struct Cancelled
{
};
/// The peer dialled us at the same time, and its attempt won (section 1.4 of the protocol's notes).
struct GaveWayToIncoming
{
};
/// No encrypted connection came about, or (TLS 1.3) the peer refused our certificate when we thought that
/// one stood. No digest was sent. Where nothing of TLS came back, the peer was asked plainly who it is, and
/// TlsProblem::PlainPeer says that it answered as a node.
struct TlsFailed
{
    TlsFailure failure;
};
using Reason =
    std::variant<Connected, Probed, AlreadyConnected, AlreadyDialling, OwnName, NoCookie, HostUnresolvable,
                 EpmdUnreachable, EpmdSilent, EpmdBroken, EpmdLost, NotRegistered, PortUnreachable,
                 HandshakeFailed, TransportFailed, TimedOut, Cancelled, GaveWayToIncoming, TlsFailed>;
} // namespace dial_end

/// A stable identifier for logs and tests, e.g. `not_registered`.
[[nodiscard]] const char *reasonName(const dial_end::Reason &reason);

/// One attempt, from the name to its end. A value; holds digests within `messages`, so it stays in
/// memory: whoever exports it must blank those (protocol.md, 1.7).
struct DialReport
{
    AttemptId id = 0;
    base::NodeName target;
    QDateTime wall; ///< when it began, UTC
    base::Instant began;
    base::Duration elapsed{};
    bool probe = false;
    CookieScope cookieScope = CookieScope::None; ///< which entry of the store was used

    std::vector<DialStep> steps; ///< in order; ends with the one that failed
    quint16 epmdPort = 0;        ///< 0 if EPMD was not asked
    QList<QHostAddress> addresses;
    std::optional<protocol::epmd::Registration> registration; ///< EPMD's answer
    std::optional<Endpoints> endpoints;                       ///< of the connection to the distribution port
    std::optional<TlsSession> tls;                            ///< what was agreed, if it came so far
    qint64 epmdReceived = 0;                                  ///< bytes
    QByteArray epmdQuestion;                                  ///< as it was sent, if it came so far
    QByteArray epmdReply;                                     ///< its first bytes
    std::vector<protocol::HandshakeMessage> messages;

    dial_end::Reason end = dial_end::Cancelled{};

    [[nodiscard]] bool connected() const { return std::holds_alternative<dial_end::Connected>(end); }
    /// The end as that type, or null.
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&end);
    }
    /// The step of that stage, or null.
    [[nodiscard]] const DialStep *step(DialStage stage) const;
};

/// One attempt of another node to connect to us that failed, from its TCP connection on.
struct AcceptReport
{
    AttemptId id = 0;
    QDateTime wall; ///< when it began, UTC
    base::Instant began;
    base::Duration elapsed{};
    Endpoints endpoints;
    std::optional<protocol::Caller> caller; ///< once it has said who it is
    std::optional<TlsSession> tls;          ///< what was agreed, if it came so far
    std::optional<TlsFailure> tlsFailure; ///< why there is no encrypted connection; `error` says Closed then
    std::vector<protocol::HandshakeMessage> messages;
    protocol::HandshakeError error;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::DialReport)
Q_DECLARE_METATYPE(nodescope::dist::AcceptReport)
