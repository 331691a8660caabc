#include "widgets/graphview/PlacedImage.h"

#include <cmath>

namespace nodescope::widgets {

QRectF PlacedImage::placeIn(const graph::Viewport &now) const
{
    const double stretched = stretchIn(now);
    return QRectF((corner - viewport.offset()) * stretched + now.offset(),
                  image.deviceIndependentSize() * stretched);
}

void PlacedImage::draw(QPainter &painter, const graph::Viewport &now) const
{
    const QRectF place = placeIn(now);
    if (now.zoom() != viewport.zoom()) {
        painter.drawImage(place, image);
        return;
    }
    const qreal ratio = image.devicePixelRatio();
    const QPointF pixel = place.topLeft() * ratio;
    painter.drawImage(QPointF(std::round(pixel.x()), std::round(pixel.y())) / ratio, image);
}

} // namespace nodescope::widgets
