#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace nodescope::base {

/// Whether a character shows nothing of itself, or changes how its neighbours are shown: controls, format and
/// direction marks, line separators, and what Unicode does not assign.
[[nodiscard]] bool isInvisible(char32_t character);

/// Text of a peer as it may stand in a terminal, a log or a report: control characters, characters that
/// change the direction of writing, and other invisible ones are shown as `\x{1b}`. Long text ends with `…`.
[[nodiscard]] QString safeText(QStringView text, qsizetype maxCharacters = 2000);

/// Rows in columns of equal width, two spaces between; no spaces at line ends.
[[nodiscard]] QStringList columns(const QList<QStringList> &rows);

} // namespace nodescope::base
