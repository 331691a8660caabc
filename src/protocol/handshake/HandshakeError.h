#pragma once

#include <optional>
#include <variant>

#include <QByteArray>
#include <QDebug>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "protocol/Flags.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "protocol/handshake/HandshakeTable.h"

/// Why a handshake failed, as values. Text for people is made of them elsewhere.
namespace nodescope::protocol {

/// What the first bytes look like, when they are no handshake.
enum class ForeignProtocol : quint8 { Unknown, TlsAlert, TlsHandshake, Http, Ssh };

namespace handshake_failure {

/// The peer closed the connection before the handshake was over. Directly after our digest this is
/// how OTP refuses a cookie.
struct Closed
{
};
/// The peer said nothing for too long.
struct TimedOut
{
    bool total = false; ///< the whole handshake took too long, not this step
};
/// No handshake at all: a length over the limit, or a first packet of no known kind.
struct NotErlang
{
    ForeignProtocol looksLike = ForeignProtocol::Unknown;
    int tlsAlert = -1; ///< the alert's description (RFC 8446, 6), if it is one
};
/// A packet that is no message, or a broken one.
struct Malformed
{
    MalformedMessage detail;
};
/// A good message at the wrong step.
struct OutOfOrder
{
    HandshakeInput got = HandshakeInput::Malformed;
};
/// The peer refused us: nok, not_allowed, or alive (which we answered with false).
struct Refused
{
    HandshakeStatus status = HandshakeStatus::Nok;
    bool insteadOfAck = false; ///< a late not_allowed: flags were missing in the complement
};
/// A status word that does not exist.
struct UnknownStatus
{
    QByteArray word;
};
/// The peer lacks flags that we demand; as acceptor we answered not_allowed.
struct FlagsMissing
{
    Flags missing;
    Flags theirs;
    QString peerName;
};
/// Another node answers than the one we dialled.
struct OtherName
{
    QString expected;
    QString got;
};
/// A name that no node can have.
struct BadName
{
    QString got;
};
/// We asked for a dynamic name and got none, or were given one that we did not ask for.
struct DynamicName
{
    bool asked = false;
};
/// The peer sent a challenge that we have outstanding ourselves. It got no digest.
struct Reflection
{
    quint32 challenge = 0;
};
/// The peer's digest does not belong to the cookie. As acceptor this proves another cookie; as initiator
/// the peer has accepted our digest before.
struct WrongDigest
{
    DigestProof proof;
};
/// As acceptor: our owner refused the caller.
struct Declined
{
    HandshakeStatus status = HandshakeStatus::NotAllowed;
};
/// As acceptor: the caller answered `alive` with false.
struct GaveWay
{
};
/// No cookie is known for this peer, so that nothing can be proved.
struct NoCookie
{
};
/// The random generator yields no fresh challenge.
struct NoChallenge
{
};
/// As acceptor: we ended it, since too many callers had not proved a cookie, and newer ones came.
struct Crowded
{
};

using Reason = std::variant<Closed, TimedOut, NotErlang, Malformed, OutOfOrder, Refused, UnknownStatus,
                            FlagsMissing, OtherName, BadName, DynamicName, Reflection, WrongDigest, Declined,
                            GaveWay, NoCookie, NoChallenge, Crowded>;
} // namespace handshake_failure

/// Who is to blame, by what is known here.
enum class HandshakeFault : quint8 {
    Peer,     ///< it broke the protocol
    Refusal,  ///< one side said no, by the rules
    Network,  ///< closed or silent
    Ourselves ///< no cookie, no challenge, no room
};

/// A failed handshake with its evidence.
struct HandshakeError
{
    handshake_failure::Reason reason;
    HandshakeStep step = HandshakeStep::Idle; ///< where it failed
    Role role = Role::Initiator;              ///< ours
    qint64 offset = 0;                        ///< of the offending packet, in all bytes received
    qint64 received = 0;                      ///< bytes received in all
    /// The offending bytes from `offset` on, at most EvidenceBytes; empty where they hold a digest.
    QByteArray evidence;
    /// Since our last packet went out, or since the start if none did. Separates a wrong cookie (a few
    /// milliseconds) from a mute peer (seven seconds).
    base::Duration sinceLastSend{};
    base::Duration sinceStart{};

    /// The reason as that type, or null.
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&reason);
    }
    [[nodiscard]] HandshakeFault fault() const;
};

/// A stable identifier of the reason for logs and tests, e.g. `wrong_digest`.
[[nodiscard]] const char *reasonName(const handshake_failure::Reason &reason);
/// Prints reason, step and times; no digest.
QDebug operator<<(QDebug debug, const HandshakeError &error);

} // namespace nodescope::protocol

Q_DECLARE_METATYPE(nodescope::protocol::HandshakeError)
