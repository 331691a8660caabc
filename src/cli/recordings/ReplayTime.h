#pragma once

#include <optional>

#include <QString>

namespace nodescope::cli {

/// A moment as people write it, in milliseconds since the epoch: `14:03:07` (local, the first time that the
/// clock shows it from the beginning on), `2026-03-01T14:03:07` (local unless it ends with Z or an offset),
/// `+90` or `+1.5` (seconds after the beginning). Nothing: it is none.
[[nodiscard]] std::optional<qint64> replayTime(const QString &text, qint64 beginning);

} // namespace nodescope::cli
