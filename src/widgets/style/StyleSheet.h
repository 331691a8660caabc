#pragma once

#include <QString>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// The application's style sheet: `resources/style/nodescope.qss` with its `@tokens@` replaced by the
/// theme's colours, and its `@12px@` lengths by scaled ones.
///
/// Widgets opt in to variants by dynamic properties: `QPushButton[primary="true"]`,
/// `QPushButton[quiet="true"]` (text only, in the accent),
/// `QLabel[role="title|strong|secondary|small|mono|wrong"]`, `QFrame[role="card|error"]`.
[[nodiscard]] QString styleSheetFor(const Theme &theme);

/// What a primary button is filled with while it has the focus: its ring in the colour of text stands out
/// from it.
[[nodiscard]] QColor accentFocused(const Theme &theme);

} // namespace nodescope::widgets
