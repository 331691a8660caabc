#pragma once

#include <QList>

class QDockWidget;
class QMainWindow;

namespace nodescope::widgets {

class DockTitle;
class InboxPage;
class InspectorPane;
class NodeListPane;
class ProcessesPage;
class TimelinePane;

/// The docks of the window with their panes, titles and first places: nodes at the left, the inspector at the
/// right, the timeline at the bottom, and behind it what is hidden until somebody wants it. The docks are
/// children of the window, the panes become children of the docks. Lives on the window's thread.
class WindowDocks
{
public:
    /// None may be null; each is taken over.
    struct Panes
    {
        NodeListPane *nodes = nullptr;
        InspectorPane *inspector = nullptr;
        TimelinePane *timeline = nullptr;
        InboxPage *inbox = nullptr;
        ProcessesPage *processes = nullptr;
    };
    WindowDocks(QMainWindow &window, const Panes &panes);

    [[nodiscard]] QDockWidget *nodes() const { return m_nodes; }
    [[nodiscard]] QDockWidget *inspector() const { return m_inspector; }
    [[nodiscard]] QDockWidget *timeline() const { return m_timeline; }
    [[nodiscard]] QDockWidget *inbox() const { return m_inbox; }
    [[nodiscard]] QDockWidget *processes() const { return m_processes; }

    /// The timeline, before others in the same place.
    void showTimeline() const;
    void retranslate() const;

private:
    [[nodiscard]] QList<QDockWidget *> all() const;
    void giveTitles();
    void giveSizes();

    QMainWindow &m_window;
    Panes m_panes;
    QDockWidget *m_nodes;
    QDockWidget *m_inspector;
    QDockWidget *m_timeline;
    QDockWidget *m_inbox;
    QDockWidget *m_processes;
};

} // namespace nodescope::widgets
