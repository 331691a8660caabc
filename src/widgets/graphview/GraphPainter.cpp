#include "widgets/graphview/GraphPainter.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include <QFontMetricsF>

#include "widgets/graphview/GraphCaches.h"
#include "widgets/graphview/HullPainter.h"
#include "widgets/graphview/LinkPainter.h"
#include "widgets/graphview/NodePainter.h"
#include "widgets/graphview/Overlay.h"
#include "widgets/graphview/TravelPainter.h"

namespace nodescope::widgets {

GraphPainter::GraphPainter(const Picture &picture, GraphCaches *caches)
    : m_picture(picture)
    , m_caches(caches)
{
}

void GraphPainter::paint(QPainter &painter)
{
    const Overlay overlay(m_picture);
    std::vector<QRectF> reserved;
    for (const QRectF &rect : {overlay.legendRect(), overlay.mapRect()}) {
        if (!rect.isEmpty())
            reserved.push_back(rect);
    }
    const QRectF covered = isLayered() ? m_caches->links.covered(m_picture) : LinkLayer::Everywhere;
    const auto scene = [&](QPainter &inside, const QRectF &area) { paintScene(inside, area, reserved); };
    if (!m_caches || !m_caches->scene.paint(painter, m_picture, covered, scene))
        paintScene(painter, m_picture.view, reserved);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRubber(painter);
    overlay.paint(painter, m_caches ? &m_caches->overlay : nullptr);
}

void GraphPainter::paintScene(QPainter &painter, const QRectF &area, const std::vector<QRectF> &reserved)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, m_picture.theme.stage);
    const Annotations annotations = annotate(m_picture, area, reserved);
    keepSigns(annotations);
    HullPainter hulls(m_picture, painter, area);
    for (const Hull &hull : annotations.hulls)
        hulls.paint(hull);
    paintLinks(painter);
    for (const HullLabel &label : annotations.hullLabels)
        hulls.paintLabel(label);
    paintNodes(painter, area);
    NodePainter nodes(m_picture, painter);
    for (const NodeLabel &label : annotations.labels)
        nodes.paintLabel(label);
    LinkPainter links(m_picture, painter);
    for (const LinkSign &sign : annotations.signs)
        links.paintSign(sign);
    for (const LinkClock &clock : annotations.clocks)
        links.paintClock(clock);
    TravelPainter(m_picture, painter).paint();
}

void GraphPainter::keepSigns(const Annotations &annotations)
{
    if (!m_caches)
        return;
    SignPlaces &kept = m_caches->signs;
    kept.viewport = m_picture.viewport;
    kept.places.clear();
    for (const LinkSign &sign : annotations.signs) {
        const cluster::LinkKey &link = m_picture.graph->edge(sign.edge).link.key;
        const QPointF corner(sign.radius, sign.radius);
        if (sign.radius > 0)
            kept.places.push_back({QRectF(sign.centre - corner, sign.centre + corner), link});
        if (!sign.words.isEmpty())
            kept.places.push_back({sign.words, link});
    }
}

void GraphPainter::paintLinks(QPainter &painter)
{
    const graph::Graph &graph = *m_picture.graph;
    if (isLayered()) {
        m_caches->links.paint(painter, m_picture);
        paintEach(painter, m_picture.specialLinks);
        return;
    }
    std::vector<int> all(size_t(graph.edgeCount()));
    std::iota(all.begin(), all.end(), 0);
    paintEach(painter, all);
}

void GraphPainter::paintEach(QPainter &painter, const std::vector<int> &links)
{
    const graph::Graph &graph = *m_picture.graph;
    const std::vector<int> marked = markedLinks();
    const std::unordered_set<int> isMarked(marked.begin(), marked.end());
    LinkPainter linkPainter(m_picture, painter);
    std::vector<int> failed;
    const bool layered = isLayered();
    for (const int i : links) {
        const graph::Edge &edge = graph.edge(i);
        if (isMarked.contains(i) || !graph.isPlaced(edge.a) || !graph.isPlaced(edge.b))
            continue;
        if (m_picture.linkLooks[size_t(i)].line == LinkLine::Failed)
            failed.push_back(i);
        else if (!(layered && LinkLayer::holds(m_picture, m_picture.linkLooks[size_t(i)])) &&
                 !m_picture.isInMesh(graph.ends(i)))
            linkPainter.paint(i);
    }
    for (const int i : failed)
        linkPainter.paint(i);
    if (marked.size() > MostHalos) {
        linkPainter.paintPlainly(marked);
        return;
    }
    for (const int i : marked)
        linkPainter.paintMarked(i);
}

std::vector<int> GraphPainter::markedLinks() const
{
    const graph::Graph &graph = *m_picture.graph;
    std::vector<int> marked;
    if (m_picture.hoveredNode >= 0)
        marked = graph.vertex(m_picture.hoveredNode).edges;
    for (const int link : {m_picture.hoveredLink, m_picture.selectedLink}) {
        if (link >= 0 && std::find(marked.begin(), marked.end(), link) == marked.end())
            marked.push_back(link);
    }
    std::erase_if(marked, [&](int link) {
        return !graph.isPlaced(graph.edge(link).a) || !graph.isPlaced(graph.edge(link).b);
    });
    return marked;
}

bool GraphPainter::isLayered() const
{
    return m_caches &&
           (m_picture.graph->edgeCount() > MostLinksByPainter || LinkLayer::holdsNodes(m_picture));
}

void GraphPainter::paintNodes(QPainter &painter, const QRectF &area)
{
    const graph::Graph &graph = *m_picture.graph;
    NodePainter nodes(m_picture, painter);
    for (const Ghost &ghost : m_picture.ghosts)
        nodes.paintGhost(ghost);
    const qreal reach = 2 * m_picture.nodeRadius();
    const QRectF near = area.adjusted(-reach, -reach, reach, reach);
    const auto paint = [&](int i) {
        if (i >= 0 && graph.isPlaced(i) && near.contains(m_picture.positionInView(i)))
            nodes.paint(i);
    };
    if (isLayered() && LinkLayer::holdsNodes(m_picture)) {
        // The others are in the layer.
        for (const int i : {m_picture.selectedNode, m_picture.companionNode, m_picture.hoveredNode,
                            m_picture.rubber.from, m_picture.rubber.to})
            paint(i);
        return;
    }
    for (int i = 0; i < graph.nodeCount(); ++i)
        paint(i);
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
