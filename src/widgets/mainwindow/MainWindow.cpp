#include "widgets/mainwindow/MainWindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

#include "widgets/acting/IntentGate.h"
#include "widgets/common/PageStack.h"
#include "widgets/discovery/ProfilePlacements.h"
#include "widgets/discovery/ProfileStore.h"
#include "widgets/doctor/DoctorPane.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/handshakes/HandshakePage.h"
#include "widgets/inbox/InboxPage.h"
#include "widgets/inspector/InspectorPane.h"
#include "widgets/mainwindow/CommandPalette.h"
#include "widgets/mainwindow/DockLayout.h"
#include "widgets/mainwindow/FindField.h"
#include "widgets/mainwindow/LayoutMemory.h"
#include "widgets/mainwindow/LiveSign.h"
#include "widgets/mainwindow/MainToolBar.h"
#include "widgets/mainwindow/Preferences.h"
#include "widgets/mainwindow/Presenter.h"
#include "widgets/mainwindow/RecordingSign.h"
#include "widgets/mainwindow/StatusSummary.h"
#include "widgets/mainwindow/WindowActions.h"
#include "widgets/mainwindow/WindowDocks.h"
#include "widgets/nodelist/NodeListPane.h"
#include "widgets/notices/MessageBar.h"
#include "widgets/processes/ProcessesPage.h"
#include "widgets/replay/PastBar.h"
#include "widgets/tables/ColumnMemory.h"
#include "widgets/tables/DataTable.h"
#include "widgets/timeline/TimelinePane.h"
#include "widgets/welcome/WelcomePage.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
QWidget *makeSpacer(QWidget *parent)
{
    auto *spacer = new QWidget(parent);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return spacer;
}
} // namespace

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_hosts(std::make_unique<KnownHosts>(services.settings))
    , m_recent(std::make_unique<RecentNodes>(services.settings))
    , m_recordings(std::make_unique<RecentRecordings>(services.settings))
    , m_profiles(std::make_unique<ProfileStore>(services.settings))
    , m_preferences(std::make_unique<Preferences>(services.settings, services.themes, services.languages,
                                                  *m_hosts, *m_recent))
    , m_trends(services.store)
    , m_columns(std::make_unique<ColumnMemory>(services.settings))
    , m_actions(std::make_unique<WindowActions>())
{
    setObjectName(QStringLiteral("MainWindow"));
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks |
                   QMainWindow::AllowNestedDocks);
    m_time = new TimeDesk(this);
    setAcceptDrops(true);
    m_gate = new IntentGate(services.store, *m_hosts, *this);
    connect(m_gate, &IntentGate::passed, this, &MainWindow::performLive);
    buildPanes();
    m_docks = std::make_unique<WindowDocks>(
        *this, WindowDocks::Panes{m_nodes, m_inspector, m_timeline, m_inbox, m_processes});
    buildActions();
    const DockLayout::Docks docks{m_docks->nodes(),
                                  m_docks->inspector(),
                                  m_docks->timeline(),
                                  {m_docks->inbox(), m_docks->processes()}};
    m_layout = std::make_unique<DockLayout>(*this, docks, services.settings);
    joinPanes();
    joinActions();
    joinFind();
    joinDoctor();
    joinTime();
    joinReports();
    retranslate();
    // No larger than the screen: at 200 % a laptop has half of it.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    m_layout->restore();
    showCentre();
}

