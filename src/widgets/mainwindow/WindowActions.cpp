#include "widgets/mainwindow/WindowActions.h"

#include <QCoreApplication>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace nodescope::widgets {

namespace {
class ActionText
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

/// A button that opens a menu, or does an action, in the toolbar.
QToolButton *addButton(QToolBar &bar, QAction *action)
{
    bar.addAction(action);
    auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(action));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}
} // namespace

QList<ActionSet *> WindowActions::sets() const
{
    return {connect, discovery, practice, acting,  exporting, application, node, link,      send,
            inbox,   doctor,    view,     figures, time,      messages,    play, recording, help};
}

QList<QAction *> WindowActions::all() const
{
    QList<QAction *> actions;
    for (const ActionSet *set : sets())
        actions += set->actions();
    return actions;
}

void WindowActions::retranslate() const
{
    for (ActionSet *set : sets())
        set->retranslate();
}

/// Clearing a bar leaves its menus alive, and the actions in them: what asks an action for its menu would
/// find the one of the language before.
static void removeMenus(QMenuBar &bar)
{
    bar.clear();
    const auto menus = bar.findChildren<QMenu *>();
    for (QMenu *menu : menus)
        menu->clear();
    const auto owned = bar.findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    for (QMenu *menu : owned)
        menu->deleteLater(); // the change may come from one of them
}

void WindowActions::fillMenus(QMenuBar &bar) const
{
    removeMenus(bar);
    QMenu *cluster = bar.addMenu(ActionText::tr("&Cluster"));
    cluster->addActions({connect->connectTo(), connect->listLocal()});
    cluster->addSeparator();
    cluster->addActions({discovery->sources(), discovery->profiles(), discovery->closeProfile()});
    cluster->addSeparator();
    cluster->addActions({practice->start(), practice->startWith(), practice->stop()});
    cluster->addSeparator();
    cluster->addAction(acting->arm());
    cluster->addSeparator();
    QMenu *exports = cluster->addMenu(ActionText::tr("E&xport and Print"));
    exports->addActions({exporting->picture(), exporting->clusterData()});
    exports->addSeparator();
    exports->addActions({exporting->print(), exporting->preview()});
    cluster->addSeparator();
    cluster->addActions({application->preferences(), application->quit()});

    fillNodeMenu(*bar.addMenu(ActionText::tr("&Node")));
    fillLinkMenu(*bar.addMenu(ActionText::tr("&Link")));
    QMenu *termMenu = bar.addMenu(ActionText::tr("&Term"));
    termMenu->addAction(send->send());
    termMenu->addSeparator();
    termMenu->addActions({inbox->inbox(), inbox->compare(), inbox->clear()});
    termMenu->addMenu(ActionText::tr("&Keep in the Inbox"))->addActions(inbox->limits());
    termMenu->addSeparator();
    termMenu->addAction(inbox->openTerm());
    fillDoctorMenu(*bar.addMenu(ActionText::tr("&Doctor")));

    QMenu *viewMenu = bar.addMenu(ActionText::tr("&View"));
    viewMenu->addActions(view->finds());
    viewMenu->addAction(application->palette());
    viewMenu->addSeparator();
    viewMenu->addActions(view->docks());
    viewMenu->addAction(view->resetLayout());
    viewMenu->addSeparator();
    QMenu *layout = viewMenu->addMenu(ActionText::tr("&Arrangement"));
    layout->addActions(view->layouts());
    layout->addSeparator();
    layout->addActions(view->layoutCommands());
    viewMenu->addActions(view->zooms());
    viewMenu->addSeparator();
    QMenu *figureMenu = viewMenu->addMenu(ActionText::tr("Figure un&der the Names"));
    figureMenu->addActions(figures->figures());
    viewMenu->addAction(figures->weights());
    QMenu *intervalMenu = viewMenu->addMenu(ActionText::tr("As&k Nodes for Figures"));
    intervalMenu->addActions(figures->intervals());
    viewMenu->addSeparator();
    viewMenu->addActions(view->overlays());
    viewMenu->addActions({view->presenter(), view->fullScreen()});

    QMenu *timeMenu = bar.addMenu(ActionText::tr("T&ime"));
    QMenu *playback = timeMenu->addMenu(ActionText::tr("Pla&yback"));
    playback->addActions(play->moves());
    playback->addMenu(ActionText::tr("&Speed"))->addActions(play->speeds());
    playback->addSeparator();
    playback->addActions(play->marks());
    QMenu *recordings = timeMenu->addMenu(ActionText::tr("&Recordings"));
    recordings->addAction(recording->record());
    recordings->addActions(recording->files());
    recording->keepRecent(*recordings->addMenu(ActionText::tr("Rece&nt Recordings")));
    timeMenu->addSeparator();
    timeMenu->addActions(time->moves());
    timeMenu->addSeparator();
    timeMenu->addActions(time->tabs());
    timeMenu->addSeparator();
    timeMenu->addActions(messages->actions());

    QMenu *learn = bar.addMenu(ActionText::tr("L&earn"));
    learn->addActions({practice->start(), practice->startWith()});
    learn->addSeparator();
    learn->addAction(view->legend());

    bar.addMenu(ActionText::tr("&Help"))->addActions(help->actions());
}

