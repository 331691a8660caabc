#include "widgets/sequence/ChartPainter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/sequence/MessageWords.h"

namespace nodescope::widgets {

using graph::Arrow;
using graph::ArrowEnd;
using graph::Relation;

ChartPainter::ChartPainter(QPainter &painter, const Theme &theme, const ChartGeometry &geometry,
                           const graph::Sequence &sequence, const graph::CausalOrder &order,
                           const Marks &marks)
    : m_painter(painter)
    , m_theme(theme)
    , m_at(geometry)
    , m_sequence(sequence)
    , m_order(order)
    , m_marks(marks)
{
    std::tie(m_first, m_last) = m_at.seenRows();
    if (m_last >= m_first)
        m_arrows = m_sequence.arrowsIn(m_first, m_last);
}

void ChartPainter::paint()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillRect(QRectF(QPointF(), m_at.view), m_theme.panel);
    m_painter.save();
    m_painter.setClipRect(m_at.body(), Qt::IntersectClip);
    paintBands();
    paintLanes();
    paintArrows();
    paintFuture();
    m_painter.restore();
    paintTimes();
    paintHeads();
}

/// Every other node stands on a tinted ground.
void ChartPainter::paintBands()
{
    QColor tint = m_theme.text;
    tint.setAlphaF(m_theme.dark ? 0.04F : 0.03F);
    bool odd = false;
    for (size_t i = 0; i < m_at.order.size(); ++i) {
        const auto &lanes = m_sequence.lanes();
        const bool same =
            i > 0 && lanes[size_t(m_at.order[i])].end.node == lanes[size_t(m_at.order[i - 1])].end.node;
        odd = same || i == 0 ? odd : !odd;
        if (odd)
            m_painter.fillRect(
                QRectF(m_at.x(m_at.order[i]) - m_at.lane / 2, m_at.head, m_at.lane, m_at.body().height()),
                tint);
    }
    const auto fillRow = [&](int index, const QColor &colour) {
        if (index < 0 || index >= int(m_sequence.arrows().size()))
            return;
        const Arrow &arrow = m_sequence.arrows()[size_t(index)];
        const qreal top = m_at.y(arrow.firstRow()) - m_at.row / 2;
        const qreal bottom = m_at.y(arrow.lastRow()) + m_at.row / 2;
        m_painter.fillRect(QRectF(m_at.times, top, m_at.body().width(), bottom - top), colour);
    };
    fillRow(m_marks.hovered, m_theme.hover);
    fillRow(m_marks.selected, m_theme.selected);
}

void ChartPainter::paintLanes()
{
    const auto lanes = m_order.happenings(m_first, m_last);
    const QRectF body = m_at.body();
    const QPen thin(m_theme.hairline, m_theme.px(1));
    QPen known(m_theme.link, m_theme.px(1.6));
    QPen unknown(m_theme.secondary, m_theme.px(1.4), Qt::CustomDashLine, Qt::RoundCap);
    unknown.setDashPattern({0.1, 3.2});
    for (const int lane : m_at.order) {
        const qreal x = m_at.x(lane);
        if (x < body.left() - m_at.lane || x > body.right() + m_at.lane)
            continue;
        const auto draw = [&](const QPen &pen, qreal from, qreal to) {
            const qreal top = std::clamp(from, body.top(), body.bottom());
            const qreal bottom = std::clamp(to, body.top(), body.bottom());
            m_painter.setPen(pen);
            if (bottom > top)
                m_painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        };
        const auto &on = lanes[size_t(lane)];
        if (on.empty()) {
            draw(thin, body.top(), body.bottom());
            continue;
        }
        draw(thin, body.top(), m_at.y(on.front().row));
        for (size_t i = 1; i < on.size(); ++i)
            draw(on[i].ordered ? known : unknown, m_at.y(on[i - 1].row), m_at.y(on[i].row));
        draw(thin, m_at.y(on.back().row), body.bottom());
    }
}

void ChartPainter::paintArrows()
{
    for (const int index : m_arrows) {
        if (index != m_marks.selected)
            paintArrow(index, true);
    }
    if (std::find(m_arrows.begin(), m_arrows.end(), m_marks.selected) != m_arrows.end())
        paintArrow(m_marks.selected, true);
}

bool ChartPainter::isFaded(int index) const
{
    return size_t(index) < m_marks.relations.size() &&
           m_marks.relations[size_t(index)] == Relation::Concurrent;
}

QColor ChartPainter::colourOf(int index) const
{
    const Arrow &arrow = m_sequence.arrows()[size_t(index)];
    if (index == m_marks.selected)
        return m_theme.accent;
    QColor colour = arrow.fate == Arrow::Fate::Failed ? m_theme.failed : m_theme.text;
    if (isFaded(index))
        colour = mixed(colour, m_theme.panel, 0.6);
    return colour;
}

