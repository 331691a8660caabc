#pragma once

#include "cluster/Examination.h"
#include "dist/DialReport.h"
#include "protocol/handshake/HandshakeMessage.h"

namespace nodescope::doctor {

/// What a node has told about itself in a probe or an attempt, without any cookie. Nothing of it is proved.
[[nodiscard]] cluster::PeerFacts factsOf(const dist::DialReport &report);

/// The releases of OTP whose nodes declare such flags: `25 to 27`; empty where they are of no BEAM.
[[nodiscard]] QString likelyReleases(protocol::Flags flags, protocol::HandshakeVersion version);

} // namespace nodescope::doctor
