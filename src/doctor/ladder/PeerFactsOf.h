#pragma once

#include "cluster/Examination.h"
#include "cluster/Node.h"
#include "dist/DialReport.h"
#include "protocol/handshake/HandshakeMessage.h"

namespace nodescope::doctor {

/// What a node has told about itself in a probe or an attempt, without any cookie. Nothing of it is proved.
[[nodiscard]] cluster::PeerFacts factsOf(const dist::DialReport &report);

/// The releases of OTP whose nodes declare such flags: `25 to 27`; empty where they are of no BEAM.
[[nodiscard]] QString likelyReleases(protocol::Flags flags, protocol::HandshakeVersion version);

/// What kind of program the node is that was dialled, as far as its challenge tells without a link: libraries
/// for C and Java declare few flags, and a release of OTP those of its time. Unknown where it may be a
/// program of ours, which declares what the latest release does, or where another node answered.
[[nodiscard]] cluster::NodeKind kindTold(const dist::DialReport &report);

} // namespace nodescope::doctor
