#pragma once

#include <QtGlobal>

/// The vocabulary of the handshake's transition table. The table itself stands in Handshake.cpp, with
/// the rules; Handshake::transitions() shows it.
namespace nodescope::protocol {

/// Where a handshake stands.
enum class HandshakeStep : quint8 {
    Idle,             ///< not started
    AwaitStatus,      ///< A: name sent
    AwaitChallenge,   ///< A: allowed to go on
    AwaitAck,         ///< A: digest sent
    AwaitName,        ///< B: waiting for the caller's name
    AwaitDecision,    ///< B: waiting for the owner's decision
    AwaitStatusReply, ///< B: `alive` sent
    AwaitComplement,  ///< B: challenge sent to a version 5 caller that speaks 6
    AwaitReply,       ///< B: challenge sent
    Up,               ///< both proved the cookie
    Probed,           ///< A: the peer's challenge is known, and nothing more was wanted
    Failed            ///< over, with an error
};
inline constexpr int HandshakeStepCount = int(HandshakeStep::Failed) + 1;

/// What can happen to a handshake.
enum class HandshakeInput : quint8 {
    Start,    ///< the owner starts it
    Name,     ///< `N` or `n` of A
    StatusOk, ///< `s` of B, `ok`
    StatusOkSimultaneous,
    StatusNamed,
    StatusNok,
    StatusNotAllowed,
    StatusAlive,
    StatusUnknown,
    Challenge, ///< `N` or `n` of B
    Ack,
    StatusReplyTrue,  ///< `s` of A, `true`
    StatusReplyFalse, ///< `s` of A, anything else
    Complement,
    Reply,
    DecideGo,     ///< the owner decides: ok, ok_simultaneous or a dynamic name
    DecideAlive,  ///< the owner decides: `alive`
    DecideRefuse, ///< the owner decides: nok or not_allowed
    Malformed,    ///< a packet that is no message of the handshake, or no packet
    PeerClosed,
    TimedOut
};
inline constexpr int HandshakeInputCount = int(HandshakeInput::TimedOut) + 1;

/// What must hold as well, where one input leads to several steps.
enum class HandshakeGuard : quint8 {
    Always,
    AsInitiator,
    AsAcceptor,
    ProbeOnly,       ///< settings: stop after the challenge
    ProveCookie,     ///< settings: go on after the challenge
    AnswerAliveTrue, ///< settings: replace the old link
    AnswerAliveFalse,
    WithComplement, ///< the caller opened in version 5 and speaks 6
    WithoutComplement
};

/// One row of the table.
struct HandshakeTransition
{
    HandshakeStep from;
    HandshakeInput input;
    HandshakeGuard guard;
    HandshakeStep to;    ///< unless a rule of the action is broken: then Failed
    const char *sends;   ///< what goes out, or ""
    const char *section; ///< of erl_dist_protocol
};

[[nodiscard]] const char *stepName(HandshakeStep step);
[[nodiscard]] const char *inputName(HandshakeInput input);
[[nodiscard]] const char *guardName(HandshakeGuard guard);

} // namespace nodescope::protocol
