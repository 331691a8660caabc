#pragma once

#include <QString>

#include "term/Term.h"

namespace nodescope::dist {

/// The text of `io_lib:format(Format, Args)` without a node to run it: columns, padding, precision, and
/// all control characters but that `~p` breaks no lines and `~P`, `~W` cut nothing. What does not fit (too
/// few arguments, a number that is none) gives the format with its arguments behind it, so nothing is lost.
/// At most MaxFormattedText characters, then `…`.
[[nodiscard]] QString formatIo(const term::Term &format, const term::Term &arguments);

inline constexpr qsizetype MaxFormattedText = 1024 * 1024;

} // namespace nodescope::dist
