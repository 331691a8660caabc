#pragma once

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// The colour of the n-th group of nodes, by Okabe and Ito, none of which is that of a state; they begin
/// again after the fifth.
[[nodiscard]] QColor groupColour(int group, const Theme &theme);

} // namespace nodescope::widgets
