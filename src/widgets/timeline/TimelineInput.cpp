#include <cmath>

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/timeline/StoryPainter.h"
#include "widgets/timeline/TimelineView.h"

/// What mouse and keys do in the timeline.
namespace nodescope::widgets {

using namespace cluster;

namespace {
constexpr double PickRadius = 7;
} // namespace

const Event *TimelineView::eventAt(const QPointF &point) const
{
    const TimelineGeometry geometry = geometryNow();
    const int lane = laneAt(point.y());
    if (lane < 0)
        return nullptr;
    const base::NodeName &name = m_lanes.nodes().at(lane);
    const Event *nearest = nullptr;
    double best = PickRadius;
    const auto &events = m_store.cluster().events();
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        const qint64 at = it->time.toMSecsSinceEpoch();
        if (at < m_window.begin())
            break;
        const double distance = std::abs(geometry.xOf(at) - point.x());
        if (it->node == name && distance < best) {
            best = distance;
            nearest = &*it;
        }
    }
    return nearest;
}

void TimelineView::select(const QPointF &point)
{
    const TimelineGeometry at = geometryNow();
    if (point.y() < at.stripHeight()) {
        if (const doctor::Story *story = StoryPainter::storyAt(m_desk.stories(), at, point.x()))
            m_desk.ask(SeekTo{story->what.began.toMSecsSinceEpoch()});
        return;
    }
    if (const Event *event = eventAt(point)) {
        m_selection.select(EventId{event->id});
        return;
    }
    const int lane = laneAt(point.y());
    if (lane >= 0)
        m_selection.select(m_lanes.nodes().at(lane));
}

void TimelineView::stepEvent(int step)
{
    const auto &events = m_store.cluster().events();
    if (events.empty())
        return;
    const EventId *current = m_selection.eventId();
    if (!current) {
        m_selection.select(EventId{step < 0 ? events.back().id : events.front().id});
        return;
    }
    auto at = std::lower_bound(events.begin(), events.end(), current->id,
                               [](const Event &event, quint64 id) { return event.id < id; });
    if (step > 0 && at != events.end() && std::next(at) != events.end())
        m_selection.select(EventId{std::next(at)->id});
    else if (step < 0 && at != events.begin())
        m_selection.select(EventId{std::prev(at)->id});
}

void TimelineView::stepLane(int step)
{
    const QList<base::NodeName> &nodes = m_lanes.nodes();
    if (nodes.isEmpty())
        return;
    const base::NodeName *node = m_selection.node();
    const qsizetype at = node ? nodes.indexOf(*node) : -1;
    const qsizetype next = std::clamp<qsizetype>(at < 0 ? 0 : at + step, 0, nodes.size() - 1);
    m_selection.select(nodes.at(next));
    const TimelineGeometry where = geometryNow();
    const int y = where.laneY(static_cast<int>(next));
    const int bottom = where.axisTop() - where.laneHeight();
    if (y < where.laneHeight() / 2)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - where.laneHeight());
    else if (y > bottom)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - bottom);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (angle.x() != 0 || (event->modifiers() & Qt::ShiftModifier)) {
        const int delta = angle.x() != 0 ? angle.x() : angle.y();
        m_window.pan(-m_window.span() * delta / 1200);
        announceFollowing();
    } else if (event->modifiers() & Qt::AltModifier) {
        QAbstractScrollArea::wheelEvent(event);
    } else {
        zoomAt(std::pow(ZoomStep, -angle.y() / 120.0), geometryNow().momentAt(event->position().x()));
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (isHandle(event->position())) {
        m_seeking = true;
        seekTo(event->position().x());
        return;
    }
    m_dragFrom = event->position();
    m_dragged = false;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().x() >= geometryNow().left())
        seekTo(event->position().x());
}

/// The axis, the knob of the moment that is shown, and its line.
bool TimelineView::isHandle(const QPointF &point) const
{
    const TimelineGeometry at = geometryNow();
    if (point.x() < at.left())
        return false;
    const TimeState &state = m_desk.state();
    const bool onHead = !state.live && std::abs(at.xOf(state.moment) - point.x()) < PickRadius;
    return point.y() >= at.axisTop() || onHead;
}

void TimelineView::seekTo(double x)
{
    const TimelineGeometry at = geometryNow();
    if (m_desk.state().begin == 0)
        return;
    m_desk.ask(SeekTo{at.momentAt(std::clamp<double>(x, at.left(), at.left() + at.width()))});
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_seeking) {
        seekTo(event->position().x());
        return;
    }
    if (!m_dragFrom) {
        const bool points = eventAt(event->position()) != nullptr;
        viewport()->setCursor(isHandle(event->position()) ? Qt::SplitHCursor
                              : points                    ? Qt::PointingHandCursor
                                                          : Qt::ArrowCursor);
        return;
    }
    const QPointF moved = event->position() - *m_dragFrom;
    if (!m_dragged && moved.manhattanLength() < 5)
        return;
    m_dragged = true;
    m_window.pan(-std::llround(moved.x() / geometryNow().width() * static_cast<double>(m_window.span())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(moved.y()));
    m_dragFrom = event->position();
    announceFollowing();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_seeking = false;
    if (m_dragFrom && !m_dragged)
        select(event->position());
    m_dragFrom.reset();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        stepEvent(-1);
        break;
    case Qt::Key_Right:
        stepEvent(1);
        break;
    case Qt::Key_Up:
        stepLane(-1);
        break;
    case Qt::Key_Down:
        stepLane(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_End:
        goToNow();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

QString TimelineView::tipAt(const QPointF &point) const
{
    const TimelineGeometry at = geometryNow();
    if (point.y() < at.stripHeight()) {
        const doctor::Story *story = StoryPainter::storyAt(m_desk.stories(), at, point.x());
        return story ? doctor::sentenceOf(*story) : QString();
    }
    for (const Mark &mark : m_desk.state().marks) {
        if (std::abs(at.xOf(mark.time) - point.x()) < PickRadius &&
            point.y() > at.axisTop() - 2 * PickRadius) {
            const QString time = timeText(QDateTime::fromMSecsSinceEpoch(mark.time), true);
            return mark.text.isEmpty() ? time
                                       : QString(time + QStringLiteral("  ") + visibleText(mark.text, 400));
        }
    }
    const Event *hit = eventAt(point);
    return hit ? QString(timeText(hit->time, true) + QStringLiteral("  ") + sentenceFor(*hit)) : QString();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip.toHtmlEscaped(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace nodescope::widgets
