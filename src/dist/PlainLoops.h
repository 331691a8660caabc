#pragma once

#include <QtGlobal>

namespace nodescope::dist {

/// Whose event loops.
enum class Loops : quint8 {
    OfThreads, ///< all but the main thread's: for programs with windows, whose toolkit may count on GLib's
    All        ///< for programs without
};

/// Lets event loops wait by poll() itself. Where Qt was built with GLib it waits by GLib's main loop, which
/// takes locks and asks the system more often in each turn: a call of a node takes 10 to 20 % longer by it.
///
/// Takes effect for loops that are made later, so it stands at the beginning of main(), before the
/// application. It is what Qt reads from its environment (QT_NO_THREADED_GLIB, QT_NO_GLIB); a value that is
/// there stays. Not needed for anything to work. Thread: before there is a second one.
void usePlainLoops(Loops which);

} // namespace nodescope::dist