MainWindow::~MainWindow()
{
    // The panes go before what they refer to.
    delete takeCentralWidget();
    qDeleteAll(findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::buildPanes()
{
    ClusterStore &store = m_services.store;
    SelectionModel &selection = m_services.selection;
    auto *central = new QWidget(this);
    m_messages = new MessageBar(store, central);
    m_stack = new PageStack(central);
    m_graph = new GraphView(store, selection, m_stack);
    m_graph->setMinimumSize(200, 100);
    m_graph->setReducedMotion(m_preferences->reducedMotion());
    m_memory = new LayoutMemory(store, *m_graph, m_services.settings, m_graph);
    m_doctor = new DoctorPane(store, selection, m_stack);
    m_doctor->setReducedMotion(m_preferences->reducedMotion());
    m_nodes = new NodeListPane(store, selection);
    m_inspector = new InspectorPane(store, selection);
    m_timeline = new TimelinePane(store, m_services.line ? *m_services.line : store, selection, *m_time);
    m_inbox = new InboxPage;
    m_processes = new ProcessesPage(store, selection);
    m_graph->setTrends(m_trends);
    m_inspector->setTrends(m_trends);
    m_timeline->setTrends(m_trends);
    for (DataTable *table : m_timeline->tables())
        m_columns->follow(*table);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_past = new QVBoxLayout;
    layout->addWidget(m_messages);
    layout->addLayout(m_past);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
}

void MainWindow::buildActions()
{
    ClusterStore &store = m_services.store;
    SelectionModel &selection = m_services.selection;
    m_actions->connect =
        new ConnectActions(store, selection, *m_hosts, *m_recent, m_services.epmdPort, *this);
    m_actions->discovery = new DiscoveryActions(store, selection, *m_profiles, m_services.epmdPort, *this);
    m_actions->practice = new PracticeActions(store, *this);
    m_actions->acting = new ActingActions(store, this);
    m_actions->node = new NodeActions(store, selection, this);
    m_actions->link = new LinkActions(store, selection, this);
    m_actions->send = new SendActions(store, selection, m_services.settings, *this);
    m_actions->inbox = new InboxActions(*m_inbox, *m_docks->inbox(), *m_processes, *m_docks->processes(),
                                        m_services.settings, this);
    m_actions->doctor = new DoctorActions(store, selection, *m_doctor, this);
    m_actions->exporting = new ExportActions(store, *m_graph, m_services.settings, *this);
    m_actions->view = new ViewActions(*m_graph, selection,
                                      {m_docks->nodes(), m_docks->inspector(), m_docks->timeline()}, *this);
    m_actions->figures = new FigureActions(store, *m_graph, m_services.settings, this);
    m_actions->time = new TimeActions(*m_timeline, this);
    m_actions->messages = new MessageActions(store, *m_timeline->messages(), m_services.settings, *this);
    m_actions->play = new PlayActions(*m_time, *this);
    m_actions->recording = new RecordingActions(*m_time, *m_recordings, *this);
    m_actions->application = new ApplicationActions(*m_preferences, *this);
    m_actions->help = new HelpActions([this] { return m_actions->all() + m_actions->view->docks(); }, *this);
    // Shortcuts work even where an action stands in no visible menu.
    addActions(m_actions->all());

    buildToolBar();
    statusBar()->setSizeGripEnabled(false);
    auto *summary = new StatusSummary(store, *m_actions->acting->arm(), statusBar());
    connect(m_time, &TimeDesk::stateChanged, summary,
            [summary](const TimeState &state) { summary->setLive(state.live); });
    statusBar()->addPermanentWidget(summary, 1);
    m_welcome = new WelcomePage(store, *m_recent, *m_recordings, *m_profiles, *m_actions->practice->start(),
                                *m_actions->connect->connectTo(), *m_actions->doctor->open(),
                                *m_actions->connect->listLocal(), m_stack);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_graph);
    m_stack->addWidget(m_doctor);
}

void MainWindow::buildToolBar()
{
    auto *bar = new MainToolBar(this);
    m_find = new FindField(m_services.store, bar);
    m_actions->fillToolBar(*bar);
    bar->addWidget(makeSpacer(bar));
    bar->addWidget(m_find);
    bar->addWidget(makeSpacer(bar));
    auto *sign = new LiveSign(m_services.store, bar);
    connect(bar, &MainToolBar::narrowChanged, sign, &LiveSign::setBrief);
    connect(m_time, &TimeDesk::stateChanged, sign,
            [sign](const TimeState &state) { sign->setLive(state.live); });
    bar->addWidget(sign);
    auto *recording = new RecordingSign(bar);
    QAction *place = bar->addWidget(recording);
    place->setVisible(false);
    connect(recording, &RecordingSign::recordingChanged, place, &QAction::setVisible);
    connect(bar, &MainToolBar::narrowChanged, recording, &RecordingSign::setBrief);
    connect(m_time, &TimeDesk::stateChanged, recording, &RecordingSign::setState);
    bar->addAction(m_actions->recording->record());
    addToolBar(bar);
}

void MainWindow::joinPanes()
{
    m_placements = new ProfilePlacements(m_services.store, *m_profiles, *m_graph, this);
    connect(m_gate, &IntentGate::passed, m_placements, &ProfilePlacements::follow);
    connect(m_graph, &GraphView::intent, m_gate, &IntentGate::submit);
    connect(m_nodes, &NodeListPane::intent, m_gate, &IntentGate::submit);
    connect(m_inspector, &InspectorPane::intent, m_gate, &IntentGate::submit);
    connect(m_welcome, &WelcomePage::intent, m_gate, &IntentGate::submit);
    connect(m_welcome, &WelcomePage::recordingChosen, m_actions->recording, &RecordingActions::openFile);
    connect(m_welcome, &WelcomePage::profileChosen, m_actions->discovery, &DiscoveryActions::openNamed);
    const auto popUpMenu = [this](const Selection &subject, const QPoint &globalPosition) {
        m_actions->popUpMenu(subject, globalPosition, *this);
    };
    connect(m_graph, &GraphView::contextMenuRequested, this, popUpMenu);
    connect(m_nodes, &NodeListPane::contextMenuRequested, this, popUpMenu);
    connect(m_inspector, &InspectorPane::connectOtherwiseRequested, m_actions->connect,
            &ConnectActions::openFor);
    connect(m_graph, &GraphView::hint, this, [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_preferences.get(), &Preferences::reducedMotionChanged, m_graph, &GraphView::setReducedMotion);
    connect(&m_services.store, &ClusterStore::batchEnded, this, &MainWindow::showCentre);
    connect(&m_services.store, &ClusterStore::reset, this, &MainWindow::showCentre);
}

void MainWindow::joinActions()
{
    connect(m_actions->connect, &ConnectActions::intent, m_gate, &IntentGate::submit);
    connect(m_gate, &IntentGate::passed, m_actions->connect, &ConnectActions::follow);
    connect(m_actions->discovery, &DiscoveryActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->practice, &PracticeActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->acting, &ActingActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->node, &NodeActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->figures, &FigureActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->link, &LinkActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->send, &SendActions::intent, m_gate, &IntentGate::submit);
    connect(m_actions->node, &NodeActions::otherCookieRequested, m_actions->connect,
            &ConnectActions::openFor);
    connect(m_actions->node, &NodeActions::connectPairRequested, m_graph, [this](const base::NodeName &node) {
        m_graph->setFocus();
        m_graph->beginConnectFrom(node);
    });
    connect(m_actions->node, &NodeActions::centreRequested, m_graph, &GraphView::centreOn);
    connect(m_actions->exporting, &ExportActions::note, this,
            [this](const QString &text) { statusBar()->showMessage(text, 8000); });
    connect(m_actions->messages, &MessageActions::note, this,
            [this](const QString &text) { statusBar()->showMessage(text, 8000); });
    connect(m_actions->messages, &MessageActions::pageRequested, this, [this] {
        m_timeline->showTab(TimelinePane::Messages);
        m_docks->showTimeline();
    });
    connect(m_actions->time, &TimeActions::paneRequested, this, [this] { m_docks->showTimeline(); });
    connect(m_timeline, &TimelinePane::tabShown, this, [this](TimelinePane::Tab tab) {
        if (tab == TimelinePane::Matrix || tab == TimelinePane::Messages)
            m_layout->giveRoomBelow();
    });
    auto *presenter = new Presenter({*this, *m_graph, m_services.themes, *m_layout, *m_docks->inspector(),
                                     m_services.store, m_services.selection});
    connect(m_actions->view->presenter(), &QAction::toggled, presenter, &Presenter::setActive);
    // An audience is not asked about what was shown before it came.
    connect(m_actions->view->presenter(), &QAction::toggled, &m_doctor->handshakes(),
            &HandshakePage::hideDigests);
    connect(m_actions->view->resetLayout(), &QAction::triggered, this, [this] { m_layout->reset(); });
    connect(m_actions->application->palette(), &QAction::triggered, this, [this] {
        auto *palette = new CommandPalette(m_actions->all() + m_actions->view->docks(), this);
        palette->setAttribute(Qt::WA_DeleteOnClose);
        palette->show();
    });
}

void MainWindow::joinFind()
{
    const ViewActions &view = *m_actions->view;
    connect(m_find, &FindField::filterChanged, m_nodes, &NodeListPane::setFilter);
    connect(m_find, &FindField::filterChanged, m_graph, &GraphView::setFilter);
    connect(m_find, &FindField::nextRequested, m_nodes, &NodeListPane::selectNext);
    connect(m_nodes, &NodeListPane::clearFilterRequested, m_find, &QLineEdit::clear);
    connect(view.find(), &QAction::triggered, m_find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    connect(view.findNext(), &QAction::triggered, m_nodes, [this] { m_nodes->selectNext(1); });
    connect(view.findPrevious(), &QAction::triggered, m_nodes, [this] { m_nodes->selectNext(-1); });
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Nodescope"));
    m_actions->retranslate();
    m_actions->fillMenus(*menuBar());
    m_docks->retranslate();
}

void MainWindow::joinDoctor()
{
    const auto open = [this](bool opened) {
        m_doctorOpen = opened;
        showCentre();
    };
    connect(m_doctor, &DoctorPane::intent, m_gate, &IntentGate::submit);
    connect(m_gate, &IntentGate::declined, &m_doctor->desk(), &ExaminationDesk::takeBack);
    connect(m_doctor, &DoctorPane::leaveRequested, this, [open] { open(false); });
    connect(m_actions->doctor, &DoctorActions::paneRequested, this, [open] { open(true); });
    connect(m_inspector, &InspectorPane::examineRequested, m_actions->doctor, &DoctorActions::examineEnds);
    connect(m_preferences.get(), &Preferences::reducedMotionChanged, m_doctor, &DoctorPane::setReducedMotion);
    // What asks for the graph leaves the doctor's room.
    connect(m_actions->node, &NodeActions::centreRequested, this, [open] { open(false); });
    connect(m_actions->node, &NodeActions::connectPairRequested, this, [open] { open(false); });
}

void MainWindow::joinTime()
{
    m_past->addWidget(new PastBar(*m_time, *m_actions->play->live(), this));
    m_timeline->setControls({m_actions->play->back(), m_actions->play->play(), m_actions->play->forth()},
                            m_actions->play->speeds(), m_actions->play->play());
    connect(m_time, &TimeDesk::stateChanged, this, &MainWindow::showCentre);
    connect(m_time, &TimeDesk::failed, m_messages,
            qOverload<const QString &, const QString &>(&MessageBar::show));
    connect(m_time, &TimeDesk::storyHappened, this, [this](const doctor::Story &story) {
        if (!m_preferences->announces(noticeOf(story)))
            return;
        m_timeline->announce(story);
        QApplication::alert(
            this); // a mark at the window, as quiet as the desktop has it; none while it is in use
    });
}

void MainWindow::joinReports()
{
    m_columns->follow(*m_inbox->table());
    m_columns->follow(*m_processes->table());
    connect(m_processes, &ProcessesPage::sendRequested, m_actions->send, &SendActions::composeTo);
    connect(m_inbox, &InboxPage::replyRequested, m_actions->send, &SendActions::composeTo);
    connect(m_processes, &ProcessesPage::intent, this, [this](const Intent &question) {
        // Nodes of a recording are nowhere now: there is nobody to ask.
        if (!m_time->showsRecording())
            m_gate->submit(question);
    });
}

void MainWindow::takeReports(const Reports &reports)
{
    m_inbox->take(reports);
    m_processes->take(reports);
}

void MainWindow::openRecording(const QString &file)
{
    m_actions->recording->openFile(file);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile() &&
        RecordingActions::isRecording(urls.constFirst().toLocalFile()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    openRecording(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

void MainWindow::showCentre()
{
    using Centre = DockLayout::Centre;
    const auto &nodes = m_services.store.cluster().nodes();
    // The past may have been empty, too: there is a timeline to leave that moment by.
    const bool empty =
        m_time->state().live && (nodes.isEmpty() || (nodes.size() == 1 && nodes.contains(selfName())));
    const Centre centre = m_doctorOpen ? Centre::Doctor : (empty ? Centre::Welcome : Centre::Graph);
    QWidget *page = m_doctorOpen ? static_cast<QWidget *>(m_doctor)
                    : empty      ? static_cast<QWidget *>(m_welcome)
                                 : m_graph;
    if (m_stack->currentWidget() == page && m_find->isEnabled() == !empty && isVisible())
        return;
    m_find->setEnabled(!empty);
    m_doctor->setGraphThere(!empty);
    m_actions->view->setShown(centre == Centre::Graph, !empty);
    m_actions->doctor->setPaneShown(m_doctorOpen);
    // Docks that go do so first, and those that come do so last: together they need more room than there may
    // be.
    if (centre != Centre::Graph)
        m_layout->setCentre(centre);
    m_stack->setCurrentWidget(page);
    m_layout->setCentre(centre);
    if (centre == Centre::Graph)
        m_graph->setFocus();
}

// What is shown of a recording is nowhere now, so nothing is done to it. Who wants to go somewhere goes back
// to live.
void MainWindow::performLive(const Intent &wanted)
{
    if (m_time->showsRecording()) {
        const bool goesSomewhere = std::holds_alternative<ConnectToNode>(wanted) ||
                                   std::holds_alternative<StartPractice>(wanted) ||
                                   std::holds_alternative<OpenProfile>(wanted);
        if (!goesSomewhere) {
            m_messages->show(QStringLiteral("recording_shown"), {});
            return;
        }
        m_time->ask(GoLive{});
    }
    perform(wanted);
}

void MainWindow::perform(const Intent &wanted)
{
    if (const auto *dial = std::get_if<ConnectToNode>(&wanted)) {
        // Practice nodes are gone with the program.
        const Node *known = m_services.store.cluster().node(dial->node);
        if (!known || known->kind != NodeKind::Practice)
            m_recent->add(dial->node, dial->epmdPort);
    }
    Q_EMIT intent(wanted);
}

void MainWindow::connectTo(const ConnectToNode &wanted)
{
    perform(wanted);
}

void MainWindow::bringForward()
{
    setWindowState(windowState().setFlag(Qt::WindowMinimized, false));
    show();
    raise();
    activateWindow();
    QApplication::alert(this); // where the desktop lets no window come to the front by itself
}

void MainWindow::openProfile(const QString &nameOrPath)
{
    m_actions->discovery->openNamed(nameOrPath);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!m_layout)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        m_layout->followText(); // its size may be another
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_layout->fit();
    // What runs on this machine is worth a look before anything else is known.
    if (!event->spontaneous() && m_stack->currentWidget() == m_welcome)
        m_actions->connect->listLocal()->trigger();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_layout)
        m_layout->fit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_actions->recording->finish();
    m_layout->save();
    m_placements->remember();
    m_memory->save();
    QMainWindow::closeEvent(event);
}

} // namespace nodescope::widgets
