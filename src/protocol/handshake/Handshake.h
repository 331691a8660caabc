#pragma once

#include <memory>
#include <span>
#include <variant>
#include <vector>

#include <QByteArray>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "base/Secret.h"
#include "protocol/Limits.h"
#include "protocol/handshake/ChallengeBook.h"
#include "protocol/handshake/HandshakeError.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "protocol/handshake/HandshakeTable.h"

namespace nodescope::protocol {

/// How one handshake is to be done.
struct HandshakeSettings
{
    LengthPrefix prefix = LengthPrefix::TwoBytes;
    Limits limits;

    /// Our name. Not needed by an initiator that asks for a dynamic one (NAME_ME among the flags).
    base::NodeName ownName;
    /// Our host, which an initiator with NAME_ME sends in place of a name.
    QString ownHost;
    quint32 creation = 0; ///< ours; 0 is sent if NAME_ME is set
    Flags flags = masks::RecommendedNameMe;
    /// What the peer must offer (after expansion).
    Flags required = masks::Required;

    // Initiator
    /// The version that we open with. 6, unless EPMD reports 5 as the highest.
    HandshakeVersion openWith = HandshakeVersion::V6;
    /// The node that we dial; null accepts whoever answers.
    base::NodeName expectedPeer;
    /// The cookie for it. Not needed for a probe.
    base::Secret cookie;
    /// Stop after the challenge: learn name, flags and creation, prove nothing, send no digest.
    bool probe = false;
    /// The answer to `alive`: true replaces the link that the peer still holds, and can hurt; the
    /// default leaves it alone.
    bool replaceOldLink = false;
};

/// What an acceptor knows of its caller when it must decide.
struct Caller
{
    QString name; ///< well-formed; the bare host if `wantsName`
    bool wantsName = false;
    Flags flags; ///< the lower half only, if it opened in version 5
    quint32 creation = 0;
    HandshakeVersion version = HandshakeVersion::V6;
};

/// The owner's decision about a caller.
struct AcceptDecision
{
    /// Ok, OkSimultaneous, Nok, NotAllowed, Alive, or Named for a caller that wants a name.
    HandshakeStatus status = HandshakeStatus::NotAllowed;
    /// The cookie for this caller; needed for all but Nok and NotAllowed.
    base::Secret cookie;
    /// Only with Named: the name and creation that the caller gets.
    base::NodeName dynamicName;
    quint32 dynamicCreation = 0;
};

/// What a finished handshake has found out.
struct HandshakeResult
{
    base::NodeName peer;
    Flags peerFlags;
    quint32 peerCreation = 0; ///< 0 if it spoke version 5
    base::NodeName ownName;   ///< the dynamic one, if we asked for one
    quint32 ownCreation = 0;
    Flags ownFlags; ///< what we sent
    Flags agreedFlags;
    HandshakeVersion version = HandshakeVersion::V6; ///< of the challenge
    bool simultaneous = false; ///< `ok_simultaneous` was said: a pending attempt the other way gives way
    bool replacesOld = false;  ///< `alive` was said and answered with true: an older link is to go

    [[nodiscard]] bool hidden() const { return isHidden(agreedFlags); }
};

/// What a probe has found out; nothing of it is proved.
struct ProbeResult
{
    QString peer;
    Flags peerFlags;
    quint32 peerCreation = 0;
    HandshakeVersion version = HandshakeVersion::V6;
    Flags missing;   ///< of what we demand
    QString ownName; ///< the name we were given, if we asked for one
};

namespace handshake_event {
/// A message was sent or received. Comes before the event that it causes.
struct Message
{
    HandshakeMessage message;
};
/// Acceptor: the owner is to call Handshake::decide().
struct DecisionWanted
{
    Caller caller;
};
/// Both sides proved the cookie; the last event of a handshake.
struct Completed
{
    HandshakeResult result;
};
/// A probe is over; the last event of a handshake. The owner closes the connection.
struct Probed
{
    ProbeResult result;
};
/// The last event of a handshake. What is in `HandshakeOutput::toSend` is to be sent before closing.
struct Failed
{
    HandshakeError error;
};
using Event = std::variant<Message, DecisionWanted, Completed, Probed, Failed>;
} // namespace handshake_event
using HandshakeEvent = handshake_event::Event;

/// What one call of the machine brought about.
struct HandshakeOutput
{
    QByteArray toSend;
    std::vector<HandshakeEvent> events; ///< in the order in which things happened
    /// Bytes that belong to the connected phase. Comes with Completed, and later if the owner still
    /// hands in bytes.
    QByteArray leftover;
};

/// The handshake of one connection, in either role, over bytes, decisions and time. Owns no socket and
/// no timer: the owner hands in bytes and the time, sends `toSend`, and calls timeout() at deadline().
///
/// One machine serves the live link, the step-by-step lesson and the tests. Not thread-safe; movable.
/// All rules and the transition table are in Handshake.cpp.
class Handshake
{
public:
    /// `book` must outlive the handshake, and be the one of the local node whose handshake it is.
    Handshake(Role role, HandshakeSettings settings, ChallengeBook &book);
    ~Handshake();
    Handshake(Handshake &&) noexcept;
    Handshake &operator=(Handshake &&) noexcept;
    Q_DISABLE_COPY(Handshake)

    /// The transport is up: an initiator sends its name. Call once.
    [[nodiscard]] HandshakeOutput start(base::Instant now);
    /// Bytes came, in any slices. Ignored after a failure or a probe.
    [[nodiscard]] HandshakeOutput receive(QByteArrayView bytes, base::Instant now);
    /// Acceptor: the answer to DecisionWanted. Ignored at any other step.
    [[nodiscard]] HandshakeOutput decide(const AcceptDecision &decision, base::Instant now);
    /// The peer closed its sending side, or the transport failed.
    [[nodiscard]] HandshakeOutput peerClosed(base::Instant now);
    /// The owner gives it up for newer callers: it fails with Crowded. Nothing is sent.
    [[nodiscard]] HandshakeOutput giveUp(base::Instant now);
    /// Fails the handshake if its deadline has come; otherwise does nothing.
    [[nodiscard]] HandshakeOutput timeout(base::Instant now);

    /// When to call timeout(); nothing when the handshake is over or not started.
    [[nodiscard]] std::optional<base::Instant> deadline() const;
    [[nodiscard]] HandshakeStep step() const;
    [[nodiscard]] Role role() const;
    [[nodiscard]] bool isOver() const;

    /// Every transition that exists, in both roles. What is not in it ends in Failed.
    [[nodiscard]] static std::span<const HandshakeTransition> transitions();

private:
    class Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace nodescope::protocol
