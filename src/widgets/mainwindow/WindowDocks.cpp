#include "widgets/mainwindow/WindowDocks.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>

#include "widgets/inbox/InboxPage.h"
#include "widgets/inspector/InspectorPane.h"
#include "widgets/mainwindow/DockTitle.h"
#include "widgets/nodelist/NodeListPane.h"
#include "widgets/processes/ProcessesPage.h"
#include "widgets/timeline/TimelinePane.h"

namespace nodescope::widgets {

namespace {

class DockText
{
    Q_DECLARE_TR_FUNCTIONS(WindowDocks)
};

QDockWidget *makeDock(QMainWindow &window, const QString &name, QWidget *pane, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(&window);
    dock->setObjectName(name);
    dock->setWidget(pane);
    window.addDockWidget(area, dock);
    return dock;
}

DockTitle &titleOf(const QDockWidget &dock)
{
    return *static_cast<DockTitle *>(dock.titleBarWidget());
}

} // namespace

WindowDocks::WindowDocks(QMainWindow &window, const Panes &panes)
    : m_window(window)
    , m_panes(panes)
    , m_nodes(makeDock(window, QStringLiteral("nodesDock"), panes.nodes, Qt::LeftDockWidgetArea))
    , m_inspector(makeDock(window, QStringLiteral("inspectorDock"), panes.inspector, Qt::RightDockWidgetArea))
    , m_timeline(makeDock(window, QStringLiteral("timelineDock"), panes.timeline, Qt::BottomDockWidgetArea))
    , m_inbox(makeDock(window, QStringLiteral("inboxDock"), panes.inbox, Qt::BottomDockWidgetArea))
    , m_processes(
          makeDock(window, QStringLiteral("processesDock"), panes.processes, Qt::BottomDockWidgetArea))
{
    window.tabifyDockWidget(m_timeline, m_inbox);
    window.tabifyDockWidget(m_inbox, m_processes);
    m_inbox->hide();
    m_processes->hide();
    giveTitles();
    giveSizes();
}

void WindowDocks::giveTitles()
{
    for (QDockWidget *dock : all())
        new DockTitle(dock); // becomes its title bar
    titleOf(*m_timeline).setContent(m_panes.timeline->head());
    titleOf(*m_inspector).setContent(m_panes.inspector->head(), 6);
    QObject::connect(m_panes.nodes, &NodeListPane::summaryChanged, &titleOf(*m_nodes), &DockTitle::setRemark);
    QObject::connect(m_panes.inbox, &InboxPage::summaryChanged, &titleOf(*m_inbox), &DockTitle::setRemark);
}

// Half a laptop's screen, 720 x 450, must do.
void WindowDocks::giveSizes()
{
    m_panes.nodes->setMinimumWidth(170);
    m_panes.inspector->setMinimumWidth(290);
}

QList<QDockWidget *> WindowDocks::all() const
{
    return {m_nodes, m_inspector, m_timeline, m_inbox, m_processes};
}

void WindowDocks::showTimeline() const
{
    m_timeline->show();
    m_timeline->raise();
}

void WindowDocks::retranslate() const
{
    m_nodes->setWindowTitle(DockText::tr("Nodes"));
    m_inspector->setWindowTitle(DockText::tr("Inspector"));
    m_timeline->setWindowTitle(DockText::tr("Timeline"));
    m_inbox->setWindowTitle(DockText::tr("Inbox"));
    m_processes->setWindowTitle(DockText::tr("Processes"));
    for (const QDockWidget *dock : all())
        titleOf(*dock).setTexts(dock->windowTitle(),
                                DockText::tr("Hide this pane (View menu brings it back)"));
    titleOf(*m_nodes).setRemark(m_panes.nodes->summary());
}

} // namespace nodescope::widgets
