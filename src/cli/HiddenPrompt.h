#pragma once

#include <QString>

#include "base/Secret.h"

namespace nodescope::cli {

/// Whether a person sits at the standard input.
[[nodiscard]] bool isTerminal();

/// Asks at the terminal for something that is not shown while it is typed. Null if there is no terminal,
/// or the person ended the input; empty if she only pressed Enter. Blocks.
[[nodiscard]] base::Secret askHidden(const QString &question);

} // namespace nodescope::cli
