#include "widgets/mainwindow/HelpActions.h"

#include <QMessageBox>
#include <QWidget>

#include "widgets/mainwindow/AboutDialog.h"
#include "widgets/mainwindow/ShortcutsDialog.h"
#include "widgets/style/Icons.h"
#include "widgets/tables/FilterHelp.h"

namespace nodescope::widgets {

HelpActions::HelpActions(std::function<QList<QAction *>()> allActions, QWidget &window)
    : ActionSet(&window)
    , m_shortcuts(add(QStringLiteral("help.shortcuts"), QKeySequence::HelpContents))
    , m_filters(add(QStringLiteral("help.filters")))
    , m_about(add(QStringLiteral("help.about")))
    , m_aboutQt(add(QStringLiteral("help.aboutQt")))
{
    m_shortcuts->setIcon(icon(Glyph::Help));
    m_about->setMenuRole(QAction::AboutRole);
    m_aboutQt->setMenuRole(QAction::AboutQtRole);
    connect(m_shortcuts, &QAction::triggered, &window, [actions = std::move(allActions), &window] {
        auto *dialog = new ShortcutsDialog(actions(), &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_filters, &QAction::triggered, &window, [&window] {
        auto *dialog = new FilterHelp(&window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_about, &QAction::triggered, &window, [&window] {
        auto *dialog = new AboutDialog(&window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_aboutQt, &QAction::triggered, &window, [&window] { QMessageBox::aboutQt(&window); });
}

void HelpActions::retranslate()
{
    describe(m_shortcuts, tr("&Keyboard Shortcuts"), tr("Every command with its keys"));
    describe(m_filters, tr("&Filters"), tr("How the Find field and the fields above tables are written to"));
    describe(m_about, tr("&About Nodescope"),
             tr("Version, licence, and what this program does on your nodes"));
    describe(m_aboutQt, tr("About &Qt"), tr("The toolkit this program is made with"));
}

} // namespace nodescope::widgets
