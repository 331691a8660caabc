#include "widgets/graphview/OverlayImages.h"

#include <cmath>

#include "widgets/style/DeviceScale.h"

namespace nodescope::widgets {

void KeptImage::draw(QPainter &painter, const QRectF &rect, const Of &of,
                     const std::function<void(QPainter &painter)> &paint)
{
    const qreal ratio = deviceScale(painter);
    const QPointF corner = rect.topLeft() * ratio;
    // On whole device pixels, and large enough wherever the part begins within one.
    const QPointF pixel = QPointF(std::floor(corner.x()), std::floor(corner.y())) / ratio;
    const QSize size(int(std::ceil(rect.width() * ratio)) + 1, int(std::ceil(rect.height() * ratio)) + 1);
    if (m_image.size() != size || m_image.devicePixelRatio() != ratio || !(m_of == of)) {
        m_of = of;
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(ratio);
        m_image.fill(Qt::transparent);
        QPainter inside(&m_image);
        inside.setRenderHint(QPainter::Antialiasing);
        inside.translate(-pixel);
        paint(inside);
    }
    painter.drawImage(pixel, m_image);
}

} // namespace nodescope::widgets
