#pragma once

#include <QString>

namespace nodescope::widgets {

/// Whether the person has asked the desktop for no animations, where that can be known without its session
/// bus: GTK's settings, KDE's, and what Qt's platform says (Windows). A desktop that says nothing animates.
[[nodiscard]] bool systemReducesMotion();
/// The same from the files of one folder of settings (`~/.config`); for tests.
[[nodiscard]] bool filesReduceMotion(const QString &configFolder);

} // namespace nodescope::widgets
