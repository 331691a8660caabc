#pragma once

#include "base/SafeText.h"

namespace nodescope::cli {

/// Text of a peer as it may stand in a terminal.
using base::columns;
using base::safeText;

} // namespace nodescope::cli
