#pragma once

#include <QByteArray>

#include "protocol/capture/CaptureDissector.h"

namespace nodescope::cli {

/// Payloads of more encoded bytes are left out of the JSON.
inline constexpr qsizetype DissectPayloadBytes = 1024 * 1024;

/// An event as one line of JSON, with its end of line; the fields are described in nodescope-cli(1). Without
/// any digest.
[[nodiscard]] QByteArray jsonLineOf(const protocol::capture::CaptureEvent &event);
/// The last line: `{"event":"summary",…}`.
[[nodiscard]] QByteArray jsonLineOf(const protocol::capture::CaptureSummary &summary);

} // namespace nodescope::cli
