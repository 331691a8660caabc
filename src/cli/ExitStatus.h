#pragma once

namespace nodescope::cli {

/// What the program's exit status says; the numbers are part of its interface.
enum class ExitStatus {
    Done = 0,
    Failed = 1,   ///< the thing asked about failed: no such node, a wrong cookie, a call that raised
    WrongUse = 2, ///< the command line makes no sense, or the cookie that it needs is missing
};

} // namespace nodescope::cli
