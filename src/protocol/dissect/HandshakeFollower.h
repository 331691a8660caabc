#pragma once

#include <optional>

#include "protocol/handshake/Handshake.h"

namespace nodescope::protocol {

/// The steps of a handshake between two others: which end speaks next, and what has been agreed. It knows
/// no cookie, so that it takes every digest as it is; whether one was right shows in what comes next.
/// For this folder only.
class HandshakeFollower
{
public:
    /// What is awaited, AwaitName to AwaitAck, or was when it failed; or Up.
    [[nodiscard]] HandshakeStep step() const { return m_step; }
    /// Who is to speak at this step.
    [[nodiscard]] Role turn() const;

    /// The next message of turn(). Answers with the reason if it ends the handshake.
    [[nodiscard]] std::optional<handshake_failure::Reason> take(const HandshakeBody &body);
    /// Once Up: what was agreed, as the initiator sees it. Names that no node can have are null.
    [[nodiscard]] HandshakeResult result() const;

private:
    using Next = std::variant<HandshakeStep, handshake_failure::Reason>;
    [[nodiscard]] Next next(const HandshakeBody &body);
    [[nodiscard]] Next afterStatus(const StatusMessage &message);
    [[nodiscard]] bool complementDue() const;

    HandshakeStep m_step = HandshakeStep::AwaitName;
    NameMessage m_name;
    ChallengeMessage m_challenge;
    std::optional<StatusMessage> m_named;
    std::optional<ComplementMessage> m_complement;
    bool m_simultaneous = false;
};

} // namespace nodescope::protocol
