#pragma once

#include <array>

#include <QImage>

#include "graph/LineRaster.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// The plain links of a large graph as one image, made by LineRaster and kept while the person pans:
/// the image is larger than the view, and made again only when the graph, the zoom or the theme
/// changes, or the view leaves it.
class LinkLayer
{
public:
    void paint(QPainter &painter, const Picture &picture);

private:
    struct Key
    {
        quint64 version = 0;
        double zoom = 0;
        qreal ratio = 0;
        QSizeF view;
        int hovered = -1; ///< only where meshes open under the pointer
        int selected = -1;
        QRgb colour = 0;
        friend bool operator==(const Key &, const Key &) = default;
    };

    [[nodiscard]] static Key keyOf(const Picture &picture, qreal ratio);
    void render(const Picture &picture, qreal ratio);
    void addLinks(const Picture &picture, qreal ratio);
    void toImage(const QColor &colour, qreal opacity);

    Key m_key;
    QPointF m_offset; ///< of the viewport when the image was made
    graph::LineRaster m_raster;
    QImage m_image;
};

} // namespace nodescope::widgets
