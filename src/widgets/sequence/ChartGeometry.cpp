#include "widgets/sequence/ChartGeometry.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

namespace nodescope::widgets {

ChartGeometry ChartGeometry::of(const graph::Sequence &sequence, const Theme &theme, qreal zoom)
{
    ChartGeometry at;
    const QFontMetricsF small(theme.small);
    at.row = std::max(theme.px(26) * zoom, small.height() + theme.px(4));
    at.lane = std::max(theme.px(168) * zoom, theme.px(60));
    at.times =
        QFontMetricsF(theme.monoSmall).horizontalAdvance(QStringLiteral("00:00:00.000")) + theme.px(34);
    at.head = QFontMetricsF(theme.smallStrong).height() + small.height() + theme.px(12);
    at.rows = int(sequence.rows().size());
    at.order = sequence.order();
    at.place.assign(sequence.lanes().size(), 0);
    for (int i = 0; i < int(at.order.size()); ++i)
        at.place[size_t(at.order[size_t(i)])] = i;
    return at;
}

QRectF ChartGeometry::body() const
{
    return {times, head, std::max(0.0, view.width() - times), std::max(0.0, view.height() - head)};
}

qreal ChartGeometry::x(int laneIndex) const
{
    return times + (place[size_t(laneIndex)] + 0.5) * lane - offset.x();
}

qreal ChartGeometry::y(int rowIndex) const
{
    return head + (rowIndex + 0.5) * row - offset.y();
}

std::pair<int, int> ChartGeometry::seenRows() const
{
    const int first = std::max(0, int(std::floor(offset.y() / row)));
    const int last = std::min(rows - 1, int(std::floor((offset.y() + body().height()) / row)));
    return {first, last};
}

int ChartGeometry::rowAt(qreal y) const
{
    const int found = int(std::floor((y - head + offset.y()) / row));
    return y >= head && found >= 0 && found < rows ? found : -1;
}

int ChartGeometry::laneAt(qreal x) const
{
    const int found = int(std::floor((x - times + offset.x()) / lane));
    return x >= times && found >= 0 && found < int(order.size()) ? order[size_t(found)] : -1;
}

QPointF ChartGeometry::beginOf(const graph::Arrow &arrow) const
{
    return {x(arrow.from), y(arrow.firstRow())};
}

QPointF ChartGeometry::endOf(const graph::Arrow &arrow) const
{
    return {x(arrow.to), y(arrow.lastRow())};
}

qreal ChartGeometry::distance(const graph::Arrow &arrow, const QPointF &point) const
{
    const QPointF begin = beginOf(arrow);
    QPointF end = endOf(arrow);
    if (arrow.from == arrow.to)
        end.rx() += lane / 3;
    const QPointF along = end - begin;
    const qreal square = QPointF::dotProduct(along, along);
    const qreal t = square > 0 ? std::clamp(QPointF::dotProduct(point - begin, along) / square, 0.0, 1.0) : 0;
    const QPointF off = point - begin - along * t;
    return std::hypot(off.x(), off.y());
}

} // namespace nodescope::widgets