void ChartPainter::paintArrow(int index, bool label)
{
    const Arrow &arrow = m_sequence.arrows()[size_t(index)];
    const QColor colour = colourOf(index);
    if (label)
        paintLabel(index, colour);
    if (arrow.from == arrow.to) {
        paintLoop(arrow, colour);
        paintStart(arrow, colour);
        return;
    }
    const QPointF begin = m_at.beginOf(arrow);
    const QPointF end = m_at.endOf(arrow);
    const QPointF along = end - begin;
    const QPointF unit = along / std::max(1.0, std::hypot(along.x(), along.y()));
    QPen pen(colour, m_theme.px(index == m_marks.selected ? 2 : 1.4));
    if (arrow.isReply())
        pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawLine(begin + unit * m_theme.px(3), end - unit * m_theme.px(5));
    paintStart(arrow, colour);
    paintHead(arrow, end, unit, colour);
}

void ChartPainter::paintLoop(const Arrow &arrow, const QColor &colour)
{
    const QPointF begin = m_at.beginOf(arrow);
    const QPointF end =
        m_at.endOf(arrow) + QPointF(0, arrow.firstRow() == arrow.lastRow() ? m_at.row / 4 : 0);
    const qreal out = m_at.lane / 5;
    m_painter.setPen(QPen(colour, m_theme.px(1.4)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(QPolygonF{begin, begin + QPointF(out, 0), QPointF(begin.x() + out, end.y()), end});
    paintHead(arrow, end, QPointF(-1, 0), colour);
}

void ChartPainter::paintStart(const Arrow &arrow, const QColor &colour)
{
    const QPointF at = m_at.beginOf(arrow);
    const bool seen = arrow.sentRow >= 0;
    m_painter.setPen(QPen(colour, m_theme.px(1.2)));
    m_painter.setBrush(seen ? colour : m_theme.panel);
    m_painter.drawEllipse(at, m_theme.px(3), m_theme.px(3));
}

void ChartPainter::paintHead(const Arrow &arrow, const QPointF &tip, const QPointF &towards,
                             const QColor &colour)
{
    const QPointF side(-towards.y(), towards.x());
    const QPointF back = tip - towards * m_theme.px(8);
    if (arrow.fate == Arrow::Fate::Failed) {
        const QPointF centre = tip - towards * m_theme.px(6);
        m_painter.setPen(QPen(m_theme.failed, m_theme.px(2), Qt::SolidLine, Qt::RoundCap));
        const qreal reach = m_theme.px(4);
        m_painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach));
        m_painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
        return;
    }
    const QPolygonF head{back + side * m_theme.px(4), tip - towards, back - side * m_theme.px(4)};
    if (arrow.fate == Arrow::Fate::Arrived) {
        m_painter.setPen(QPen(colour, m_theme.px(1), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(arrow.receivedRow >= 0 ? colour : m_theme.panel);
        m_painter.drawPolygon(head);
        return;
    }
    m_painter.setPen(QPen(colour, m_theme.px(1.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPolyline(head);
}

QString ChartPainter::labelOf(const Arrow &arrow) const
{
    QString text = visibleText(arrow.step.text, 120);
    if (text.isEmpty())
        text = wordFor(arrow.step.form);
    else if (arrow.step.form != cluster::MessageForm::Message && !arrow.isReply())
        text = wordFor(arrow.step.form) + QStringLiteral("  ") + text;
    if (arrow.fate == Arrow::Fate::Failed)
        text += QStringLiteral("  ") + reasonText(arrow.reason);
    return text;
}

void ChartPainter::paintLabel(int index, const QColor &colour)
{
    const Arrow &arrow = m_sequence.arrows()[size_t(index)];
    const QPointF begin = m_at.beginOf(arrow);
    const QPointF end = m_at.endOf(arrow);
    const bool loop = arrow.from == arrow.to;
    const qreal left =
        loop ? begin.x() + m_at.lane / 5 + m_theme.px(6) : std::min(begin.x(), end.x()) + m_theme.px(12);
    const qreal right = loop ? begin.x() + m_at.lane : std::max(begin.x(), end.x()) - m_theme.px(12);
    const QFontMetricsF metrics(m_theme.monoSmall);
    const QString text = metrics.elidedText(labelOf(arrow), Qt::ElideRight, right - left);
    const qreal width = metrics.horizontalAdvance(text);
    // Over its first row, where no other label stands: of one that goes down, at its beginning.
    const bool level = arrow.firstRow() == arrow.lastRow();
    const qreal start = begin.x() < end.x() ? left + width / 2 : right - width / 2;
    const qreal middle = loop ? left + width / 2 : level ? (left + right) / 2 : start;
    const qreal y = begin.y() - (loop ? metrics.height() / 2 : metrics.height() + m_theme.px(1));
    const QRectF rect(middle - width / 2, y, width, metrics.height());
    QColor plate = m_theme.panel;
    plate.setAlphaF(0.85F);
    if (index != m_marks.selected)
        m_painter.fillRect(rect.adjusted(-m_theme.px(2), 0, m_theme.px(2), 0), plate);
    m_painter.setFont(m_theme.monoSmall);
    m_painter.setPen(index == m_marks.selected ? m_theme.text : colour);
    m_painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

/// While another moment is shown: what came after it is veiled.
void ChartPainter::paintFuture()
{
    if (m_marks.futureRow < 0)
        return;
    const qreal top = std::max(m_at.y(m_marks.futureRow) - m_at.row / 2, m_at.head);
    QColor veil = m_theme.panel;
    veil.setAlphaF(0.7F);
    m_painter.fillRect(QRectF(m_at.times, top, m_at.body().width(), m_at.view.height() - top), veil);
    m_painter.setPen(QPen(m_theme.accent, m_theme.px(1.4)));
    m_painter.drawLine(QPointF(m_at.times, top), QPointF(m_at.view.width(), top));
}

void ChartPainter::paintTimes()
{
    const QRectF column(0, m_at.head, m_at.times, m_at.body().height());
    m_painter.save();
    m_painter.setClipRect(column, Qt::IntersectClip);
    m_painter.fillRect(column, m_theme.panel);
    m_painter.setFont(m_theme.monoSmall);
    for (int row = m_first; row <= m_last; ++row) {
        const graph::SequenceRow &one = m_sequence.rows()[size_t(row)];
        const QRectF rect(0, m_at.y(row) - m_at.row / 2, m_at.times, m_at.row);
        m_painter.setPen(isFaded(one.arrow) ? m_theme.disabled : m_theme.secondary);
        m_painter.drawText(rect.adjusted(m_theme.px(10), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                           timeText(one.time, true));
        if (size_t(one.arrow) >= m_marks.relations.size())
            continue;
        static constexpr std::array Signs = {u'●', u'↑', u'↓', u'∥'};
        m_painter.setPen(m_theme.text);
        m_painter.drawText(rect.adjusted(0, 0, -m_theme.px(8), 0), Qt::AlignRight | Qt::AlignVCenter,
                           QString(Signs[size_t(m_marks.relations[size_t(one.arrow)])]));
    }
    m_painter.setPen(QPen(m_theme.hairline, m_theme.px(1)));
    m_painter.drawLine(column.topRight(), column.bottomRight());
    m_painter.restore();
}

void ChartPainter::paintHeads()
{
    const QRectF row(0, 0, m_at.view.width(), m_at.head);
    m_painter.save();
    m_painter.fillRect(row, m_theme.panel);
    m_painter.setPen(QPen(m_theme.hairline, m_theme.px(1)));
    m_painter.drawLine(row.bottomLeft(), row.bottomRight());
    m_painter.setClipRect(row.adjusted(m_at.times, 0, 0, 0), Qt::IntersectClip);
    const QFontMetricsF strong(m_theme.smallStrong);
    const QFontMetricsF small(m_theme.monoSmall);
    const auto &lanes = m_sequence.lanes();
    for (size_t i = 0; i < m_at.order.size();) {
        size_t end = i;
        const base::NodeName &node = lanes[size_t(m_at.order[i])].end.node;
        for (; end < m_at.order.size() && lanes[size_t(m_at.order[end])].end.node == node; ++end) {
            const qreal x = m_at.x(m_at.order[end]);
            const QRectF rect(x - m_at.lane / 2 + m_theme.px(4), m_at.head - small.height() - m_theme.px(4),
                              m_at.lane - m_theme.px(8), small.height());
            m_painter.setFont(m_theme.monoSmall);
            m_painter.setPen(m_theme.secondary);
            const QString name = nameFor(lanes[size_t(m_at.order[end])], m_sequence.options().perNode);
            m_painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine,
                               small.elidedText(name, Qt::ElideMiddle, rect.width()));
        }
        // The node's name stays in view while some of its lanes do.
        const qreal left = std::max(m_at.x(m_at.order[i]) - m_at.lane / 2, m_at.times);
        const qreal right = std::min(m_at.x(m_at.order[end - 1]) + m_at.lane / 2, m_at.view.width());
        const QRectF rect(left + m_theme.px(4), m_theme.px(4), std::max(0.0, right - left - m_theme.px(8)),
                          strong.height());
        m_painter.setFont(m_theme.smallStrong);
        m_painter.setPen(m_theme.text);
        m_painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine,
                           strong.elidedText(nameFor(node), Qt::ElideMiddle, rect.width()));
        i = end;
    }
    m_painter.restore();
}

} // namespace nodescope::widgets
