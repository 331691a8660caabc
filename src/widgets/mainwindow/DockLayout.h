#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QSettings>

namespace nodescope::widgets {

/// Where the docks are: remembered, restored, put back. While the welcome page or the doctor's room is
/// shown they make room, and come back as they were. In a narrow window the dock at the left is folded, until
/// the window is wide again or the person brings it back.
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
    /// Below this the dock at the left is folded, in units of 13 px text.
    static constexpr int FoldBelow = 900;
    /// Call when all docks are in place; that place is the one to go back to. All must outlive it.
    DockLayout(QMainWindow &window, const Docks &docks, QSettings &settings);

    /// Geometry and docks as they were left; a geometry off every screen is not taken.
    void restore();
    void save();
    void reset();
    void setCentre(Centre centre);
    /// The centre stands alone, whatever it shows; afterwards the docks are as they were.
    void setAlone(bool alone);
    /// The window has another size.
    void fit();
    /// The text may have another size: the docks at the sides are as much wider.
    void followText();
    /// Something is shown at the bottom that needs more than lanes do: the docks there grow, if they are low.
    void giveRoomBelow();

private:
    /// What became of the dock at the left in a narrow window.
    enum class Fold {
        None,   ///< the window has been wide since
        Folded, ///< hidden by us
        Kept,   ///< the person brought it back, or hid it themselves
    };

    /// Gives the docks their share of the window's size, so that the graph keeps the most of it.
    void share();
    [[nodiscard]] QList<QDockWidget *> all() const;
    [[nodiscard]] bool showsAll() const { return m_centre == Centre::Graph && !m_alone; }
    void change(Centre centre, bool alone);
    void hideDocks();
    void noteFold();
    [[nodiscard]] QByteArray state() const;

    QMainWindow &m_window;
    Docks m_docks;
    QSettings &m_settings;
    QByteArray m_initial;
    QByteArray m_current; ///< of the graph, while something else is shown; empty: never shown
    Centre m_centre = Centre::Graph;
    bool m_alone = false;
    Fold m_fold = Fold::None;
    qreal m_textScale = 1; ///< for which the docks have their sizes
};

} // namespace nodescope::widgets
