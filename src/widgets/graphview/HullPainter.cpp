#include "widgets/graphview/HullPainter.h"

#include <algorithm>
#include <cmath>

#include <QPaintEngine>

#include "widgets/style/DeviceScale.h"
#include "widgets/style/GroupColours.h"

namespace nodescope::widgets {

namespace {

/// The rows of device pixels within `area` whose middles lie in a convex outline, in logical pixels.
QList<QRectF> rowsOf(const QPainterPath &outline, const QRectF &area, qreal scale)
{
    const QPolygonF polygon = outline.toFillPolygon(QTransform::fromScale(scale, scale));
    const QRectF bounds = polygon.boundingRect();
    const auto seen = [&](qreal y) { return std::clamp(y, area.top() * scale, area.bottom() * scale); };
    const int top = int(std::floor(seen(bounds.top())));
    const int bottom = int(std::ceil(seen(bounds.bottom())));
    struct Row
    {
        qreal left;
        qreal right;
    };
    std::vector<Row> rows(size_t(bottom - top), Row{bounds.right(), bounds.left()});
    // The first row whose middle lies at `y` or below.
    const auto rowAt = [top, bottom](qreal y) {
        return int(std::clamp(std::ceil(y - 0.5), qreal(top), qreal(bottom)));
    };
    // Every edge tells where it crosses each row: a convex outline does it twice.
    for (qsizetype i = 0; i + 1 < polygon.size(); ++i) {
        const auto [upper, lower] = std::minmax(
            polygon[i], polygon[i + 1], [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
        const qreal slope = (lower.x() - upper.x()) / std::max(lower.y() - upper.y(), 1e-9);
        const int end = rowAt(lower.y());
        for (int y = rowAt(upper.y()); y < end; ++y) {
            const qreal x = upper.x() + (y + 0.5 - upper.y()) * slope;
            Row &row = rows[size_t(y - top)];
            row = {std::min(row.left, x), std::max(row.right, x)};
        }
    }
    QList<QRectF> rects;
    rects.reserve(qsizetype(rows.size()));
    int y = top;
    for (const Row &row : rows) {
        if (row.left < row.right)
            rects.append({row.left / scale, y / scale, (row.right - row.left) / scale, 1 / scale});
        ++y;
    }
    return rects;
}

} // namespace

HullPainter::HullPainter(const Picture &picture, QPainter &painter, const QRectF &area)
    : m_picture(picture)
    , m_painter(painter)
    , m_area(area)
{
}

void HullPainter::paint(const Hull &hull)
{
    const Theme &theme = m_picture.theme;
    QColor inside = hull.mesh ? theme.link : theme.hull;
    QColor line = theme.hullLine;
    if (hull.mesh) {
        inside.setAlphaF(0.16F);
        line = inside;
    } else if (hull.group >= 0) {
        inside = line = groupColour(hull.group, theme);
        inside.setAlphaF(theme.dark ? 0.12F : 0.09F);
        line.setAlphaF(0.6F);
    }
    fill(hull.outline, inside);
    const qreal width = theme.highContrast && !hull.mesh ? 2 : 1;
    m_painter.strokePath(hull.outline, QPen(opaqueOn(theme.stage, line), width));
}

// Qt shares a shape that others shine through among threads, a few rows to each, and waking those takes three
// times as long as the painting. Rows one by one are not shared. What their ends lack in smoothness the line
// around covers.
void HullPainter::fill(const QPainterPath &outline, const QColor &colour)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    if (m_painter.paintEngine()->type() != QPaintEngine::Raster) {
        m_painter.drawPath(outline);
        return;
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.drawRects(rowsOf(outline, m_area, deviceScale(m_painter)));
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void HullPainter::paintLabel(const HullLabel &label)
{
    const Theme &theme = m_picture.theme;
    m_painter.setFont(theme.smallStrong);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.plate);
    m_painter.drawRoundedRect(label.rect, theme.px(4), theme.px(4));
    m_painter.setPen(theme.secondary);
    m_painter.drawText(label.rect, Qt::AlignCenter | Qt::TextSingleLine, label.text);
}

} // namespace nodescope::widgets
