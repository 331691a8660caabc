#pragma once

#include <QString>

namespace nodescope::base {

/// Text of a peer as it may stand in a terminal, a log or a report: control characters, characters that
/// change the direction of writing, and other invisible ones are shown as `\x{1b}`. Long text ends with `…`.
[[nodiscard]] QString safeText(QStringView text, qsizetype maxCharacters = 2000);

} // namespace nodescope::base
