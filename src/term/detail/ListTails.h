#pragma once

#include "term/detail/Storage.h"

namespace nodescope::term::detail {

/// Makes one list of each list whose tail is a list ([1|[2,3]] is [1,2,3]), so that nothing else has to
/// look for such. Linear. False if that takes more than `maxCells` cells.
[[nodiscard]] bool joinListTails(Storage &storage, quint64 maxCells);

} // namespace nodescope::term::detail
