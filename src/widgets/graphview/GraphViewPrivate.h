#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include "graph/HitTest.h"
#include "widgets/graphview/GraphCaches.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/graphview/Stage.h"

namespace nodescope::widgets {

/// What a GraphView is made of. Three files implement it: GraphViewPrivate.cpp (what is shown and
/// selected), GraphGestures.cpp (mouse and wheel) and GraphKeys.cpp (keyboard).
class GraphViewPrivate
{
    Q_DECLARE_TR_FUNCTIONS(nodescope::widgets::GraphView)

public:
    GraphViewPrivate(GraphView &view, cluster::ClusterStore &store, SelectionModel &selection);

    // What is shown
    void refreshTheme();
    void updateViewRect();
    void requestPaint();
    void tick();
    void runTimerIfNeeded();
    void fit();
    void moveViewport(const graph::Viewport &wanted);
    void setViewportByHand(const graph::Viewport &viewport);
    /// From here on, and a moment beyond the last call, frames are made of the one before.
    void glide();
    void zoomBy(qreal factor, const QPointF &at);
    void ensureVisible(int node);
    [[nodiscard]] graph::Viewport fittedViewport() const;
    [[nodiscard]] graph::Hit hitAt(const QPointF &at) const;
    [[nodiscard]] QRectF plateOf(const cluster::LinkKey &link) const;

    // What is selected
    void takeSelection(const Selection &selection);
    /// Of two nodes that are selected together either brings the menu of both.
    void selectForMenu(const Selection &subject);
    void refreshIndexes();
    [[nodiscard]] Selection selectionOf(const graph::Hit &hit) const;
    [[nodiscard]] QString tipFor(const graph::Hit &hit) const;

    // Gestures
    void press(QMouseEvent *event);
    void drag(QMouseEvent *event);
    void release(QMouseEvent *event);
    void beginDrag();
    void hover(const QPointF &at);
    void updateRubber(const QPointF &at);
    void setRubber(int from, int to, const QPointF &end);
    void endRubber(bool confirmed);
    void showHint(const QString &text);
    void refreshCursor();
    void activateNode(int node);
    void activateLink(int link);
    void openMeshAt(const QPointF &at);

    // Keys
    bool pressKey(QKeyEvent *event);
    bool pressViewKey(int key);
    bool pressArrow(int key);
    bool pressInConnectMode(int key);
    void selectNode(int node);
    void dismissSelected();
    void openMenu();
    [[nodiscard]] int nearestInDirection(int from, int key, int except) const;
    [[nodiscard]] std::vector<int> tabOrder() const;

    enum class Gesture { None, Pressed, MoveNode, Connect, Pan, Map };

    GraphView &q;
    SelectionModel &selection;
    const models::Trends *trends = nullptr;
    Stage stage;
    GraphCaches caches;
    QTimer timer;
    QTimer glideEnd; ///< when a pan or a zoom rests
    QElapsedTimer clock;

    /// Shows everything by itself until a person pans or zooms.
    bool followsGraph = true;
    bool viewportAnimating = false;
    graph::Viewport wantedViewport;

    Gesture gesture = Gesture::None;
    Qt::MouseButton button = Qt::NoButton;
    graph::Hit pressedOn;       ///< of the moment of the press
    base::NodeName pressedNode; ///< the node of it; null: none
    QPointF pressedAt;
    QPointF lastAt;
    QPointF grip; ///< of the node that is being moved, from its centre, in the scene
    bool spaceHeld = false;
    bool connectByKeys = false;
    base::NodeName rubberFrom; ///< names outlive changes of indexes
    base::NodeName rubberTo;
    QString shownHint;
    bool focusByKeys = false; ///< focus came by Tab or a shortcut: show where it is
};

} // namespace nodescope::widgets
