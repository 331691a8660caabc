#include "widgets/timeline/TimelinePainter.h"

#include <QPainter>

#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
QColor colourOf(EventKind kind, const Theme &theme)
{
    switch (kind) {
    case EventKind::NodeUp:
        return theme.up;
    case EventKind::NodeDown:
        return theme.attention;
    case EventKind::ConnectFailed:
        return theme.failed;
    case EventKind::NodeDiscovered:
    case EventKind::Sent:
    case EventKind::Received:
    case EventKind::Acted:
        return theme.accent;
    case EventKind::WatchStarted:
    case EventKind::WatchEnded:
    case EventKind::Notice:
        break;
    }
    return theme.idle;
}

QPen flatPen(const QColor &colour, qreal width, const QList<qreal> &dashes = {})
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

QPen penOf(NodeState state, const Theme &theme)
{
    switch (state) {
    case NodeState::Up:
        return flatPen(mixed(theme.panel, theme.up, 0.65), theme.px(3));
    case NodeState::Reported:
        return flatPen(mixed(theme.panel, theme.up, 0.45), theme.px(1.6));
    case NodeState::Connecting:
    case NodeState::Frozen:
        return flatPen(theme.attention, theme.px(3), {1.4, 0.9});
    case NodeState::Failed:
        return flatPen(theme.failed, theme.px(1.6), {1.5, 2.5});
    case NodeState::Known:
    case NodeState::Down:
    case NodeState::Expected:
        break;
    }
    return flatPen(theme.hairline, 1.2);
}

const Event *find(const std::deque<Event> &events, quint64 id)
{
    const auto at = std::lower_bound(events.begin(), events.end(), id,
                                     [](const Event &event, quint64 wanted) { return event.id < wanted; });
    return at != events.end() && at->id == id ? &*at : nullptr;
}
} // namespace

TimelinePainter::TimelinePainter(QPainter &painter, const Theme &theme, const TimelineGeometry &geometry,
                                 const Lanes &lanes, const Selection &selection)
    : m_painter(painter)
    , m_theme(theme)
    , m_at(geometry)
    , m_lanes(lanes)
    , m_selection(selection)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void TimelinePainter::paintLanes(const QSet<QString> &ambiguous)
{
    const int count = static_cast<int>(m_lanes.nodes().size());
    const int first = std::max(0, m_at.laneAt(m_at.stripHeight()));
    const int last = std::min(count - 1, m_at.laneAt(m_at.axisTop()));
    for (int lane = first; lane <= last; ++lane)
        paintLane(lane, ambiguous.contains(m_lanes.nodes().at(lane).name()));
}

void TimelinePainter::paintLane(int index, bool withHost)
{
    const base::NodeName &name = m_lanes.nodes().at(index);
    const int y = m_at.laneY(index);
    const int height = m_at.laneHeight();
    const auto *chosen = std::get_if<base::NodeName>(&m_selection);
    const bool selected = chosen && *chosen == name;
    if (selected) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.selected);
        m_painter.drawRoundedRect(QRectF(4, y - height / 2.0, m_at.viewport().width() - 8, height), 4, 4);
    }
    m_painter.setFont(selected ? m_theme.smallStrong : m_theme.small);
    m_painter.setPen(selected ? m_theme.text : m_theme.secondary);
    const QRect label(8, y - height / 2, m_at.left() - 18, height);
    const QString text = withHost ? nameFor(name) : shortNameFor(name);
    m_painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                       m_painter.fontMetrics().elidedText(text, Qt::ElideRight, label.width()));
    m_painter.save();
    m_painter.setClipRect(QRectF(m_at.left(), y - height / 2.0, m_at.width(), height));
    paintSpans(m_lanes.spansOf(name), y);
    m_painter.restore();
}

void TimelinePainter::paintSpans(const QList<Lanes::Span> &spans, int y)
{
    for (int i = 0; i < spans.size(); ++i) {
        const qint64 end = i + 1 < spans.size() ? spans.at(i + 1).from : m_at.window().end();
        if (end < m_at.window().begin() || spans.at(i).from > m_at.window().end())
            continue;
        const double left = std::max<double>(m_at.left(), m_at.xOf(spans.at(i).from));
        const double right = std::min(m_at.left() + m_at.width(), m_at.xOf(end));
        m_painter.setPen(penOf(spans.at(i).state, m_theme));
        m_painter.drawLine(QPointF(left, y), QPointF(std::max(right, left + 1), y));
    }
}

