#include "widgets/graphview/TravelPainter.h"

#include <cmath>

#include <QFontMetricsF>
#include <QLocale>

namespace nodescope::widgets {

TravelPainter::TravelPainter(const Picture &picture, QPainter &painter)
    : m_picture(picture)
    , m_painter(painter)
{
}

void TravelPainter::paint()
{
    for (const auto &[link, count] : m_picture.crowds)
        paintCrowd(link, count);
    for (const Travel &travel : m_picture.travels)
        paintMark(travel);
}

graph::LinkCurve TravelPainter::curveOf(int link) const
{
    const graph::Edge &edge = m_picture.graph->edge(link);
    return graph::curveOf(edge, m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
}

void TravelPainter::paintMark(const Travel &travel)
{
    const Theme &theme = m_picture.theme;
    const graph::LinkCurve curve = curveOf(travel.link);
    const QPointF whole = curve.to - curve.from;
    const qreal length = std::hypot(whole.x(), whole.y());
    const qreal radius = m_picture.nodeRadius() + theme.px(6);
    if (length <= 2 * radius)
        return;
    // From rim to rim; one that failed does not reach it.
    const qreal margin = radius / length;
    const qreal reach = travel.kind == TravelKind::Failed ? 0.6 : 1;
    const qreal along = margin + (1 - 2 * margin) * travel.t * reach;
    const qreal t = travel.fromA ? along : 1 - along;
    const QPointF at = curve.at(t);
    const QPointF ahead = curve.at(std::clamp(travel.fromA ? t + 0.01 : t - 0.01, 0.0, 1.0)) - at;
    const QPointF unit = ahead / std::max(1e-6, std::hypot(ahead.x(), ahead.y()));
    const QPointF side(-unit.y(), unit.x());
    const qreal size = theme.px(7) * m_picture.lineWeight();
    const QColor colour = travel.kind == TravelKind::Failed ? theme.failed : theme.accent;
    m_painter.setPen(QPen(theme.stage, theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(travel.kind == TravelKind::Answer ? theme.stage : colour);
    const QPolygonF head{at + unit * size, at - unit * size * 0.6 + side * size * 0.75,
                         at - unit * size * 0.6 - side * size * 0.75};
    m_painter.drawPolygon(head);
    if (travel.kind != TravelKind::Message) {
        m_painter.setPen(QPen(colour, theme.px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolygon(head);
    }
}

void TravelPainter::paintCrowd(int link, int count)
{
    const Theme &theme = m_picture.theme;
    const QString words = u'+' + QLocale().toString(count);
    const QFontMetricsF metrics(theme.smallStrong);
    const QSizeF size(metrics.horizontalAdvance(words) + theme.px(10), metrics.height() + theme.px(2));
    const QPointF middle = curveOf(link).at(0.5);
    const QRectF plate(middle - QPointF(size.width() / 2, size.height() / 2), size);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.accent);
    m_painter.drawRoundedRect(plate, theme.px(4), theme.px(4));
    m_painter.setFont(theme.smallStrong);
    m_painter.setPen(theme.onAccent);
    m_painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine, words);
}

} // namespace nodescope::widgets
