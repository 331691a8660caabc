#pragma once

#include "widgets/common/ActionSet.h"
#include "widgets/mainwindow/Preferences.h"

namespace nodescope::widgets {

/// Preferences, the command palette, and the end.
class ApplicationActions : public ActionSet
{
    Q_OBJECT

public:
    /// Both must outlive the set; `window` becomes the dialogs' parent.
    ApplicationActions(Preferences &preferences, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *preferences() const { return m_preferences; }
    [[nodiscard]] QAction *palette() const { return m_palette; }
    [[nodiscard]] QAction *quit() const { return m_quit; }

private:
    QAction *m_preferences;
    QAction *m_palette;
    QAction *m_quit;
};

} // namespace nodescope::widgets
