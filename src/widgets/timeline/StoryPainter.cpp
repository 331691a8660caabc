#include "widgets/timeline/StoryPainter.h"

#include <algorithm>

#include <QPainter>

namespace nodescope::widgets {

using cluster::Happening;
using cluster::HappeningKind;

namespace {
/// One that goes on lasts to the right edge.
qint64 endOf(const Happening &happening, const TimelineGeometry &at)
{
    return happening.isOver() ? happening.ended.toMSecsSinceEpoch() : at.window().end();
}

bool isVisible(const Happening &happening, const TimelineGeometry &at)
{
    return happening.began.toMSecsSinceEpoch() <= at.window().end() &&
           endOf(happening, at) >= at.window().begin();
}

QColor colourOf(const Happening &happening, const Theme &theme)
{
    return happening.kind == HappeningKind::NodesLost ? theme.failed : theme.attention;
}
} // namespace

StoryPainter::StoryPainter(QPainter &painter, const Theme &theme, const TimelineGeometry &geometry,
                           const Lanes &lanes)
    : m_painter(painter)
    , m_theme(theme)
    , m_at(geometry)
    , m_lanes(lanes)
{
}

void StoryPainter::paintBands(const QList<doctor::Story> &stories)
{
    for (const doctor::Story &story : stories) {
        const Happening &what = story.what;
        if (what.kind == HappeningKind::Flapping || !isVisible(what, m_at))
            continue;
        const double left = std::max<double>(m_at.left(), m_at.xOf(what.began.toMSecsSinceEpoch()));
        const double right = std::min(m_at.left() + m_at.width(), m_at.xOf(endOf(what, m_at)));
        for (qsizetype side = 0; side < what.sides.size(); ++side) {
            // The largest side of a split is the one that the others are apart from.
            const bool isRest = what.kind == HappeningKind::Split && side + 1 == what.sides.size();
            const QColor base = isRest ? m_theme.accent : colourOf(what, m_theme);
            const double strength = isRest ? 0.10 : 0.16 + 0.08 * static_cast<double>(side % 3);
            paintBand(what.sides.at(side), left, right, mixed(m_theme.panel, base, strength));
        }
    }
}

void StoryPainter::paintBand(const QList<base::NodeName> &nodes, double left, double right,
                             const QColor &colour)
{
    for (const base::NodeName &node : nodes) {
        const auto lane = std::lower_bound(m_lanes.nodes().begin(), m_lanes.nodes().end(), node);
        if (lane == m_lanes.nodes().end() || *lane != node)
            continue;
        const int y = m_at.laneY(static_cast<int>(lane - m_lanes.nodes().begin()));
        if (y < 0 || y > m_at.viewport().height())
            continue;
        m_painter.fillRect(
            QRectF(left, y - m_at.laneHeight() / 2.0, std::max(2.0, right - left), m_at.laneHeight()),
            colour);
    }
}

void StoryPainter::paintStrip(const QList<doctor::Story> &stories)
{
    const int height = m_at.stripHeight();
    if (height == 0)
        return;
    const double edge = m_at.left() + m_at.width();
    m_painter.fillRect(QRect(0, 0, m_at.viewport().width(), height), m_theme.panel);
    m_painter.setFont(m_theme.small);
    double next = edge;
    // From the latest: an earlier one has the room up to it.
    for (auto it = stories.rbegin(); it != stories.rend(); ++it) {
        const Happening &what = it->what;
        if (!isVisible(what, m_at))
            continue;
        const double left = std::max<double>(m_at.left(), m_at.xOf(what.began.toMSecsSinceEpoch()));
        const double right = std::min(edge, m_at.xOf(endOf(what, m_at)));
        m_painter.fillRect(QRectF(left, height - 3, std::max(3.0, right - left), 3), colourOf(what, m_theme));
        const double room = next - left - 8;
        if (room > height * 2) {
            m_painter.setPen(m_theme.text);
            const QString text = doctor::sentenceOf(*it);
            m_painter.drawText(
                QRectF(left + 3, 0, room, height - 3), Qt::AlignLeft | Qt::AlignVCenter,
                m_painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room)));
        }
        next = std::min(next, left);
    }
}

void StoryPainter::paintMarks(const QList<cluster::Mark> &marks)
{
    const int top = m_at.axisTop();
    const double size = m_theme.px(7);
    for (const cluster::Mark &mark : marks) {
        const double x = m_at.xOf(mark.time);
        if (x < m_at.left() || x > m_at.left() + m_at.width())
            continue;
        m_painter.setPen(QPen(m_theme.accent, 1));
        m_painter.drawLine(QPointF(x, m_at.stripHeight()), QPointF(x, top));
        // A flag; with a comment it is full.
        m_painter.setBrush(mark.text.isEmpty() ? QBrush(m_theme.panel) : QBrush(m_theme.accent));
        m_painter.drawPolygon(
            QPolygonF({QPointF(x, top - size), QPointF(x + size, top - size / 2), QPointF(x, top)}));
    }
}

void StoryPainter::paintPlayhead(const cluster::TimeState &state)
{
    if (state.live)
        return;
    const double x = m_at.xOf(state.moment);
    if (x < m_at.left() - 1 || x > m_at.left() + m_at.width() + 1)
        return;
    const double knob = m_theme.px(5);
    m_painter.setPen(QPen(m_theme.attentionText, 2));
    m_painter.drawLine(QPointF(x, 0), QPointF(x, m_at.axisTop() + 2));
    m_painter.setBrush(m_theme.attentionText);
    m_painter.drawEllipse(QPointF(x, m_at.axisTop() + 2), knob, knob);
}

const doctor::Story *StoryPainter::storyAt(const QList<doctor::Story> &stories,
                                           const TimelineGeometry &geometry, double x)
{
    const doctor::Story *found = nullptr;
    for (const doctor::Story &story : stories) {
        // Its words begin with it, and go on to where the next one begins.
        if (isVisible(story.what, geometry) && geometry.xOf(story.what.began.toMSecsSinceEpoch()) <= x + 3)
            found = &story;
    }
    return found;
}

} // namespace nodescope::widgets
