#pragma once

#include <QtGlobal>

namespace nodescope::lab {

/// Makes sure that this process may have so many files and sockets open, by raising its soft limit towards
/// the hard one: a mesh of fifty nodes has 2,450 sockets here, and the usual soft limit is 1,024. False if
/// the system does not allow as many.
[[nodiscard]] bool ensureDescriptors(quint64 wanted);

} // namespace nodescope::lab
