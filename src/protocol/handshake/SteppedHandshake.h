#pragma once

#include <memory>

#include "protocol/handshake/Handshake.h"
#include "protocol/handshake/HandshakeChange.h"

namespace nodescope::protocol {

/// How a handshake in steps is to be done.
struct SteppedSettings
{
    LengthPrefix prefix = LengthPrefix::TwoBytes;
    Limits limits;
    base::NodeName ownName;
    quint32 creation = 0;
    Flags flags = masks::Recommended;
    base::Secret cookie; ///< null: our digest cannot be made, and the handshake ends where it is due
    /// The node that we dial, or that may dial us; another one gets no digest, or no answer. Null: whoever it
    /// is.
    base::NodeName expectedPeer;
    /// As acceptor: what a caller that asks for a name is given.
    base::NodeName dynamicName;
    quint32 dynamicCreation = 0;
    /// Silence of the peer after which we give up. Longer than its own set-up time, so that what it does
    /// when that is over is seen.
    base::Duration patience = std::chrono::seconds(15);
};

/// A message that is due and waits to be released.
struct HandshakeProposal
{
    HandshakeBody body;          ///< as a node would send it
    quint32 signedChallenge = 0; ///< of `r` and `a`: the peer's, of which the digest is made
    base::Instant since;
    /// Since when the peer waits: its set-up timer (7 s unless set otherwise) began anew then.
    base::Instant peerSince;
};

/// A message that went out or came in.
struct SteppedMessage
{
    HandshakeMessage message;
    std::vector<HandshakeField> changed; ///< what is not as a node would have sent it
};

/// What one call brought about. Whether a message is due now, or it is over, is asked afterwards.
struct SteppedOutput
{
    QByteArray toSend;
    std::vector<SteppedMessage> messages;
    QByteArray leftover; ///< bytes of the connected phase: frames with four bytes of length
};

/// A handshake that stops before each message of ours, in either role, until that is released, as it is or
/// changed. It makes no link. What the peer does is taken as it comes: flags that it lacks are no reason to
/// end. Three rules of the normal machine hold nevertheless: a challenge of ours that comes back is never
/// signed, a caller gets no digest before it has proved the cookie, and no other node than the dialled one
/// gets one.
///
/// Over bytes and time, as Handshake. It opens in version 6. Not thread-safe; movable.
class SteppedHandshake
{
public:
    /// `book` must outlive it.
    SteppedHandshake(Role role, SteppedSettings settings, ChallengeBook &book);
    ~SteppedHandshake();
    SteppedHandshake(SteppedHandshake &&) noexcept;
    SteppedHandshake &operator=(SteppedHandshake &&) noexcept;
    Q_DISABLE_COPY(SteppedHandshake)

    /// The transport is up. Call once.
    [[nodiscard]] SteppedOutput start(base::Instant now);
    [[nodiscard]] SteppedOutput receive(QByteArrayView bytes, base::Instant now);
    /// Sends what is proposed. Ignored if nothing is.
    [[nodiscard]] SteppedOutput release(const HandshakeChange &change, base::Instant now);
    [[nodiscard]] SteppedOutput peerClosed(base::Instant now);
    [[nodiscard]] SteppedOutput timeout(base::Instant now);

    /// Null while it is the peer's turn, and at the end.
    [[nodiscard]] const HandshakeProposal *proposal() const;
    [[nodiscard]] std::optional<base::Instant> deadline() const;
    [[nodiscard]] bool isOver() const;
    /// Why it is over; null if both sides proved the cookie, so that the peer takes us for connected, and
    /// before the end.
    [[nodiscard]] const HandshakeError *error() const;
    /// The peer's name and flags, as far as it said them.
    [[nodiscard]] QString peerName() const;
    [[nodiscard]] std::optional<Flags> peerFlags() const;
    /// As acceptor: what the caller proved, whatever came of it.
    [[nodiscard]] std::optional<DigestProof> proof() const;

private:
    class Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace nodescope::protocol
