#pragma once

#include <QPainter>

#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

/// Paints the hulls of hosts, partitions and meshes, and their names, with the painter given. Keeps no state.
class HullPainter
{
public:
    /// `area`: what is painted of the view, in its coordinates.
    HullPainter(const Picture &picture, QPainter &painter, const QRectF &area);
    void paint(const Hull &hull);
    void paintLabel(const HullLabel &label);

private:
    void fill(const QPainterPath &outline, const QColor &colour);

    const Picture &m_picture;
    QPainter &m_painter;
    QRectF m_area;
};

} // namespace nodescope::widgets
