#pragma once

#include "app/Arguments.h"
#include "base/Secret.h"

class QApplication;

namespace nodescope::app {

/// Carries out `--render`: connects, waits until nothing new is to be learnt and all has its place, and
/// writes the picture. All of it on the calling thread: there is no window to be kept live. `cookie` may be
/// null.
///
/// Answers the program's exit status: 0; 1 when a named node was not reached (the picture is written, and
/// shows why) or the file could not be written. What went wrong is said on standard error.
[[nodiscard]] int renderToFile(QApplication &application, const Arguments &arguments,
                               const base::Secret &cookie);

} // namespace nodescope::app
