#pragma once

#include <functional>

#include "widgets/common/ActionSet.h"

namespace nodescope::widgets {

/// Help: the list of shortcuts, and what the program is.
class HelpActions : public ActionSet
{
    Q_OBJECT

public:
    /// `allActions` answers with every action of the window, for the list of shortcuts.
    HelpActions(std::function<QList<QAction *>()> allActions, QWidget &window);
    void retranslate() override;

private:
    QAction *m_shortcuts;
    QAction *m_filters;
    QAction *m_about;
    QAction *m_aboutQt;
};

} // namespace nodescope::widgets
