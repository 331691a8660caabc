#pragma once

#include <QImage>
#include <QPainter>

#include "graph/Viewport.h"

namespace nodescope::widgets {

/// An image of a part of the scene, and where it lies: made for one viewport, it moves and stretches with
/// those that follow. A value.
struct PlacedImage
{
    QImage image;             ///< with its device pixel ratio
    graph::Viewport viewport; ///< that it was made for
    QPointF corner;           ///< of the image, in the view of then

    /// By how much it is larger now.
    [[nodiscard]] double stretchIn(const graph::Viewport &now) const { return now.zoom() / viewport.zoom(); }
    /// Where it lies in the view now.
    [[nodiscard]] QRectF placeIn(const graph::Viewport &now) const;
    /// Unstretched it is drawn on whole device pixels, so that nothing is smoothed twice.
    void draw(QPainter &painter, const graph::Viewport &now) const;
};

} // namespace nodescope::widgets