void WindowActions::fillToolBar(QToolBar &bar) const
{
    addButton(bar, connect->connectTo())->setProperty("primary", true);
    QToolButton *practiceButton = addButton(bar, practice->startOrStop());
    auto *practiceMenu = new QMenu(practiceButton);
    practiceMenu->addActions({practice->start(), practice->startWith(), practice->stop()});
    practiceButton->setMenu(practiceMenu);
    practiceButton->setPopupMode(QToolButton::InstantPopup);
    addButton(bar, doctor->open());
    addButton(bar, send->send());
    QToolButton *layoutButton = addButton(bar, view->layoutMenuAction());
    auto *layoutMenu = new QMenu(layoutButton);
    layoutMenu->addActions(view->layouts());
    layoutMenu->addSeparator();
    layoutMenu->addActions(view->layoutCommands());
    layoutButton->setMenu(layoutMenu);
    layoutButton->setPopupMode(QToolButton::InstantPopup);
}

void WindowActions::popUpMenu(const Selection &subject, const QPoint &globalPosition, QWidget &parent) const
{
    auto *menu = new QMenu(&parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (std::holds_alternative<base::NodeName>(subject))
        fillNodeMenu(*menu);
    else if (std::holds_alternative<cluster::LinkKey>(subject))
        fillLinkMenu(*menu);
    else
        fillGroundMenu(*menu);
    menu->popup(globalPosition);
}

void WindowActions::fillNodeMenu(QMenu &menu) const
{
    menu.addActions({node->dial(), node->dialWithCookie(), node->leave()});
    menu.addSeparator();
    menu.addActions({doctor->examine(), doctor->examinePair()});
    menu.addSeparator();
    menu.addActions({node->connectPair(), send->send()});
    menu.addSeparator();
    menu.addActions({inbox->processes(), inbox->supervision()});
    menu.addSeparator();
    menu.addActions({node->centre(), view->pin(), node->copyName(), node->dismiss()});
}

void WindowActions::fillLinkMenu(QMenu &menu) const
{
    menu.addAction(doctor->examine());
    menu.addActions({link->tryAgain(), link->dismiss(), link->copyDiagnosis()});
    menu.addSeparator();
    menu.addAction(link->disconnectPair());
}

void WindowActions::fillDoctorMenu(QMenu &menu) const
{
    menu.addActions({doctor->open(), doctor->examine(), doctor->examinePair()});
    menu.addSeparator();
    menu.addActions({doctor->tryAgain(), doctor->cancel(), doctor->older(), doctor->newer()});
    menu.addSeparator();
    menu.addActions({doctor->copyReport(), doctor->saveReport()});
    menu.addSeparator();
    menu.addActions({doctor->compareSettings(), doctor->explainLog(), doctor->openLog(), doctor->listen(),
                     doctor->handshakes()});
    menu.addSeparator();
    menu.addAction(doctor->leave());
}

void WindowActions::fillGroundMenu(QMenu &menu) const
{
    menu.addActions({connect->connectTo(), practice->start()});
    menu.addSeparator();
    menu.addActions(view->layouts());
    menu.addSeparator();
    menu.addActions(view->layoutCommands());
    menu.addActions(view->zooms());
    menu.addSeparator();
    menu.addActions(view->overlays());
}

} // namespace nodescope::widgets
