#include "widgets/graphview/GraphPainter.h"

#include <cmath>

#include <QFontMetricsF>

#include "widgets/graphview/LinkLayer.h"
#include "widgets/graphview/LinkPainter.h"
#include "widgets/graphview/NodePainter.h"
#include "widgets/graphview/Overlay.h"

namespace nodescope::widgets {

GraphPainter::GraphPainter(const Picture &picture, LinkLayer *layer)
    : m_picture(picture)
    , m_layer(layer)
{
}

void GraphPainter::paint(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(m_picture.view, m_picture.theme.stage);
    const Overlay overlay(m_picture);
    std::vector<QRectF> reserved;
    for (const QRectF &rect : {overlay.legendRect(), overlay.mapRect()}) {
        if (!rect.isEmpty())
            reserved.push_back(rect);
    }
    const Annotations annotations = annotate(m_picture, reserved);
    paintHulls(painter, annotations);
    paintLinks(painter);
    paintHullLabels(painter, annotations);
    paintNodes(painter);
    NodePainter nodes(m_picture, painter);
    for (const NodeLabel &label : annotations.labels)
        nodes.paintLabel(label);
    LinkPainter links(m_picture, painter);
    for (const LinkSign &sign : annotations.signs)
        links.paintSign(sign);
    paintRubber(painter);
    overlay.paint(painter);
}

void GraphPainter::paintHulls(QPainter &painter, const Annotations &annotations)
{
    const Theme &theme = m_picture.theme;
    for (const Hull &hull : annotations.hulls) {
        QColor fill = hull.mesh ? theme.link : theme.hull;
        if (hull.mesh)
            fill.setAlphaF(0.16F);
        painter.setPen(hull.mesh ? QPen(Qt::NoPen) : QPen(theme.hullLine, theme.highContrast ? 2 : 1));
        painter.setBrush(fill);
        painter.drawPath(hull.outline);
    }
}

void GraphPainter::paintHullLabels(QPainter &painter, const Annotations &annotations)
{
    const Theme &theme = m_picture.theme;
    painter.setFont(theme.smallStrong);
    for (const HullLabel &label : annotations.hullLabels) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.plate);
        painter.drawRoundedRect(label.rect, theme.px(4), theme.px(4));
        painter.setPen(theme.secondary);
        painter.drawText(label.rect, Qt::AlignCenter | Qt::TextSingleLine, label.text);
    }
}

void GraphPainter::paintLinks(QPainter &painter)
{
    const graph::Graph &graph = *m_picture.graph;
    const bool layered = m_layer && graph.edgeCount() > MostLinksByPainter;
    if (layered)
        m_layer->paint(painter, m_picture);
    LinkPainter links(m_picture, painter);
    const auto isMarked = [this](int index, const graph::Edge &edge) {
        const int node = m_picture.hoveredNode;
        return index == m_picture.hoveredLink || index == m_picture.selectedLink ||
               (node >= 0 && (edge.a == node || edge.b == node));
    };
    std::vector<int> marked;
    std::vector<int> failed;
    for (int i = 0; i < graph.edgeCount(); ++i) {
        const LinkLook &look = m_picture.linkLooks[size_t(i)];
        if (!graph.isPlaced(graph.edge(i).a) || !graph.isPlaced(graph.edge(i).b))
            continue;
        if (isMarked(i, graph.edge(i)))
            marked.push_back(i);
        else if (look.line == LinkLine::Failed)
            failed.push_back(i);
        else if (!(layered && LinkPainter::isPlain(look)) && !m_picture.isInMesh(graph.edge(i)))
            links.paint(i);
    }
    for (const int i : failed)
        links.paint(i);
    for (const int i : marked)
        links.paintMarked(i);
}

void GraphPainter::paintNodes(QPainter &painter)
{
    const graph::Graph &graph = *m_picture.graph;
    NodePainter nodes(m_picture, painter);
    for (const Ghost &ghost : m_picture.ghosts)
        nodes.paintGhost(ghost);
    const qreal reach = 2 * m_picture.nodeRadius();
    const QRectF near = m_picture.view.adjusted(-reach, -reach, reach, reach);
    for (int i = 0; i < graph.nodeCount(); ++i) {
        if (graph.isPlaced(i) && near.contains(m_picture.positionInView(i)))
            nodes.paint(i);
    }
}

void GraphPainter::paintRubber(QPainter &painter)
{
    const Rubber &rubber = m_picture.rubber;
    if (rubber.from < 0)
        return;
    const Theme &theme = m_picture.theme;
    const QPointF from = m_picture.positionInView(rubber.from);
    const QPointF to = rubber.to >= 0 ? m_picture.positionInView(rubber.to) : rubber.end;
    const QPointF along = to - from;
    const qreal length = std::hypot(along.x(), along.y());
    if (length > m_picture.nodeRadius()) {
        const QPointF unit = along / length;
        const QPointF tip = rubber.to >= 0 ? to - unit * (m_picture.nodeRadius() + theme.px(4)) : to;
        const QPointF start = from + unit * m_picture.nodeRadius();
        QPen pen(theme.accent, theme.px(2.2), rubber.to >= 0 ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap);
        painter.setPen(pen);
        painter.drawLine(start, tip);
        // An arrow head: the direction is who is asked to connect to whom.
        const QPointF back = tip - unit * theme.px(9);
        const QPointF side = QPointF(-unit.y(), unit.x()) * theme.px(5);
        painter.setPen(QPen(theme.accent, theme.px(2.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{back + side, tip, back - side});
    }
    if (rubber.words.isEmpty())
        return;
    const QFontMetricsF metrics(theme.strong);
    const QSizeF size(metrics.horizontalAdvance(rubber.words) + theme.px(20),
                      metrics.height() + theme.px(10));
    QRectF plate(to + QPointF(theme.px(18), theme.px(24)), size);
    const QRectF room = m_picture.view.adjusted(theme.px(8), theme.px(8), -theme.px(8), -theme.px(8));
    plate.moveLeft(std::clamp(plate.left(), room.left(), std::max(room.left(), room.right() - size.width())));
    plate.moveTop(std::clamp(plate.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(plate, theme.cornerRadius(), theme.cornerRadius());
    painter.setPen(theme.onAccent);
    painter.setFont(theme.strong);
    painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine, rubber.words);
}

} // namespace nodescope::widgets
