#pragma once

#include <algorithm>
#include <chrono>

#include "base/Clock.h"

namespace nodescope::dist {

/// A duration as QTimer takes it: whole milliseconds, rounded up so that a timer never fires early, and
/// never negative.
[[nodiscard]] inline std::chrono::milliseconds timerInterval(base::Duration duration)
{
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(duration);
    return std::max(rounded, std::chrono::milliseconds(0));
}

} // namespace nodescope::dist
