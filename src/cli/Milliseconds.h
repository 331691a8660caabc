#pragma once

#include "base/Clock.h"

namespace nodescope::cli {

/// With the fraction, as it is printed and written to JSON; base::toMilliseconds() rounds.
[[nodiscard]] inline double milliseconds(base::Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace nodescope::cli
