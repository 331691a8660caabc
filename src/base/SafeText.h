#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace nodescope::base {

/// Text of a peer as it may stand in a terminal, a log or a report: control characters, characters that
/// change the direction of writing, and other invisible ones are shown as `\x{1b}`. Long text ends with `…`.
[[nodiscard]] QString safeText(QStringView text, qsizetype maxCharacters = 2000);

/// Rows in columns of equal width, two spaces between; no spaces at line ends.
[[nodiscard]] QStringList columns(const QList<QStringList> &rows);

} // namespace nodescope::base
