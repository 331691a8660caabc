#pragma once

#include <QActionGroup>

#include "graph/LayoutKind.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"

class QDockWidget;

namespace nodescope::widgets {

class GraphView;

/// How the graph and the window are looked at.
class ViewActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set; the docks' own toggles become actions of it.
    ViewActions(GraphView &graph, const SelectionModel &selection, const QList<QDockWidget *> &docks,
                QWidget &window);
    void retranslate() override;
    /// While the welcome page or the doctor's room is shown there is no graph to look at; whether there are
    /// nodes at all decides about the rest.
    void setShown(bool graph, bool nodes);

    [[nodiscard]] QList<QAction *> finds() const { return {m_find, m_findNext, m_findPrevious}; }
    [[nodiscard]] QAction *find() const { return m_find; }
    [[nodiscard]] QAction *findNext() const { return m_findNext; }
    [[nodiscard]] QAction *findPrevious() const { return m_findPrevious; }
    [[nodiscard]] QList<QAction *> docks() const { return m_docks; }
    [[nodiscard]] QAction *resetLayout() const { return m_resetLayout; }
    [[nodiscard]] QList<QAction *> layouts() const { return m_layouts->actions(); }
    [[nodiscard]] QList<QAction *> layoutCommands() const
    {
        return {m_layoutAgain, m_undoLayout, m_unpinAll};
    }
    /// Carries the text of the toolbar's button; its menu is the layouts.
    [[nodiscard]] QAction *layoutMenuAction() const { return m_layoutMenu; }
    [[nodiscard]] QList<QAction *> zooms() const { return {m_zoomIn, m_zoomOut, m_zoomReset, m_fit}; }
    [[nodiscard]] QList<QAction *> overlays() const { return {m_legend, m_map}; }
    [[nodiscard]] QAction *legend() const { return m_legend; }
    [[nodiscard]] QAction *pin() const { return m_pin; }
    [[nodiscard]] QAction *fullScreen() const { return m_fullScreen; }
    [[nodiscard]] QAction *presenter() const { return m_presenter; }

private:
    void addLayouts();
    void joinGraph();
    void joinWindow(QWidget &window);
    void update();

    GraphView &m_graph;
    const SelectionModel &m_selection;
    bool m_graphShown = true;
    bool m_nodesThere = true;
    QList<QAction *> m_docks;
    QActionGroup *m_layouts;
    QAction *m_find;
    QAction *m_findNext;
    QAction *m_findPrevious;
    QAction *m_resetLayout;
    QAction *m_layoutMenu;
    QAction *m_layoutAgain;
    QAction *m_undoLayout;
    QAction *m_unpinAll;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_zoomReset;
    QAction *m_fit;
    QAction *m_legend;
    QAction *m_map;
    QAction *m_pin;
    QAction *m_fullScreen;
    QAction *m_presenter;
};

} // namespace nodescope::widgets
