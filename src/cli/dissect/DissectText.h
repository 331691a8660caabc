#pragma once

#include <QString>

#include "protocol/capture/CaptureEvents.h"

namespace nodescope::cli {

/// Terms are cut after so many characters.
inline constexpr qsizetype DissectTermCharacters = 2000;

/// An event as one line for people: time, stream, direction (`>` from the initiator or client, `<` to it),
/// and what. Digests are not shown; what peers sent is escaped.
[[nodiscard]] QString textOf(const protocol::capture::CaptureEvent &event);
/// An instant since 1970 as `2026-11-26T07:33:02.123456Z`.
[[nodiscard]] QString timeText(base::Instant at);

} // namespace nodescope::cli
