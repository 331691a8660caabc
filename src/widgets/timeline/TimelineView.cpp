#include "widgets/timeline/TimelineView.h"

#include <cmath>

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
constexpr double ZoomStep = 1.25;
constexpr double PickRadius = 7;
/// While following, no oftener than this: the picture moves by less than is worth a repaint.
constexpr int MinTickMs = 500;
constexpr int MaxTickMs = 5000;
} // namespace

TimelineView::TimelineView(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_selection(selection)
    , m_lanes(store)
{
    setObjectName(QStringLiteral("timeline"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    m_window.setNow(QDateTime::currentMSecsSinceEpoch());
    connect(&m_lanes, &Lanes::changed, this, [this] {
        layOut();
        tick();
    });
    connect(&store, &ClusterStore::eventHappened, viewport(), qOverload<>(&QWidget::update));
    connect(&selection, &SelectionModel::changed, this, [this](const Selection &chosen) {
        if (const auto *id = std::get_if<EventId>(&chosen)) {
            for (const Event &event : m_store.cluster().events()) {
                if (event.id == id->id)
                    m_window.reveal(event.time.toMSecsSinceEpoch());
            }
            announceFollowing();
        }
        viewport()->update();
    });
    describe();
}

void TimelineView::describe()
{
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("A lane per node with its states and events. The Events tab holds the same as a table."));
}

QSize TimelineView::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(600), theme.ipx(150)};
}

QSize TimelineView::minimumSizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(200), theme.ipx(60)};
}

TimelineView::Metrics TimelineView::metrics(const Theme &theme) const
{
    Metrics m;
    m.gutter = theme.ipx(100);
    m.lane = theme.ipx(18);
    m.axis = theme.ipx(20);
    m.right = theme.ipx(14);
    m.width = std::max(1, viewport()->width() - m.gutter - m.right);
    return m;
}

double TimelineView::xOf(qint64 moment, const Metrics &m) const
{
    return m.gutter + m_window.xOf(moment, m.width);
}

int TimelineView::laneY(int lane, const Metrics &m) const
{
    return lane * m.lane + m.lane / 2 + 4 - verticalScrollBar()->value();
}

int TimelineView::laneAt(double y, const Metrics &m) const
{
    const int lane = static_cast<int>(std::floor((y - 4 + verticalScrollBar()->value()) / m.lane));
    return lane >= 0 && lane < m_lanes.nodes().size() ? lane : -1;
}

void TimelineView::layOut()
{
    const Metrics m = metrics(Theme::current(this));
    const int content = static_cast<int>(m_lanes.nodes().size()) * m.lane + 8 + m.axis;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m.lane);
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    QSet<QString> names;
    m_ambiguous.clear();
    for (const base::NodeName &node : m_lanes.nodes()) {
        if (names.contains(node.name()))
            m_ambiguous.insert(node.name());
        names.insert(node.name());
    }
}

void TimelineView::tick()
{
    m_window.setNow(QDateTime::currentMSecsSinceEpoch());
    viewport()->update();
}

void TimelineView::restartTimer()
{
    // A pixel's worth of time; and none at all while there is nothing to see.
    if (!isVisible() || m_lanes.nodes().isEmpty() || !m_window.follows()) {
        m_timer.stop();
        return;
    }
    const double pixel = static_cast<double>(m_window.span()) / std::max(1, viewport()->width());
    m_timer.start(std::clamp(static_cast<int>(pixel), MinTickMs, MaxTickMs), this);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    const Metrics m = metrics(theme);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.panel);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lanes.nodes().isEmpty()) {
        painter.setFont(theme.font);
        painter.setPen(theme.secondary);
        painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         tr("What happens to each node will be drawn here, with now at the right."));
        return;
    }
    const int first = std::max(0, laneAt(4, m));
    const int last =
        std::min(static_cast<int>(m_lanes.nodes().size()) - 1, first + viewport()->height() / m.lane + 1);
    for (int lane = first; lane <= last; ++lane)
        paintLane(painter, theme, m, lane);
    paintEvents(painter, theme, m);
    paintMarker(painter, theme, m);
    paintAxis(painter, theme, m);
    if (!m_timer.isActive())
        restartTimer();
}

