#pragma once

#include <optional>
#include <variant>

#include <QByteArray>
#include <QDebug>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/Result.h"
#include "protocol/Flags.h"
#include "protocol/handshake/Digest.h"
#include "protocol/handshake/HandshakeTable.h"

/// The messages of the handshake as values (erl_dist_protocol, "Distribution handshake"). They carry
/// everything that a person may want to look at: direction, time, bytes, fields.
namespace nodescope::protocol {

/// Who opens the connection (A) and who accepts it (B).
enum class Role : quint8 { Initiator, Acceptor };
/// Version of the handshake: 5 until OTP 22, 6 since OTP 23.
enum class HandshakeVersion : quint8 { V5 = 5, V6 = 6 };
/// How many bytes state the length of a packet: two on TCP, four on TLS.
enum class LengthPrefix : quint8 { TwoBytes = 2, FourBytes = 4 };

/// `N` or `n`, A to B: who calls.
struct NameMessage
{
    HandshakeVersion version = HandshakeVersion::V6;
    Flags flags;          ///< 32 of them in version 5
    quint32 creation = 0; ///< version 6 only; 0 asks for a dynamic name
    QString name;         ///< the host alone if a dynamic name is asked for
};

enum class HandshakeStatus : quint8 { Ok, OkSimultaneous, Nok, NotAllowed, Alive, Named, Unknown };
/// The word on the wire; `named:` for Named.
[[nodiscard]] QByteArray statusWord(HandshakeStatus status);

/// `s`, B to A: whether the caller may go on.
struct StatusMessage
{
    HandshakeStatus status = HandshakeStatus::Ok;
    QString dynamicName;  ///< only with Named
    quint32 creation = 0; ///< only with Named
    QByteArray unknown;   ///< the word, only with Unknown, at most EvidenceBytes
};
/// `s`, A to B, only after `alive`: whether the new connection shall replace the old one.
struct StatusReplyMessage
{
    bool proceed = false;
};
/// `N` or `n`, B to A.
struct ChallengeMessage
{
    HandshakeVersion version = HandshakeVersion::V6;
    Flags flags;
    quint32 challenge = 0;
    quint32 creation = 0; ///< version 6 only
    QString name;
};
/// `c`, A to B, if A opened in version 5 and both speak 6: what version 5 had no room for.
struct ComplementMessage
{
    quint32 flagsHigh = 0;
    quint32 creation = 0;
};
/// `r`, A to B.
struct ReplyMessage
{
    quint32 challenge = 0;
    Digest digest;
};
/// `a`, B to A.
struct AckMessage
{
    Digest digest;
};

using HandshakeBody = std::variant<NameMessage, StatusMessage, StatusReplyMessage, ChallengeMessage,
                                   ComplementMessage, ReplyMessage, AckMessage>;

/// A message as it was sent or received.
struct HandshakeMessage
{
    enum class Direction : quint8 { Sent, Received };

    Direction direction = Direction::Sent;
    Role sender = Role::Initiator;
    base::Instant at;
    LengthPrefix prefix = LengthPrefix::TwoBytes;
    QByteArray packet; ///< with its length; contains the digest of `r` and `a`
    HandshakeBody body;
};

/// Prints direction and fields, but neither the packet nor a digest.
QDebug operator<<(QDebug debug, const HandshakeMessage &message);
QDebug operator<<(QDebug debug, const HandshakeBody &body);

/// Why a packet is no handshake message of that sender.
struct MalformedMessage
{
    enum class Reason : quint8 { Empty, UnknownTag, TooShort, BadVersion, BadLength, BadName, BadWord };
    Reason reason = Reason::Empty;
    qsizetype offset = 0; ///< in the packet's body

    friend bool operator==(const MalformedMessage &, const MalformedMessage &) = default;
};

/// Reads a packet's body (without length). The sender decides what a tag means: `N` of an initiator is
/// a name, of an acceptor a challenge. Bytes behind the last field of version 6 are ignored.
[[nodiscard]] base::Result<HandshakeBody, MalformedMessage> decodeHandshake(Role sender, QByteArrayView body);
/// The body of a packet. Names are written as Latin-1, the dynamic name as UTF-8, as OTP does.
[[nodiscard]] QByteArray encodeHandshake(const HandshakeBody &body);
/// Which input of the transition table a message is.
[[nodiscard]] HandshakeInput inputOf(const HandshakeBody &body);
/// `body` with its length before it.
[[nodiscard]] QByteArray withLength(LengthPrefix prefix, QByteArrayView body);

} // namespace nodescope::protocol

Q_DECLARE_METATYPE(nodescope::protocol::HandshakeMessage)
