#include "widgets/inbox/InboxActions.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QLocale>
#include <QMainWindow>

#include "widgets/inbox/InboxPage.h"
#include "widgets/processes/ProcessesPage.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
/// Shows a pane in front of those that share its place, and high enough to be of use.
void bringForward(QDockWidget &dock)
{
    constexpr int Least = 260;
    dock.show();
    dock.raise();
    const int height = Theme::current(&dock).ipx(Least);
    auto *window = qobject_cast<QMainWindow *>(dock.parentWidget());
    if (window && !dock.isFloating() && dock.height() < height)
        window->resizeDocks({&dock}, {height}, Qt::Vertical);
}

/// What the inbox keeps at most, in MiB.
constexpr int Limits[] = {64, 256, 1024};
constexpr int UsualLimit = 256;
} // namespace

InboxActions::InboxActions(InboxPage &inbox, QDockWidget &inboxDock, ProcessesPage &processes,
                           QDockWidget &processesDock, QSettings &settings, QObject *parent)
    : ActionSet(parent)
    , m_page(inbox)
    , m_settings(settings)
    , m_inbox(add(QStringLiteral("term.inbox"), QKeySequence(Qt::CTRL | Qt::Key_I)))
    , m_compare(add(QStringLiteral("term.compare")))
    , m_open(add(QStringLiteral("term.open")))
    , m_clear(add(QStringLiteral("term.clearInbox")))
    , m_processes(add(QStringLiteral("node.processes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)))
    , m_supervision(add(QStringLiteral("node.supervision")))
{
    m_open->setIcon(icon(Glyph::Open));
    m_clear->setIcon(icon(Glyph::Remove));
    m_processes->setIcon(icon(Glyph::List));
    connect(m_inbox, &QAction::triggered, this, [&inboxDock] { bringForward(inboxDock); });
    connect(m_compare, &QAction::triggered, &inbox, &InboxPage::compareSelected);
    connect(m_open, &QAction::triggered, &inbox, &InboxPage::openFile);
    connect(m_clear, &QAction::triggered, &inbox, &InboxPage::clear);
    connect(m_processes, &QAction::triggered, this, [&processesDock, &processes] {
        bringForward(processesDock);
        processes.showView(ProcessesPage::Names);
    });
    connect(m_supervision, &QAction::triggered, this, [&processesDock, &processes] {
        bringForward(processesDock);
        processes.showView(ProcessesPage::Supervision);
    });
    addLimits();
    connect(&inbox, &InboxPage::summaryChanged, this, &InboxActions::update);
    update();
}

void InboxActions::addLimits()
{
    const qint64 kept = m_settings.value(QStringLiteral("inbox/mebibytes"), UsualLimit).toLongLong();
    auto *group = new QActionGroup(this);
    for (const int mebibytes : Limits) {
        QAction *action = add(QStringLiteral("term.keep%1").arg(mebibytes));
        action->setCheckable(true);
        action->setChecked(mebibytes == kept);
        action->setData(mebibytes);
        group->addAction(action);
        m_limits.append(action);
        connect(action, &QAction::triggered, this, [this, mebibytes] {
            m_settings.setValue(QStringLiteral("inbox/mebibytes"), mebibytes);
            m_page.model().setLimits(qint64(mebibytes) << 20, models::InboxModel::DefaultRows);
        });
        if (action->isChecked())
            m_page.model().setLimits(qint64(mebibytes) << 20, models::InboxModel::DefaultRows);
    }
    if (!group->checkedAction())
        m_limits.at(1)->setChecked(true);
}

void InboxActions::retranslate()
{
    for (QAction *action : std::as_const(m_limits)) {
        const QString size = QLocale().formattedDataSize(qint64(action->data().toInt()) << 20, 0);
        describe(action, tr("Up to %1").arg(size),
                 tr("The inbox keeps so much; then the oldest messages go"));
    }
    describe(m_inbox, tr("&Inbox"), tr("Shows the messages that reached us"));
    describe(m_compare, tr("&Compare Messages…"), tr("Compares two selected messages, or one with a file"));
    describe(m_open, tr("&Open a Term…"), tr("Shows a term from a file"));
    describe(m_clear, tr("E&mpty the Inbox"), tr("Forgets all messages that reached us"));
    describe(m_processes, tr("Processes"),
             tr("Shows the processes of a node, with their links and monitors"));
    describe(m_supervision, tr("Superv&ision Trees"),
             tr("Shows the supervision trees of a node's applications, and restarts as they happen"));
    update();
}

void InboxActions::update()
{
    const bool empty = m_page.model().rowCount() == 0;
    setAvailable(m_clear, empty ? tr("There are no messages") : QString());
    setAvailable(m_compare, m_page.canCompare() ? QString() : tr("Select one or two messages in the inbox"));
}

} // namespace nodescope::widgets
