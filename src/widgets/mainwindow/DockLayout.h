#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QSettings>

namespace nodescope::widgets {

/// Where the docks are: remembered, restored, put back. While the welcome page or the doctor's room is
/// shown they make room, and come back as they were.
class DockLayout
{
public:
    /// The docks at the left, right and bottom, and those that are hidden until somebody wants them.
    struct Docks
    {
        QDockWidget *left = nullptr;
        QDockWidget *right = nullptr;
        QDockWidget *bottom = nullptr;
        QList<QDockWidget *> others = {};
    };
    /// What the centre shows: with the graph all docks stand as the person placed them; the welcome page
    /// needs none; the doctor keeps the list of nodes where the window is wide enough.
    enum class Centre { Graph, Welcome, Doctor };
    /// Call when all docks are in place; that place is the one to go back to. All must outlive it.
    DockLayout(QMainWindow &window, const Docks &docks, QSettings &settings);

    /// Geometry and docks as they were left; a geometry off every screen is not taken.
    void restore();
    void save();
    void reset();
    void setCentre(Centre centre);
    /// Something is shown at the bottom that needs more than lanes do: the docks there grow, if they are low.
    void giveRoomBelow();

private:
    /// Gives the docks their share of the window's size, so that the graph keeps the most of it.
    void share();

    QMainWindow &m_window;
    Docks m_docks;
    QSettings &m_settings;
    QByteArray m_initial;
    QByteArray m_current; ///< of the graph, while something else is shown
    Centre m_centre = Centre::Graph;
    bool m_untouched = true; ///< no place has been remembered yet
};

} // namespace nodescope::widgets
