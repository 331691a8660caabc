#pragma once

#include <QString>

namespace nodescope::widgets {

/// Text that came from a node, fit to be shown: what it is made of is seen, and it can neither break
/// a line, turn the reading direction, nor be longer than is useful. Control, bidirectional and other
/// invisible characters are shown as `⟨U+202E⟩`. While presenting it tells no address (HostMask). Show the
/// result as Qt::PlainText.
[[nodiscard]] QString visibleText(QStringView text, qsizetype maxCharacters = 1000);

/// The same for places that take rich text only (tool tips): escaped besides.
[[nodiscard]] QString visibleRichText(QStringView text, qsizetype maxCharacters = 1000);

/// Lines of plain text for such places: escaped, each on a line of its own. Text of nodes in them has been
/// made visible before.
[[nodiscard]] QString linesAsRichText(const QString &text);

} // namespace nodescope::widgets
