#pragma once

#include "doctor/handshakes/HandshakeText.h"

namespace nodescope::doctor {

/// Why the other side did what it did after a changed field, in words.
[[nodiscard]] QString explanationOf(const cluster::HandshakeRecord &record, const StepFinding &finding);

} // namespace nodescope::doctor
