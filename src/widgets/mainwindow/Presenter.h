#pragma once

#include <QObject>
#include <QTimer>

#include "cluster/ClusterStore.h"
#include "widgets/common/SelectionModel.h"

class QDockWidget;
class QLabel;
class QMainWindow;

namespace nodescope::widgets {

class DockLayout;
class GraphView;
class ThemeManager;

/// Presenter mode, for a room that looks on: large type, thick lines, the graph alone, no address of a host
/// anywhere (HostMask), and each shortcut shown as it is pressed. What failed tells why when it is selected:
/// the inspector comes, and goes when nothing is. Leaving it brings back what was there.
///
/// Lives on the window's thread; a child of the window. All must outlive it.
class Presenter : public QObject
{
    Q_OBJECT

public:
    /// Of the text that the person chose, in per cent.
    static constexpr int TextScale = 160;

    /// What it works on.
    struct Parts
    {
        QMainWindow &window;
        GraphView &graph;
        ThemeManager &themes;
        DockLayout &docks;
        QDockWidget &inspector;
        const cluster::ClusterStore &store;
        const SelectionModel &selection;
    };
    explicit Presenter(const Parts &parts);
    ~Presenter() override;

    [[nodiscard]] bool isActive() const { return m_active; }

public Q_SLOTS:
    void setActive(bool active);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showKeys(const QString &keys);
    void hideHosts(bool hide);
    void follow(const Selection &selection);
    /// Whether there is a reason to tell: a node or link that failed, or that went.
    [[nodiscard]] bool isBroken(const Selection &selection) const;

    Parts m_parts;
    QLabel *m_keys = nullptr; ///< over the window, while keys are shown
    QTimer m_keysEnd;
    int m_textScale = 100; ///< of before
    bool m_active = false;
    bool m_opened = false; ///< the inspector, by us
};

} // namespace nodescope::widgets
