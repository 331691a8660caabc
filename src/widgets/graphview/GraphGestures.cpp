// The part of GraphView that turns mouse and wheel into selection, movement and intents.

#include <QApplication>
#include <QMouseEvent>

#include "widgets/common/SafeText.h"
#include "widgets/graphview/GraphViewPrivate.h"
#include "widgets/graphview/Hulls.h"
#include "widgets/graphview/Overlay.h"

namespace nodescope::widgets {

using graph::Hit;

void GraphViewPrivate::press(QMouseEvent *event)
{
    if (gesture != Gesture::None)
        return;
    button = event->button();
    pressedAt = lastAt = event->position();
    const Overlay overlay(stage.picture());
    if (button == Qt::LeftButton && overlay.mapRect().contains(pressedAt)) {
        gesture = Gesture::Map;
        drag(event);
        return;
    }
    if (button == Qt::MiddleButton || (button == Qt::LeftButton && spaceHeld)) {
        gesture = Gesture::Pan;
        refreshCursor();
        return;
    }
    pressedOn = hitAt(pressedAt);
    pressedNode = pressedOn.isNode() ? stage.graph().vertex(pressedOn.index).node.name : base::NodeName();
    if (button == Qt::RightButton) {
        selectForMenu(selectionOf(pressedOn));
        return; // the menu comes by contextMenuEvent
    }
    if (button != Qt::LeftButton)
        return;
    endRubber(false);
    gesture = Gesture::Pressed;
    if (pressedOn.isNode() && event->modifiers().testFlag(Qt::ControlModifier))
        selection.selectBeside(pressedNode);
    else if (pressedOn.kind != Hit::Kind::None)
        selection.select(selectionOf(pressedOn));
}

void GraphViewPrivate::drag(QMouseEvent *event)
{
    const QPointF at = event->position();
    const QPointF by = at - lastAt;
    if (gesture == Gesture::Pressed &&
        (at - pressedAt).manhattanLength() >= QApplication::startDragDistance())
        beginDrag();
    switch (gesture) {
    case Gesture::None:
        hover(at);
        break;
    case Gesture::Pressed:
        return; // lastAt stays: nothing is lost when the drag begins
    case Gesture::MoveNode:
        if (const int node = stage.graph().indexOf(pressedNode); node >= 0)
            stage.dragNode(node, stage.picture().viewport.toScene(at) + grip);
        break;
    case Gesture::Connect:
        updateRubber(at);
        break;
    case Gesture::Pan: {
        graph::Viewport viewport = stage.picture().viewport;
        viewport.pan(by);
        setViewportByHand(viewport);
        break;
    }
    case Gesture::Map: {
        graph::Viewport viewport = stage.picture().viewport;
        viewport.centreOn(Overlay(stage.picture()).sceneAt(at), stage.picture().view);
        setViewportByHand(viewport);
        break;
    }
    }
    lastAt = at;
}

void GraphViewPrivate::beginDrag()
{
    // By name: indexes may have changed since the press.
    const int node = pressedOn.isNode() ? stage.graph().indexOf(pressedNode) : -1;
    const bool wantsLink =
        pressedOn.kind == Hit::Kind::Rim || QApplication::keyboardModifiers() & Qt::ShiftModifier;
    if (node >= 0 && wantsLink) {
        gesture = Gesture::Connect;
        setRubber(node, -1, pressedAt);
    } else if (node >= 0) {
        gesture = Gesture::MoveNode;
        stage.rememberForUndo();
        grip = stage.graph().position(node) - stage.picture().viewport.toScene(pressedAt);
        stage.setPinned(node, true);
        followsGraph = false;
    } else {
        gesture = Gesture::Pan;
    }
    refreshCursor();
}

void GraphViewPrivate::release(QMouseEvent *event)
{
    if (event->button() != button)
        return;
    const Gesture ended = gesture;
    gesture = Gesture::None;
    button = Qt::NoButton;
    if (ended == Gesture::Connect)
        endRubber(true);
    else if (ended == Gesture::Pressed && pressedOn.kind == Hit::Kind::None)
        selection.clear();
    hover(event->position());
}

void GraphViewPrivate::hover(const QPointF &at)
{
    if (connectByKeys)
        return;
    Picture &picture = stage.picture();
    const Overlay overlay(picture);
    const bool covered = overlay.mapRect().contains(at) || overlay.legendRect().contains(at);
    const Hit hit = covered || !picture.view.contains(at) ? Hit{} : hitAt(at);
    const int node = hit.isNode() ? hit.index : -1;
    const int link = hit.kind == Hit::Kind::Link ? hit.index : -1;
    if (node != picture.hoveredNode || link != picture.hoveredLink) {
        picture.hoveredNode = node;
        picture.hoveredLink = link;
        requestPaint();
    }
    showHint(hit.kind == Hit::Kind::Rim ? tr("Drag to another node to connect the two.") : QString());
    pressedOn = hit;
    refreshCursor();
}

void GraphViewPrivate::showHint(const QString &text)
{
    if (text == shownHint)
        return;
    shownHint = text;
    Q_EMIT q.hint(text);
}

void GraphViewPrivate::refreshCursor()
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (gesture == Gesture::Pan || gesture == Gesture::MoveNode)
        shape = Qt::ClosedHandCursor;
    else if (spaceHeld)
        shape = Qt::OpenHandCursor;
    else if (gesture == Gesture::Connect || pressedOn.kind == Hit::Kind::Rim)
        shape = Qt::CrossCursor;
    else if (pressedOn.kind == Hit::Kind::Node || pressedOn.kind == Hit::Kind::Link)
        shape = Qt::PointingHandCursor;
    if (q.viewport()->cursor().shape() != shape)
        q.viewport()->setCursor(shape);
}

