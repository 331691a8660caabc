#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "protocol/handshake/Handshake.h"
#include "protocol/link/Channel.h"

/// What an observer learns of a link between two others. Handshake messages, signals, ticks and their
/// errors are the values of a live link; what is added says where the observer's knowledge ends.
namespace nodescope::protocol {

namespace dissector_event {

/// The two ends did not come to terms, or it was no handshake at all.
struct HandshakeFailed
{
    /// `role` is the end that waited, `step` what it waited for; the times are counted from its last
    /// packet and from the first of all. Of a `Closed` on AwaitAck see suggestsWrongCookie().
    HandshakeError error;
    /// Of `Closed`: who closed first. It may be the end that waited.
    std::optional<Role> closedBy;
};
/// The observation ended within a handshake: nobody knows what came of it.
struct HandshakeUnfinished
{
    HandshakeStep step = HandshakeStep::AwaitName; ///< what was awaited
};
/// Bytes of this direction are missing. The flags say what is not known any more from here on.
struct Gap
{
    enum class Cause : quint8 {
        NotCaptured, ///< the receiver had them, the observer has not
        CutShort,    ///< the capture keeps the beginning of packets only (snap length)
        HeldTooMuch  ///< more than an observer can hold while a hole may still be filled
    };
    Cause cause = Cause::NotCaptured;
    qint64 length = -1; ///< bytes; -1: unknown
    /// What follows is read on: the missing bytes lie within one packet or frame. If not, nothing of this
    /// direction can be read any more, since it is unknown where the next frame begins.
    bool framingKept = false;
    /// A step of the handshake is missing: its fields are unknown, and steps are no longer checked.
    bool handshakeStepLost = false;
    /// Atoms that were cached before may have been replaced: Signal::unknownAtoms counts placeholders.
    bool atomsUnknown = false;
    int messagesLost = 0; ///< messages that were begun in earlier fragments and cannot be completed
};
/// The observation begins after the link did: without the handshake and the first frames there is no way
/// to tell where a frame begins. Nothing more can be read of this link.
struct BeganInTheMiddle
{
};
/// The initiator speaks TLS: whatever goes over this link is hidden from an observer.
struct Opaque
{
    ForeignProtocol protocol = ForeignProtocol::TlsHandshake;
};
/// Bytes that could not be read; told when the direction ends.
struct Undecodable
{
    enum class Since : quint8 { Gap, Middle, Encryption, HandshakeFailure, LinkError };
    Since since = Since::Gap;
    qint64 bytes = 0;
};
/// This end sends no more.
struct Closed
{
    bool reset = false;
    qint64 unfinished = 0; ///< bytes of a packet or frame that was not completed
};

using Event = std::variant<handshake_event::Message, handshake_event::Completed, HandshakeFailed,
                           HandshakeUnfinished, channel_event::Received, channel_event::Skipped,
                           channel_event::Misunderstood, channel_event::TickReceived, channel_event::Down,
                           Gap, BeganInTheMiddle, Opaque, Undecodable, Closed>;
} // namespace dissector_event

struct DissectorEvent
{
    Role sender = Role::Initiator; ///< whose bytes they are
    base::Instant at;              ///< when the last byte of it came
    /// Where it begins in all that `sender` sent; a gap of unknown length is not counted.
    qint64 offset = 0;
    dissector_event::Event what;

    /// The event as that type, or null.
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&what);
    }
};
using DissectorEvents = std::vector<DissectorEvent>;

/// The end that is not `role`.
[[nodiscard]] constexpr Role otherEnd(Role role)
{
    return role == Role::Initiator ? Role::Acceptor : Role::Initiator;
}

/// The acceptor closed right after the initiator's digest: this is how OTP refuses a cookie. Evidence, never
/// proof: a node that crashed just then looks the same.
[[nodiscard]] bool suggestsWrongCookie(const dissector_event::HandshakeFailed &failed);

} // namespace nodescope::protocol