void TimelineView::paintAxis(QPainter &painter, const Theme &theme, const Metrics &m) const
{
    const QRect band(0, viewport()->height() - m.axis, viewport()->width(), m.axis);
    painter.fillRect(band, theme.panel);
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(QPointF(m.gutter, band.top() + 0.5), QPointF(band.width() - m.right, band.top() + 0.5));
    painter.setFont(theme.small);
    const int label = QFontMetrics(theme.small).horizontalAdvance(QStringLiteral("00:00:00.000"));
    const bool milliseconds = m_window.tickStep(8) < 1000;
    const QList<qint64> ticks = m_window.ticks(std::max(2, static_cast<int>(m.width / (label * 1.5))));
    for (const qint64 moment : ticks) {
        const double x = xOf(moment, m);
        painter.setPen(QPen(theme.hairline, 1));
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.top() + 4));
        const QRectF place(x - label / 2.0, band.top() + 3, label, m.axis - 3);
        if (place.right() > viewport()->width() || place.left() < m.gutter - label / 2.0)
            continue;
        painter.setPen(theme.secondary);
        painter.drawText(place, Qt::AlignCenter,
                         timeText(QDateTime::fromMSecsSinceEpoch(moment), milliseconds));
    }
}

void TimelineView::paintLane(QPainter &painter, const Theme &theme, const Metrics &m, int lane) const
{
    const base::NodeName &name = m_lanes.nodes().at(lane);
    const int y = laneY(lane, m);
    const bool selected = m_selection.node() && *m_selection.node() == name;
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.selected);
        painter.drawRoundedRect(QRectF(4, y - m.lane / 2.0, viewport()->width() - 8, m.lane), 4, 4);
    }
    painter.setFont(selected ? theme.smallStrong : theme.small);
    painter.setPen(selected ? theme.text : theme.secondary);
    const QRect label(8, y - m.lane / 2, m.gutter - 18, m.lane);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_ambiguous.contains(name.name()) ? nameFor(name)
                                                                                        : shortNameFor(name),
                                                      Qt::ElideRight, label.width()));
    painter.save();
    painter.setClipRect(QRectF(m.gutter, y - m.lane / 2.0, m.width, m.lane));
    paintSpans(painter, theme, m, m_lanes.spansOf(name), y);
    painter.restore();
}

void TimelineView::paintSpans(QPainter &painter, const Theme &theme, const Metrics &m,
                              const QList<Lanes::Span> &spans, int y) const
{
    for (int i = 0; i < spans.size(); ++i) {
        const qint64 end = i + 1 < spans.size() ? spans.at(i + 1).from : m_window.end();
        if (end < m_window.begin() || spans.at(i).from > m_window.end())
            continue;
        const double left = std::max<double>(m.gutter, xOf(spans.at(i).from, m));
        const double right = std::min(m.gutter + m.width, xOf(end, m));
        QPen pen(theme.hairline, 1.2);
        pen.setCapStyle(Qt::FlatCap);
        switch (spans.at(i).state) {
        case NodeState::Up:
            pen = QPen(mixed(theme.panel, theme.up, 0.65), theme.px(3), Qt::SolidLine, Qt::FlatCap);
            break;
        case NodeState::Reported:
            pen = QPen(mixed(theme.panel, theme.up, 0.45), theme.px(1.6), Qt::SolidLine, Qt::FlatCap);
            break;
        case NodeState::Connecting:
        case NodeState::Frozen:
            pen = QPen(theme.attention, theme.px(3), Qt::SolidLine, Qt::FlatCap);
            pen.setDashPattern({1.4, 0.9});
            break;
        case NodeState::Failed:
            pen = QPen(theme.failed, theme.px(1.6), Qt::SolidLine, Qt::FlatCap);
            pen.setDashPattern({1.5, 2.5});
            break;
        case NodeState::Known:
        case NodeState::Down:
        case NodeState::Expected:
            break;
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(left, y), QPointF(std::max(right, left + 1), y));
    }
}

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
} // namespace

void TimelineView::paintEvents(QPainter &painter, const Theme &theme, const Metrics &m) const
{
    const double radius = theme.px(4);
    painter.save();
    painter.setClipRect(
        QRectF(m.gutter - radius - 1, 0, m.width + 2 * radius + 2, viewport()->height() - m.axis));
    const auto &events = m_store.cluster().events();
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        const qint64 at = it->time.toMSecsSinceEpoch();
        if (at < m_window.begin())
            break;
        const auto lane = std::lower_bound(m_lanes.nodes().begin(), m_lanes.nodes().end(), it->node);
        if (at > m_window.end() || lane == m_lanes.nodes().end() || *lane != it->node)
            continue;
        const int y = laneY(static_cast<int>(lane - m_lanes.nodes().begin()), m);
        if (y < -m.lane || y > viewport()->height())
            continue;
        const bool selected = m_selection.event() && m_selection.event()->id == it->id;
        painter.setPen(QPen(theme.panel, 1));
        painter.setBrush(colourOf(it->kind, theme));
        const double r = selected ? radius * 1.3 : radius;
        const QPointF centre(xOf(at, m), y);
        // Shape tells what colour tells: what went wrong is a diamond.
        if (it->kind == EventKind::ConnectFailed || it->kind == EventKind::NodeDown)
            painter.drawPolygon(QPolygonF({centre + QPointF(0, -r * 1.15), centre + QPointF(r * 1.15, 0),
                                           centre + QPointF(0, r * 1.15), centre + QPointF(-r * 1.15, 0)}));
        else
            painter.drawEllipse(centre, r, r);
    }
    painter.restore();
}

