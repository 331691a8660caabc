#include "widgets/graphview/Fitting.h"

#include <algorithm>
#include <cmath>

#include "widgets/graphview/Overlay.h"

namespace nodescope::widgets {

namespace {

/// A few nodes are not blown up beyond this.
constexpr double LargestZoom = 1.25;

QRectF boundsOf(const graph::Positions &positions)
{
    QRectF bounds;
    bool first = true;
    for (const QPointF &at : positions) {
        if (!std::isfinite(at.x()) || !std::isfinite(at.y()))
            continue;
        if (first)
            bounds = QRectF(at, QSizeF());
        first = false;
        bounds.setLeft(std::min(bounds.left(), at.x()));
        bounds.setRight(std::max(bounds.right(), at.x()));
        bounds.setTop(std::min(bounds.top(), at.y()));
        bounds.setBottom(std::max(bounds.bottom(), at.y()));
    }
    return bounds;
}

/// Room for hulls, their names and the labels below nodes.
QRectF roomFor(const Picture &picture)
{
    const Theme &theme = picture.theme;
    const qreal aside = std::min(theme.px(84), 0.24 * picture.view.width());
    const qreal above = std::min(theme.px(84), 0.18 * picture.view.height());
    const qreal below = std::min(theme.px(104), 0.22 * picture.view.height());
    return picture.view.adjusted(aside, above, -aside, -below);
}

} // namespace

graph::Viewport fitted(const Picture &picture, const graph::Positions &positions)
{
    const Theme &theme = picture.theme;
    graph::Viewport viewport;
    if (positions.empty()) {
        viewport.centreOn(QPointF(), picture.view);
        return viewport;
    }
    const QRectF bounds = boundsOf(positions);
    const QRectF room = roomFor(picture);
    const double largest = LargestZoom * theme.scale;
    viewport.fit(bounds, room, largest);
    const QRectF legend = Overlay(picture).legendRect();
    const QRectF keepOut = legend.adjusted(-theme.px(40), -theme.px(96), theme.px(84), theme.px(20));
    const bool covered =
        !legend.isEmpty() && std::any_of(positions.begin(), positions.end(), [&](const QPointF &at) {
            return keepOut.contains(viewport.toView(at));
        });
    if (!covered)
        return viewport;
    // Step aside or up, whichever shows more.
    graph::Viewport right;
    right.fit(bounds, room.adjusted(std::max(0.0, keepOut.right() - room.left()), 0, 0, 0), largest);
    graph::Viewport higher;
    higher.fit(bounds, room.adjusted(0, 0, 0, std::min(0.0, keepOut.top() - room.bottom())), largest);
    return right.zoom() >= higher.zoom() ? right : higher;
}

} // namespace nodescope::widgets
