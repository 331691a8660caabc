#pragma once

#include <QObject>
#include <QTimer>

class QLabel;
class QMainWindow;

namespace nodescope::widgets {

class DockLayout;
class GraphView;
class ThemeManager;

/// Presenter mode, for a room that looks on: large type, thick lines, the graph alone without the hosts'
/// addresses, and each shortcut shown as it is pressed. Leaving it brings back what was there.
///
/// Lives on the window's thread; a child of the window. All must outlive it.
class Presenter : public QObject
{
    Q_OBJECT

public:
    /// Of the text that the person chose, in per cent.
    static constexpr int TextScale = 160;

    Presenter(QMainWindow &window, GraphView &graph, ThemeManager &themes, DockLayout &docks);

    [[nodiscard]] bool isActive() const { return m_active; }

public Q_SLOTS:
    void setActive(bool active);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showKeys(const QString &keys);

    QMainWindow &m_window;
    GraphView &m_graph;
    ThemeManager &m_themes;
    DockLayout &m_docks;
    QLabel *m_keys = nullptr; ///< over the window, while keys are shown
    QTimer m_keysEnd;
    int m_textScale = 100; ///< of before
    bool m_active = false;
};

} // namespace nodescope::widgets
