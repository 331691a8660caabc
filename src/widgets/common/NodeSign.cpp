#include "widgets/common/NodeSign.h"

#include <QPainter>

#include "widgets/graphview/NodeLook.h"

namespace nodescope::widgets {

void paintNodeSign(QPainter &painter, const cluster::Node &node, const QRectF &rect, const Theme &theme)
{
    graph::Vertex vertex;
    vertex.node = node;
    const NodeLook look = lookOf(vertex, theme, false);
    const qreal width = theme.px(1.8);
    QPen pen(look.ring, width);
    if (look.dashed)
        pen.setDashPattern({2.2, 1.6});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(look.filled ? QBrush(look.ring) : QBrush(Qt::NoBrush));
    painter.translate(rect.center());
    const qreal radius = std::min(rect.width(), rect.height()) / 2 - width / 2;
    painter.drawPath(outlineOf(look.shape, radius));
    if (look.glyph) {
        const qreal inside = radius * 0.62;
        paintGlyph(painter, *look.glyph, QRectF(-inside, -inside, 2 * inside, 2 * inside), look.inside);
    }
    painter.restore();
}

} // namespace nodescope::widgets
