#pragma once

namespace nodescope::cluster {

/// Whether `global` of that OTP release prevents overlapping partitions where nothing is set.
[[nodiscard]] constexpr bool preventsByDefault(int release)
{
    return release >= 25;
}

} // namespace nodescope::cluster
