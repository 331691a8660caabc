#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "base/SafeText.h"

namespace nodescope::cli {

/// Text of a peer as it may stand in a terminal.
using base::safeText;

/// Rows in columns of equal width, two spaces between; no spaces at line ends.
[[nodiscard]] QStringList columns(const QList<QStringList> &rows);

} // namespace nodescope::cli
