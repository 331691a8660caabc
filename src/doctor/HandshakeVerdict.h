#pragma once

#include "doctor/Verdict.h"
#include "protocol/handshake/HandshakeError.h"

namespace nodescope::doctor {

/// What a failed handshake that we began means (protocol.md 1.5: what an initiator sees). `flagsSent`
/// are those of our name message: a `not_allowed` means another thing when we left one out.
[[nodiscard]] Verdict verdictOf(const protocol::HandshakeError &error, protocol::Flags flagsSent);

/// The peer accepted the connection and says nothing at this rung.
[[nodiscard]] Verdict silent(cluster::Rung rung, const QString &evidence);

/// What it means that the connection broke, in whatever way, while the handshake stood at `step`.
[[nodiscard]] Verdict verdictOfClose(protocol::HandshakeStep step, base::Duration sinceLastSend,
                                     bool anythingReceived, const QString &how);

} // namespace nodescope::doctor
