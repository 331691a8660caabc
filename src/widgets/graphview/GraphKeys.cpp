// The part of GraphView that the keyboard reaches: everything that the mouse can do.

#include <algorithm>
#include <cmath>

#include <QKeyEvent>

#include "widgets/graphview/GraphViewPrivate.h"

namespace nodescope::widgets {

namespace {
constexpr qreal ZoomStep = 1.25;

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}
} // namespace

bool GraphViewPrivate::pressKey(QKeyEvent *event)
{
    const int key = event->key();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (stage.picture().rubber.from >= 0 && pressInConnectMode(key))
        return true;
    if (isArrow(key))
        return pressArrow(key);
    if (pressViewKey(key))
        return true;
    const Picture &picture = stage.picture();
    switch (key) {
    case Qt::Key_C:
        if (picture.selectedNode < 0)
            return false;
        q.beginConnectFrom(stage.graph().vertex(picture.selectedNode).node.name);
        return true;
    case Qt::Key_P:
        if (picture.selectedNode < 0)
            return false;
        stage.setPinned(picture.selectedNode, !stage.graph().vertex(picture.selectedNode).pinned);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (picture.selectedNode >= 0)
            activateNode(picture.selectedNode);
        else if (picture.selectedLink >= 0)
            activateLink(picture.selectedLink);
        return true;
    case Qt::Key_Menu:
        openMenu();
        return true;
    case Qt::Key_Delete:
        dismissSelected();
        return true;
    case Qt::Key_Escape:
        if (picture.selectedNode < 0 && picture.selectedLink < 0)
            return false;
        selection.clear();
        return true;
    default:
        return false;
    }
}

bool GraphViewPrivate::pressViewKey(int key)
{
    const QPointF middle = stage.picture().view.center();
    switch (key) {
    case Qt::Key_Space:
        spaceHeld = true;
        refreshCursor();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(ZoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / ZoomStep, middle);
        return true;
    case Qt::Key_0:
        q.resetZoom();
        return true;
    case Qt::Key_F:
        fit();
        return true;
    default:
        return false;
    }
}

bool GraphViewPrivate::pressInConnectMode(int key)
{
    const Rubber &rubber = stage.picture().rubber;
    if (key == Qt::Key_Escape) {
        gesture = Gesture::None;
        endRubber(false);
        return true;
    }
    if (!connectByKeys)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (rubber.to >= 0)
            endRubber(true);
        return true;
    }
    if (!isArrow(key))
        return false;
    const int at = rubber.to >= 0 ? rubber.to : rubber.from;
    const int next = nearestInDirection(at, key, rubber.from);
    if (next >= 0) {
        setRubber(rubber.from, next, QPointF());
        ensureVisible(next);
    }
    return true;
}

bool GraphViewPrivate::pressArrow(int key)
{
    const int from = stage.picture().selectedNode;
    if (from < 0) {
        const std::vector<int> order = tabOrder();
        if (!order.empty())
            selectNode(order.front());
        return !order.empty();
    }
    const int next = nearestInDirection(from, key, from);
    if (next >= 0)
        selectNode(next);
    return true;
}

int GraphViewPrivate::nearestInDirection(int from, int key, int except) const
{
    const QPointF direction = directionOf(key);
    const QPointF origin = stage.graph().position(from);
    double least = std::numeric_limits<double>::max();
    int nearest = -1;
    for (int i = 0; i < stage.graph().nodeCount(); ++i) {
        if (i == from || i == except || !stage.graph().isPlaced(i))
            continue;
        const QPointF way = stage.graph().position(i) - origin;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        // Within 60 degrees to either side; what is straight ahead counts as nearer.
        if (ahead <= 0 || aside > 1.75 * ahead)
            continue;
        const double cost = ahead + 2 * aside;
        if (cost < least) {
            least = cost;
            nearest = i;
        }
    }
    return nearest;
}

std::vector<int> GraphViewPrivate::tabOrder() const
{
    return stage.graph().sortedOrder();
}

void GraphViewPrivate::selectNode(int node)
{
    selection.select(stage.graph().vertex(node).node.name);
}

void GraphViewPrivate::dismissSelected()
{
    const Picture &picture = stage.picture();
    if (picture.selectedLink >= 0) {
        const cluster::Link &link = stage.graph().edge(picture.selectedLink).link;
        if (link.state == cluster::LinkState::Failed || link.state == cluster::LinkState::Down)
            Q_EMIT q.intent(cluster::Dismiss{link.key.a, link.key.b});
    } else if (picture.selectedNode >= 0) {
        const cluster::Node &node = stage.graph().vertex(picture.selectedNode).node;
        using cluster::NodeState;
        if (node.state == NodeState::Failed || node.state == NodeState::Down ||
            node.state == NodeState::Expected || node.state == NodeState::Known)
            Q_EMIT q.intent(cluster::Dismiss{node.name, {}});
    }
}

void GraphViewPrivate::openMenu()
{
    const Picture &picture = stage.picture();
    QPointF at = picture.view.center();
    if (picture.selectedNode >= 0) {
        at = picture.positionInView(picture.selectedNode) + QPointF(0, picture.nodeRadius());
    } else if (picture.selectedLink >= 0) {
        const graph::Edge &edge = stage.graph().edge(picture.selectedLink);
        at = graph::curveOf(edge, picture.positionInView(edge.a), picture.positionInView(edge.b)).at(0.5);
    }
    Q_EMIT q.contextMenuRequested(selection.current(), q.viewport()->mapToGlobal(at.toPoint()));
}

} // namespace nodescope::widgets
