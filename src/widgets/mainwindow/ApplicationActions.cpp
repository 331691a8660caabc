#include "widgets/mainwindow/ApplicationActions.h"

#include <QWidget>

#include "widgets/mainwindow/PreferencesDialog.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

ApplicationActions::ApplicationActions(Preferences &preferences, QWidget &window)
    : ActionSet(&window)
    , m_preferences(add(QStringLiteral("application.preferences"), QKeySequence(Qt::CTRL | Qt::Key_Comma)))
    , m_palette(add(QStringLiteral("application.palette"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)))
    , m_quit(add(QStringLiteral("application.quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)))
{
    m_preferences->setMenuRole(QAction::PreferencesRole);
    m_preferences->setIcon(icon(Glyph::Settings));
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_preferences, &QAction::triggered, this, [&preferences, &window] {
        auto *dialog = new PreferencesDialog(preferences, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_quit, &QAction::triggered, &window, &QWidget::close);
}

void ApplicationActions::retranslate()
{
    describe(m_preferences, tr("P&references…"), tr("Appearance, language, text size, motion"));
    describe(m_palette, tr("Command &Palette…"), tr("Finds any command by its name"));
    describe(m_quit, tr("&Quit"), tr("Leaves all nodes and ends the program"));
}

} // namespace nodescope::widgets
