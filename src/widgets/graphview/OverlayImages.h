#pragma once

#include <functional>

#include <QImage>
#include <QPainter>

namespace nodescope::widgets {

/// A part of the view as it was painted last, painted anew only when it would look different.
class KeptImage
{
public:
    /// What decides how the part looks, its size and the scale of the painter aside.
    struct Of
    {
        quint64 version = 0;
        QPointF origin; ///< of a map: where two points of the scene lie in it
        QPointF unit;
        friend bool operator==(const Of &, const Of &) = default;
    };

    /// `paint` paints at `rect`, as if there were no image.
    void draw(QPainter &painter, const QRectF &rect, const Of &of,
              const std::function<void(QPainter &painter)> &paint);

private:
    QImage m_image;
    Of m_of;
};

/// Of what lies over the graph (see Overlay).
struct OverlayImages
{
    KeptImage legend;
    KeptImage map;
};

} // namespace nodescope::widgets
