#include "widgets/graphview/GraphView.h"

#include <QPainter>

#include "widgets/graphview/Fitting.h"
#include "widgets/graphview/GraphAccessible.h"
#include "widgets/graphview/GraphPainter.h"
#include "widgets/graphview/GraphTips.h"
#include "widgets/graphview/GraphViewPrivate.h"

namespace nodescope::widgets {

GraphView::GraphView(cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<GraphViewPrivate>(*this, store, selection))
{
    installGraphAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 180);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Graph of the cluster"));
    setAccessibleDescription(
        tr("Nodes and links. Arrow keys go from node to node, Enter connects, C begins a "
           "connection between two nodes."));
    d->refreshTheme();
    d->updateViewRect();
}

GraphView::~GraphView() = default;

graph::LayoutKind GraphView::layoutKind() const
{
    return d->stage.picture().layoutKind;
}

bool GraphView::reducedMotion() const
{
    return d->stage.reducedMotion();
}

bool GraphView::legendVisible() const
{
    return d->stage.picture().legendVisible;
}

bool GraphView::mapVisible() const
{
    return d->stage.picture().mapVisible;
}

qreal GraphView::zoom() const
{
    return d->stage.picture().relativeZoom();
}

bool GraphView::canUndoLayout() const
{
    return d->stage.canUndo();
}

bool GraphView::isSettled() const
{
    return !d->stage.isActive() && !d->viewportAnimating && !d->caches.links.isBusy() &&
           !d->stage.picture().gliding;
}

bool GraphView::meshesOpen() const
{
    return d->stage.meshesOpen();
}

bool GraphView::isPinned(const base::NodeName &node) const
{
    const int index = d->stage.graph().indexOf(node);
    return index >= 0 && d->stage.graph().vertex(index).pinned;
}

Placements GraphView::placements() const
{
    return d->stage.placements();
}

void GraphView::setPlacements(const Placements &placements)
{
    d->stage.setPlacements(placements);
}

QPointF GraphView::positionInView(const base::NodeName &node) const
{
    const int index = d->stage.graph().indexOf(node);
    return index < 0 ? QPointF() : d->stage.picture().positionInView(index);
}

qreal GraphView::radiusInView(const base::NodeName &) const
{
    return d->stage.picture().nodeRadius();
}

QRectF GraphView::plateInView(const cluster::LinkKey &link) const
{
    return d->plateOf(link);
}

Selection GraphView::itemAt(const QPointF &viewportPoint) const
{
    return d->selectionOf(d->hitAt(viewportPoint));
}

QList<base::NodeName> GraphView::nodesInOrder() const
{
    QList<base::NodeName> names;
    for (const int index : d->tabOrder())
        names.append(d->stage.graph().vertex(index).node.name);
    return names;
}

bool GraphView::isSelected(const base::NodeName &node) const
{
    const base::NodeName *companion = d->selection.companion();
    return (d->selection.node() && *d->selection.node() == node) || (companion && *companion == node);
}

QString GraphView::accessibleTextOf(const base::NodeName &node) const
{
    const int index = d->stage.graph().indexOf(node);
    return index < 0 ? QString() : spokenText(d->stage.graph().vertex(index).node);
}

void GraphView::paintTo(QPainter &painter, const QRectF &target, const PaintOptions &options) const
{
    Picture picture = d->stage.picture();
    picture.hoveredNode = picture.hoveredLink = picture.selectedNode = picture.selectedLink = -1;
    picture.companionNode = -1;
    picture.rubber = Rubber();
    picture.travels.clear();
    picture.crowds.clear();
    picture.focused = picture.mapVisible = false;
    picture.legendVisible = options.legend;
    const QSizeF size = options.size.isEmpty() ? picture.view.size() : QSizeF(options.size);
    picture.view = QRectF(QPointF(), size);
    if (options.dark && *options.dark != picture.theme.dark)
        d->stage.dress(picture, Theme::make(*options.dark, picture.theme.highContrast, font()));
    picture.theme = picture.theme.inPixels();
    picture.viewport = fitted(picture, d->stage.positionsAtRest());
    painter.save();
    const qreal factor = std::min(target.width() / size.width(), target.height() / size.height());
    painter.translate(target.center());
    painter.scale(factor, factor);
    painter.translate(-picture.view.center());
    GraphPainter(picture).paint(painter);
    painter.restore();
}

void GraphView::setTrends(const models::Trends &trends)
{
    d->trends = &trends;
    d->stage.setTrends(trends);
}

void GraphView::setFigure(std::optional<models::Figure> figure)
{
    d->stage.setFigure(figure);
}

void GraphView::setWeighted(bool weighted)
{
    d->stage.setWeighted(weighted);
}

void GraphView::setFilter(const models::NodeFilter &filter)
{
    d->stage.setFilter(filter);
}

void GraphView::setLayoutKind(graph::LayoutKind kind)
{
    d->followsGraph = true;
    d->stage.setLayoutKind(kind);
}

void GraphView::layoutAgain()
{
    d->followsGraph = true;
    d->stage.layoutAgain();
}

void GraphView::undoLayout()
{
    d->stage.undo();
}

void GraphView::setPinned(const base::NodeName &node, bool pinned)
{
    if (const int index = d->stage.graph().indexOf(node); index >= 0)
        d->stage.setPinned(index, pinned);
}

void GraphView::unpinAll()
{
    d->stage.rememberForUndo();
    for (int i = 0; i < d->stage.graph().nodeCount(); ++i)
        d->stage.setPinned(i, false);
}

void GraphView::setReducedMotion(bool reduced)
{
    d->stage.setReducedMotion(reduced);
}

void GraphView::setLegendVisible(bool visible)
{
    d->stage.picture().legendVisible = visible;
    d->requestPaint();
}

void GraphView::setMapVisible(bool visible)
{
    d->stage.picture().mapVisible = visible;
    d->requestPaint();
}

void GraphView::setMeshesOpen(bool open)
{
    d->stage.setMeshesOpen(open);
}

void GraphView::setPresenting(bool presenting)
{
    d->stage.setPresenting(presenting);
}

void GraphView::zoomIn()
{
    d->zoomBy(1.25, d->stage.picture().view.center());
}

void GraphView::zoomOut()
{
    d->zoomBy(0.8, d->stage.picture().view.center());
}

void GraphView::resetZoom()
{
    const Picture &picture = d->stage.picture();
    d->zoomBy(1 / picture.relativeZoom(), picture.view.center());
}

void GraphView::fit()
{
    d->fit();
}

void GraphView::centreOn(const base::NodeName &node)
{
    const int index = d->stage.graph().indexOf(node);
    if (index < 0)
        return;
    graph::Viewport wanted = d->stage.picture().viewport;
    wanted.centreOn(d->stage.graph().position(index), d->stage.picture().view);
    d->followsGraph = false;
    d->moveViewport(wanted);
}

void GraphView::beginConnectFrom(const base::NodeName &node)
{
    const int index = d->stage.graph().indexOf(node);
    if (index < 0)
        return;
    setFocus(Qt::OtherFocusReason);
    d->connectByKeys = true;
    d->setRubber(index, -1, d->stage.picture().positionInView(index));
}

} // namespace nodescope::widgets