void GraphViewPrivate::updateRubber(const QPointF &at)
{
    graph::HitMetrics generous = stage.picture().hitMetrics();
    generous.rimOutside *= 2; // a target is easier to reach than a rim to grip
    const Hit hit = graph::hitTest(stage.graph(), stage.picture().viewport, at, generous);
    const int from = stage.picture().rubber.from;
    setRubber(from, hit.isNode() && hit.index != from ? hit.index : -1, at);
}

void GraphViewPrivate::setRubber(int from, int to, const QPointF &end)
{
    Rubber &rubber = stage.picture().rubber;
    rubber.from = from;
    rubber.to = to;
    rubber.end = end;
    rubber.words.clear();
    const graph::Graph &graph = stage.graph();
    rubberFrom = from >= 0 ? graph.vertex(from).node.name : base::NodeName();
    rubberTo = to >= 0 ? graph.vertex(to).node.name : base::NodeName();
    if (from >= 0) {
        const auto nameOf = [&](int node) { return visibleText(graph.vertex(node).node.name.name(), 24); };
        if (to < 0)
            rubber.words = connectByKeys ? tr("Choose a node with the arrow keys") : QString();
        else if (from == graph.selfIndex())
            rubber.words = tr("connect ourselves to %1").arg(nameOf(to));
        else if (to == graph.selfIndex())
            rubber.words = tr("connect ourselves to %1").arg(nameOf(from));
        else
            rubber.words = tr("ask %1 to connect to %2").arg(nameOf(from), nameOf(to));
    }
    showHint(rubber.words);
    requestPaint();
}

void GraphViewPrivate::endRubber(bool confirmed)
{
    const base::NodeName from = rubberFrom;
    const base::NodeName to = rubberTo;
    connectByKeys = false;
    if (!from.isNull())
        setRubber(-1, -1, QPointF());
    if (!confirmed || from.isNull() || to.isNull() || from == to)
        return;
    // We dial; nobody can dial us, since our name is dynamic.
    if (from == cluster::selfName() || to == cluster::selfName())
        Q_EMIT q.intent(cluster::ConnectToNode{from == cluster::selfName() ? to : from, {}, {}, true});
    else
        Q_EMIT q.intent(cluster::ConnectPair{from, to});
}

void GraphViewPrivate::activateNode(int node)
{
    const cluster::Node &known = stage.graph().vertex(node).node;
    const bool connected = known.state == cluster::NodeState::Up || known.state == cluster::NodeState::Frozen;
    if (known.kind == cluster::NodeKind::Self || connected || known.state == cluster::NodeState::Connecting)
        return;
    Q_EMIT q.intent(cluster::ConnectToNode{known.name, {}, {}, true});
}

void GraphViewPrivate::activateLink(int link)
{
    const cluster::Link &known = stage.graph().edge(link).link;
    if (known.state != cluster::LinkState::Failed)
        return;
    const bool told = known.diagnosis && !known.diagnosis->to.isNull();
    const base::NodeName to = told ? known.diagnosis->to : known.key.b;
    const base::NodeName from =
        told && known.diagnosis->from.isNull() ? cluster::selfName() : known.key.other(to);
    Q_EMIT q.intent(cluster::TryAgain{from, to});
}

void GraphViewPrivate::openMeshAt(const QPointF &at)
{
    const std::vector<Hull> hulls = hullsOf(stage.picture());
    const bool inMesh = std::any_of(hulls.begin(), hulls.end(),
                                    [&](const Hull &hull) { return hull.mesh && hull.outline.contains(at); });
    if (inMesh || stage.meshesOpen())
        stage.setMeshesOpen(!stage.meshesOpen());
}

} // namespace nodescope::widgets
