#pragma once

#include <QList>
#include <QMenu>

#include "widgets/acting/ActingActions.h"
#include "widgets/connect/ConnectActions.h"
#include "widgets/discovery/DiscoveryActions.h"
#include "widgets/doctor/DoctorActions.h"
#include "widgets/exporting/ExportActions.h"
#include "widgets/figures/FigureActions.h"
#include "widgets/inbox/InboxActions.h"
#include "widgets/inspector/LinkActions.h"
#include "widgets/mainwindow/ApplicationActions.h"
#include "widgets/mainwindow/HelpActions.h"
#include "widgets/mainwindow/ViewActions.h"
#include "widgets/nodelist/NodeActions.h"
#include "widgets/practice/PracticeActions.h"
#include "widgets/replay/PlayActions.h"
#include "widgets/replay/RecordingActions.h"
#include "widgets/send/SendActions.h"
#include "widgets/sequence/MessageActions.h"
#include "widgets/timeline/TimeActions.h"

class QMenuBar;
class QToolBar;

namespace nodescope::widgets {

/// All sets of actions, and their places in menus and toolbar. The sets are children of the window.
struct WindowActions
{
    ConnectActions *connect = nullptr;
    DiscoveryActions *discovery = nullptr;
    PracticeActions *practice = nullptr;
    ActingActions *acting = nullptr;
    NodeActions *node = nullptr;
    LinkActions *link = nullptr;
    SendActions *send = nullptr;
    InboxActions *inbox = nullptr;
    DoctorActions *doctor = nullptr;
    ExportActions *exporting = nullptr;
    ViewActions *view = nullptr;
    FigureActions *figures = nullptr;
    TimeActions *time = nullptr;
    MessageActions *messages = nullptr;
    PlayActions *play = nullptr;
    RecordingActions *recording = nullptr;
    ApplicationActions *application = nullptr;
    HelpActions *help = nullptr;

    [[nodiscard]] QList<ActionSet *> sets() const;
    /// Every action, in the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;
    void retranslate() const;

    /// Fills the menu bar anew, in the language of the moment.
    void fillMenus(QMenuBar &bar) const;
    void fillToolBar(QToolBar &bar) const;
    /// The menu of what was clicked, at that place. Goes by itself.
    void popUpMenu(const Selection &subject, const QPoint &globalPosition, QWidget &parent) const;
    void fillNodeMenu(QMenu &menu) const;
    void fillLinkMenu(QMenu &menu) const;
    void fillDoctorMenu(QMenu &menu) const;
    void fillGroundMenu(QMenu &menu) const;
};

} // namespace nodescope::widgets