void TimelinePainter::paintEvents(const std::deque<Event> &events)
{
    const double radius = m_theme.px(4);
    m_painter.save();
    m_painter.setClipRect(QRectF(m_at.left() - radius - 1, 0, m_at.width() + 2 * radius + 2, m_at.axisTop()));
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        const qint64 moment = it->time.toMSecsSinceEpoch();
        if (moment < m_at.window().begin())
            break;
        const auto lane = std::lower_bound(m_lanes.nodes().begin(), m_lanes.nodes().end(), it->node);
        if (moment > m_at.window().end() || lane == m_lanes.nodes().end() || *lane != it->node)
            continue;
        const int y = m_at.laneY(static_cast<int>(lane - m_lanes.nodes().begin()));
        if (y > -m_at.laneHeight() && y < m_at.viewport().height())
            paintEvent(*it, y);
    }
    m_painter.restore();
}

void TimelinePainter::paintEvent(const Event &event, int y)
{
    const auto *chosen = std::get_if<EventId>(&m_selection);
    const double radius = m_theme.px(4) * (chosen && chosen->id == event.id ? 1.3 : 1);
    const QPointF centre(m_at.xOf(event.time.toMSecsSinceEpoch()), y);
    m_painter.setPen(QPen(m_theme.panel, 1));
    m_painter.setBrush(colourOf(event.kind, m_theme));
    // Shape tells what colour tells: what went wrong is a diamond.
    if (event.kind == EventKind::ConnectFailed || event.kind == EventKind::NodeDown) {
        const double half = radius * 1.15;
        m_painter.drawPolygon(QPolygonF({centre + QPointF(0, -half), centre + QPointF(half, 0),
                                         centre + QPointF(0, half), centre + QPointF(-half, 0)}));
    } else {
        m_painter.drawEllipse(centre, radius, radius);
    }
}

void TimelinePainter::paintMarker(const std::deque<Event> &events)
{
    const auto *chosen = std::get_if<EventId>(&m_selection);
    const Event *event = chosen ? find(events, chosen->id) : nullptr;
    if (!event)
        return;
    const double x = m_at.xOf(event->time.toMSecsSinceEpoch());
    if (x < m_at.left() || x > m_at.left() + m_at.width())
        return;
    m_painter.setPen(QPen(m_theme.accent, 1.5));
    m_painter.drawLine(QPointF(x, 2), QPointF(x, m_at.axisTop()));
    m_painter.setBrush(m_theme.accent);
    m_painter.drawPolygon(QPolygonF({QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 7)}));
}

void TimelinePainter::paintAxis()
{
    const int top = m_at.axisTop();
    const int height = m_at.viewport().height() - top;
    m_painter.fillRect(QRect(0, top, m_at.viewport().width(), height), m_theme.panel);
    m_painter.setPen(QPen(m_theme.hairline, 1));
    m_painter.drawLine(QPointF(m_at.left(), top + 0.5), QPointF(m_at.left() + m_at.width(), top + 0.5));
    m_painter.setFont(m_theme.small);
    const int label = QFontMetrics(m_theme.small).horizontalAdvance(QStringLiteral("00:00:00.000"));
    const int wanted = std::max(2, static_cast<int>(m_at.width() / (label * 1.5)));
    const bool milliseconds = m_at.window().tickStep(wanted) < 1000;
    for (const qint64 moment : m_at.window().ticks(wanted)) {
        const double x = m_at.xOf(moment);
        m_painter.setPen(QPen(m_theme.hairline, 1));
        m_painter.drawLine(QPointF(x, top), QPointF(x, top + 4));
        const QRectF place(x - label / 2.0, top + 3, label, height - 3);
        if (place.right() > m_at.viewport().width() || place.left() < m_at.left() - label / 2.0)
            continue;
        m_painter.setPen(m_theme.secondary);
        m_painter.drawText(place, Qt::AlignCenter,
                           timeText(QDateTime::fromMSecsSinceEpoch(moment), milliseconds));
    }
}

} // namespace nodescope::widgets
