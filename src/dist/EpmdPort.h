#pragma once

#include <QtGlobal>

namespace nodescope::dist {

/// EPMD's port: what the environment variable ERL_EPMD_PORT says (epmd(1)), or else 4369. Read by the
/// composition root, which hands the number on; nothing below it looks at the environment.
[[nodiscard]] quint16 defaultEpmdPort();

} // namespace nodescope::dist
