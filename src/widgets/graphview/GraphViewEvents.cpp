// The part of GraphView that Qt calls: each event goes to where it is understood.

#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/graphview/GraphPainter.h"
#include "widgets/graphview/GraphViewPrivate.h"

namespace nodescope::widgets {

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && d->stage.picture().rubber.from >= 0) {
        // Escape ends the connection, and nothing else that Escape may do in the window.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip =
            d->gesture == GraphViewPrivate::Gesture::None ? d->tipFor(d->hitAt(help->pos())) : QString();
        QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && d->gesture == GraphViewPrivate::Gesture::None)
        d->hover(QPointF(-1, -1));
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            d->zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GraphView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    Picture &picture = d->stage.picture();
    picture.focused = hasFocus();
    GraphPainter(picture, &d->caches).paint(painter);
    d->runTimerIfNeeded(); // it rests while the view is hidden
    if (hasFocus() && d->focusByKeys && picture.selectedNode < 0) {
        painter.setBrush(Qt::NoBrush);
        QColor line = picture.theme.accent;
        line.setAlphaF(picture.theme.highContrast ? 1.0F : 0.55F);
        painter.setPen(QPen(line, 1));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void GraphView::resizeEvent(QResizeEvent *)
{
    d->updateViewRect();
}

void GraphView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::LanguageChange:
        d->refreshTheme();
        break;
    default:
        break;
    }
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    d->press(event);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    d->drag(event);
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    d->release(event);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const graph::Hit hit = d->hitAt(event->position());
    if (hit.isNode())
        d->activateNode(hit.index);
    else if (hit.kind == graph::Hit::Kind::Link)
        d->activateLink(hit.index);
    else
        d->openMeshAt(event->position());
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    // A touch pad's two fingers pan, a wheel zooms; with Ctrl both zoom.
    const bool pad = !event->pixelDelta().isNull() && event->phase() != Qt::NoScrollPhase;
    if (pad && !(event->modifiers() & Qt::ControlModifier)) {
        graph::Viewport viewport = d->stage.picture().viewport;
        viewport.pan(event->pixelDelta());
        d->setViewportByHand(viewport);
    } else if (event->angleDelta().y() != 0) {
        d->zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    }
    event->accept();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    if (!d->pressKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

void GraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        d->spaceHeld = false;
        d->refreshCursor();
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Mouse) {
        d->openMenu();
        return;
    }
    const Selection subject = itemAt(event->pos());
    d->selectForMenu(subject);
    Q_EMIT contextMenuRequested(subject, event->globalPos());
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    d->focusByKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                     event->reason() == Qt::ShortcutFocusReason;
    d->requestPaint();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    d->spaceHeld = false;
    d->refreshCursor();
    d->requestPaint();
}

bool GraphView::focusNextPrevChild(bool next)
{
    // Tab goes through the nodes, and beyond the last (or first) one out of the view.
    const std::vector<int> order = d->tabOrder();
    if (order.empty() || d->stage.picture().rubber.from >= 0)
        return QAbstractScrollArea::focusNextPrevChild(next);
    const int selected = d->stage.picture().selectedNode;
    const auto it = std::find(order.begin(), order.end(), selected);
    if (it == order.end()) {
        d->selectNode(next ? order.front() : order.back());
        return true;
    }
    const auto index = it - order.begin() + (next ? 1 : -1);
    if (index < 0 || index >= std::ptrdiff_t(order.size()))
        return QAbstractScrollArea::focusNextPrevChild(next);
    d->selectNode(order[size_t(index)]);
    return true;
}

} // namespace nodescope::widgets
