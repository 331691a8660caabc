#pragma once

#include <memory>

#include <QMainWindow>

#include "cluster/Intent.h"
#include "cluster/Report.h"
#include "models/Trends.h"
#include "widgets/mainwindow/WindowServices.h"

class QStackedWidget;
class QVBoxLayout;

namespace nodescope::widgets {

class ActionSet;
class ColumnMemory;
class DockLayout;
class DoctorPane;
class FindField;
class GraphView;
class InspectorPane;
class InboxPage;
class IntentGate;
class KnownHosts;
class LayoutMemory;
class MessageBar;
class NodeListPane;
class Preferences;
class ProfilePlacements;
class ProcessesPage;
class ProfileStore;
class RecentNodes;
class RecentRecordings;
class TimeDesk;
class TimelinePane;
class WelcomePage;
class WindowDocks;
struct WindowActions;

/// The window: places the panes, the menus, the toolbar and the status bar, and joins their signals.
/// It decides nothing; each action and each rule lives with its subject.
///
/// Lives on the window's thread. Shows what is in the store, and emits what the person wants; acts on
/// live nodes have been confirmed by then.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] GraphView &graph() const { return *m_graph; }
    /// Dials a node that was named where the program was started: there is nothing left to ask.
    void connectTo(const cluster::ConnectToNode &wanted);
    /// Before other windows, as far as the desktop allows it.
    void bringForward();
    /// A saved profile by its name, or else the file of one.
    void openProfile(const QString &nameOrPath);
    /// What the window shows and wants of time: for whoever keeps the past.
    [[nodiscard]] TimeDesk &time() const { return *m_time; }
    /// Mail, and answers of nodes about their processes.
    void takeReports(const cluster::Reports &reports);
    /// Shows a recording.
    void openRecording(const QString &file);

Q_SIGNALS:
    /// To be carried out by the session.
    void intent(const nodescope::cluster::Intent &intent);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildPanes();
    void buildActions();
    void buildToolBar();
    void joinPanes();
    void joinActions();
    void joinFind();
    void joinTime();
    void joinReports();
    void retranslate();
    void joinDoctor();
    void showCentre();
    void performLive(const cluster::Intent &wanted);
    void perform(const cluster::Intent &wanted);

    WindowServices m_services;
    std::unique_ptr<KnownHosts> m_hosts;
    std::unique_ptr<RecentNodes> m_recent;
    std::unique_ptr<RecentRecordings> m_recordings;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Preferences> m_preferences;
    models::Trends m_trends;
    std::unique_ptr<ColumnMemory> m_columns;
    std::unique_ptr<WindowDocks> m_docks;
    std::unique_ptr<WindowActions> m_actions;
    std::unique_ptr<DockLayout> m_layout;
    TimeDesk *m_time = nullptr;
    LayoutMemory *m_memory = nullptr;
    IntentGate *m_gate = nullptr;
    ProfilePlacements *m_placements = nullptr;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_past = nullptr; ///< above the picture
    WelcomePage *m_welcome = nullptr;
    GraphView *m_graph = nullptr;
    DoctorPane *m_doctor = nullptr;
    bool m_doctorOpen = false;
    NodeListPane *m_nodes = nullptr;
    InspectorPane *m_inspector = nullptr;
    TimelinePane *m_timeline = nullptr;
    InboxPage *m_inbox = nullptr;
    ProcessesPage *m_processes = nullptr;
    FindField *m_find = nullptr;
};

} // namespace nodescope::widgets
