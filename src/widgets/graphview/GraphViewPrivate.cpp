#include "widgets/graphview/GraphViewPrivate.h"

#include <algorithm>
#include <cmath>

#include "widgets/graphview/Fitting.h"
#include "widgets/graphview/GraphTips.h"

namespace nodescope::widgets {

namespace {
constexpr int FrameTime = 16;
/// Moving dots are quiet: they need no full rate.
constexpr int DotsFrameTime = 60;
constexpr qint64 DotsPeriod = 900;
/// A pan or a zoom rests when so long, in milliseconds, nothing has come of it.
constexpr int GlideRest = 150;
} // namespace

GraphViewPrivate::GraphViewPrivate(GraphView &view, cluster::ClusterStore &store,
                                   SelectionModel &selectionModel)
    : q(view)
    , selection(selectionModel)
    , stage(store)
{
    clock.start();
    timer.setTimerType(Qt::PreciseTimer);
    glideEnd.setSingleShot(true);
    glideEnd.setInterval(GlideRest);
    QObject::connect(&glideEnd, &QTimer::timeout, &q, [this] {
        stage.picture().gliding = false;
        requestPaint();
    });
    QObject::connect(&timer, &QTimer::timeout, &q, [this] { tick(); });
    QObject::connect(&stage, &Stage::changed, &q, [this] {
        refreshIndexes();
        requestPaint();
        runTimerIfNeeded();
    });
    QObject::connect(&stage, &Stage::arranged, &q, [this] {
        if (followsGraph)
            moveViewport(fittedViewport());
    });
    QObject::connect(&stage, &Stage::undoAvailable, &q, &GraphView::layoutUndoAvailable);
    QObject::connect(&stage, &Stage::layoutKindChanged, &q, &GraphView::layoutKindChanged);
    QObject::connect(&selection, &SelectionModel::changed, &q,
                     [this](const Selection &now) { takeSelection(now); });
    QObject::connect(&selection, &SelectionModel::companionChanged, &q,
                     [this] { takeSelection(selection.current()); });
}

void GraphViewPrivate::refreshTheme()
{
    stage.setTheme(Theme::current(&q));
    if (followsGraph)
        moveViewport(fittedViewport());
}

void GraphViewPrivate::updateViewRect()
{
    const QRectF before = stage.picture().view;
    stage.picture().view = QRectF(q.viewport()->rect());
    if (followsGraph) {
        viewportAnimating = false;
        stage.picture().viewport = fittedViewport();
        return;
    }
    // What was in the middle stays there.
    stage.picture().viewport.pan(stage.picture().view.center() - before.center());
}

void GraphViewPrivate::requestPaint()
{
    q.viewport()->update(); // Qt joins these until the next frame
}

void GraphViewPrivate::runTimerIfNeeded()
{
    const bool active = stage.isActive() || viewportAnimating || caches.links.isBusy();
    if (!active && !stage.hasMovingDots()) {
        timer.stop();
        return;
    }
    const int interval = active ? FrameTime : DotsFrameTime;
    if (!timer.isActive() || timer.interval() != interval)
        timer.start(interval);
}

void GraphViewPrivate::tick()
{
    if (!q.isVisible() && !stage.isActive()) { // nothing is painted then
        timer.stop();
        return;
    }
    Picture &picture = stage.picture();
    if (stage.hasMovingDots())
        picture.phase = qreal(clock.elapsed() % DotsPeriod) / qreal(DotsPeriod);
    if (viewportAnimating) {
        // A third of the way each frame; zoom by ratio, so that it feels even.
        const graph::Viewport from = picture.viewport;
        const QPointF centre = picture.view.center();
        graph::Viewport next = from;
        const double ratio = wantedViewport.zoom() / from.zoom();
        next.zoomAt(centre, std::pow(ratio, 0.3));
        const QPointF missing = wantedViewport.toView(from.toScene(centre)) - centre;
        next.pan(missing * 0.3);
        // A graph that is larger than a person may zoom out is still shown whole.
        const bool limited = next.zoom() == from.zoom() && ratio != 1;
        const bool close =
            limited || (std::abs(ratio - 1) < 0.002 && std::hypot(missing.x(), missing.y()) < 0.5);
        picture.viewport = close ? wantedViewport : next;
        viewportAnimating = !close;
        glide();
        if (close)
            Q_EMIT q.zoomChanged(picture.relativeZoom());
    }
    stage.advance(); // emits changed, which paints and looks after the timer
}

graph::Viewport GraphViewPrivate::fittedViewport() const
{
    return fitted(stage.picture(), stage.positionsAtRest());
}

void GraphViewPrivate::fit()
{
    followsGraph = true;
    moveViewport(fittedViewport());
}

void GraphViewPrivate::moveViewport(const graph::Viewport &wanted)
{
    wantedViewport = wanted;
    const bool firstPicture = !q.isVisible() || stage.graph().nodeCount() <= 1;
    viewportAnimating = !stage.reducedMotion() && !firstPicture && !(stage.picture().viewport == wanted);
    if (!viewportAnimating) {
        stage.picture().viewport = wanted;
        Q_EMIT q.zoomChanged(stage.picture().relativeZoom());
    }
    requestPaint();
    runTimerIfNeeded();
}

void GraphViewPrivate::setViewportByHand(const graph::Viewport &viewport)
{
    followsGraph = false;
    viewportAnimating = false;
    stage.picture().viewport = viewport;
    Q_EMIT q.zoomChanged(stage.picture().relativeZoom());
    glide();
}

void GraphViewPrivate::glide()
{
    stage.picture().gliding = true;
    glideEnd.start();
    requestPaint();
}

void GraphViewPrivate::zoomBy(qreal factor, const QPointF &at)
{
    graph::Viewport viewport = stage.picture().viewport;
    viewport.zoomAt(at, factor);
    setViewportByHand(viewport);
}

void GraphViewPrivate::ensureVisible(int node)
{
    const Picture &picture = stage.picture();
    const qreal margin = picture.theme.px(50);
    const QRectF inside = picture.view.adjusted(margin, margin, -margin, -margin);
    const QPointF at = picture.positionInView(node);
    if (picture.view.isEmpty() || inside.contains(at) || gesture != Gesture::None)
        return;
    graph::Viewport wanted = picture.viewport;
    wanted.pan(QPointF(std::clamp(at.x(), inside.left(), std::max(inside.left(), inside.right())) - at.x(),
                       std::clamp(at.y(), inside.top(), std::max(inside.top(), inside.bottom())) - at.y()));
    if (followsGraph) {
        // The view has not been moved by hand: it goes on showing everything, this node with it.
        moveViewport(fittedViewport());
        return;
    }
    moveViewport(wanted);
}

graph::Hit GraphViewPrivate::hitAt(const QPointF &at) const
{
    const Picture &picture = stage.picture();
    const graph::Hit hit = graph::hitTest(stage.graph(), picture.viewport, at, picture.hitMetrics());
    if (hit.isNode())
        return hit;
    // A plate lies over the lines that pass beneath it.
    const QPointF there = caches.signs.viewport.toView(picture.viewport.toScene(at));
    for (const SignPlaces::Place &place : caches.signs.places) {
        const int link = place.rect.contains(there) ? stage.graph().indexOf(place.link) : -1;
        if (link >= 0)
            return {graph::Hit::Kind::Link, link};
    }
    return hit;
}

QRectF GraphViewPrivate::plateOf(const cluster::LinkKey &link) const
{
    const Picture &picture = stage.picture();
    QRectF plate;
    for (const SignPlaces::Place &place : caches.signs.places) {
        if (place.link == link) // the words come behind the sign
            plate = picture.viewport.toView(caches.signs.viewport.toScene(place.rect));
    }
    return plate;
}

void GraphViewPrivate::takeSelection(const Selection &)
{
    refreshIndexes();
    if (const int node = stage.picture().selectedNode; node >= 0)
        ensureVisible(node);
    requestPaint();
}

void GraphViewPrivate::selectForMenu(const Selection &subject)
{
    const auto *node = std::get_if<base::NodeName>(&subject);
    if (!node || !selection.companion() || !q.isSelected(*node))
        selection.select(subject);
}

void GraphViewPrivate::refreshIndexes()
{
    Picture &picture = stage.picture();
    const graph::Graph &graph = stage.graph();
    picture.selectedNode = selection.node() ? graph.indexOf(*selection.node()) : -1;
    picture.companionNode = selection.companion() ? graph.indexOf(*selection.companion()) : -1;
    picture.selectedLink = selection.link() ? graph.indexOf(*selection.link()) : -1;
    if (picture.hoveredNode >= graph.nodeCount())
        picture.hoveredNode = -1;
    if (picture.hoveredLink >= graph.edgeCount())
        picture.hoveredLink = -1;
    picture.rubber.from = rubberFrom.isNull() ? -1 : graph.indexOf(rubberFrom);
    picture.rubber.to = rubberTo.isNull() ? -1 : graph.indexOf(rubberTo);
}

Selection GraphViewPrivate::selectionOf(const graph::Hit &hit) const
{
    if (hit.isNode())
        return stage.graph().vertex(hit.index).node.name;
    if (hit.kind == graph::Hit::Kind::Link)
        return stage.graph().edge(hit.index).link.key;
    return {};
}

QString GraphViewPrivate::tipFor(const graph::Hit &hit) const
{
    if (stage.picture().presenting)
        return {}; // they tell addresses
    if (hit.isNode())
        return tipOf(stage.graph().vertex(hit.index).node, trends);
    if (hit.kind == graph::Hit::Kind::Link)
        return tipOf(stage.graph().edge(hit.index).link, trends,
                     stage.picture().linkLooks[size_t(hit.index)].silent);
    return {};
}

} // namespace nodescope::widgets