void TimelineView::paintMarker(QPainter &painter, const Theme &theme, const Metrics &m) const
{
    const EventId *id = m_selection.event();
    if (!id)
        return;
    for (const Event &event : m_store.cluster().events()) {
        if (event.id != id->id)
            continue;
        const double x = xOf(event.time.toMSecsSinceEpoch(), m);
        if (x < m.gutter || x > m.gutter + m.width)
            return;
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawLine(QPointF(x, 2), QPointF(x, viewport()->height() - m.axis));
        painter.setBrush(theme.accent);
        painter.drawPolygon(QPolygonF({QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 7)}));
        return;
    }
}

const Event *TimelineView::eventAt(const QPointF &point) const
{
    const Metrics m = metrics(Theme::current(this));
    const int lane = laneAt(point.y(), m);
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
        const double distance = std::abs(xOf(at, m) - point.x());
        if (it->node == name && distance < best) {
            best = distance;
            nearest = &*it;
        }
    }
    return nearest;
}

void TimelineView::select(const QPointF &point)
{
    if (const Event *event = eventAt(point)) {
        m_selection.select(EventId{event->id});
        return;
    }
    const int lane = laneAt(point.y(), metrics(Theme::current(this)));
    if (lane >= 0)
        m_selection.select(m_lanes.nodes().at(lane));
}

void TimelineView::stepEvent(int step)
{
    const auto &events = m_store.cluster().events();
    if (events.empty())
        return;
    const EventId *current = m_selection.event();
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
    const Metrics m = metrics(Theme::current(this));
    const int y = laneY(static_cast<int>(next), m);
    const int bottom = viewport()->height() - m.axis - m.lane;
    if (y < m.lane / 2)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - m.lane);
    else if (y > bottom)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - bottom);
}

void TimelineView::goToNow()
{
    m_window.setNow(QDateTime::currentMSecsSinceEpoch());
    m_window.follow();
    announceFollowing();
}

void TimelineView::zoomIn()
{
    zoomAt(1 / ZoomStep, m_window.end());
}

void TimelineView::zoomOut()
{
    zoomAt(ZoomStep, m_window.end());
}

void TimelineView::zoomAt(double factor, qint64 anchor)
{
    m_window.zoom(factor, anchor);
    announceFollowing();
}

void TimelineView::announceFollowing()
{
    viewport()->update();
    restartTimer();
    if (m_wasFollowing == m_window.follows())
        return;
    m_wasFollowing = m_window.follows();
    Q_EMIT followingChanged(m_wasFollowing);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const Metrics m = metrics(Theme::current(this));
    const QPoint angle = event->angleDelta();
    if (angle.x() != 0 || (event->modifiers() & Qt::ShiftModifier)) {
        const int delta = angle.x() != 0 ? angle.x() : angle.y();
        m_window.pan(-m_window.span() * delta / 1200);
        announceFollowing();
    } else if (event->modifiers() & Qt::AltModifier) {
        QAbstractScrollArea::wheelEvent(event);
    } else {
        zoomAt(std::pow(ZoomStep, -angle.y() / 120.0),
               m_window.momentAt(event->position().x() - m.gutter, m.width));
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_dragged = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom) {
        viewport()->setCursor(eventAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const QPointF moved = event->position() - *m_dragFrom;
    if (!m_dragged && moved.manhattanLength() < 5)
        return;
    m_dragged = true;
    const Metrics m = metrics(Theme::current(this));
    m_window.pan(-std::llround(moved.x() / m.width * static_cast<double>(m_window.span())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(moved.y()));
    m_dragFrom = event->position();
    announceFollowing();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
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

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Event *hit = eventAt(help->pos());
        if (hit) {
            QToolTip::showText(
                help->globalPos(),
                QString(timeText(hit->time, true) + QStringLiteral("  ") + sentenceFor(*hit)).toHtmlEscaped(),
                viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    tick();
    restartTimer();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QAbstractScrollArea::hideEvent(event);
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        tick();
    else
        QAbstractScrollArea::timerEvent(event);
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    layOut();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
