#pragma once

#include "cluster/Handshake.h"
#include "dist/DialReport.h"
#include "dist/steps/SteppedReport.h"
#include "protocol/handshake/HandshakeChange.h"

/// Handshakes that we took part in, as values for people. Pure and thread-safe. Digests are zeroed in the
/// bytes and stand apart; ids are the caller's to set.
namespace nodescope::doctor {

/// Nothing if it came to no connection.
[[nodiscard]] std::optional<cluster::HandshakeRecord> recordOf(const dist::DialReport &report);
/// A call of another node: under way, failed, or (`up`) a link.
[[nodiscard]] cluster::HandshakeRecord recordOf(const dist::AcceptReport &report,
                                                const base::NodeName &ownName, bool running, bool up);
/// Also before there is a connection, since somebody waits for it.
[[nodiscard]] cluster::HandshakeRecord recordOf(const dist::SteppedReport &report);

/// What the person wants, for the wire. A digest of another size than 16 bytes is left out.
[[nodiscard]] protocol::HandshakeChange changeOf(const cluster::HandshakeEdit &edit);

} // namespace nodescope::doctor
