#include "widgets/timeline/TimelineView.h"

#include <QDateTime>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include "widgets/timeline/StoryPainter.h"
#include "widgets/timeline/TimelinePainter.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
/// While following, no oftener than this: the picture moves by less than is worth a repaint.
constexpr int MinTickMs = 500;
constexpr double PixelsPerTick = 4;
constexpr int MaxTickMs = 5000;
} // namespace

TimelineView::TimelineView(const ClusterStore &store, const ClusterStore &line, SelectionModel &selection,
                           TimeDesk &desk, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_selection(selection)
    , m_desk(desk)
    , m_lanes(line)
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
    connect(&desk, &TimeDesk::stateChanged, this, &TimelineView::showMoment);
    connect(&desk, &TimeDesk::storiesChanged, this, [this] {
        layOut();
        viewport()->update();
    });
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

TimelineGeometry TimelineView::geometryNow() const
{
    return {Theme::current(this), viewport()->size(), verticalScrollBar()->value(), m_window,
            !m_desk.stories().isEmpty()};
}

int TimelineView::laneAt(double y) const
{
    const int lane = geometryNow().laneAt(y);
    return lane < m_lanes.nodes().size() ? lane : -1;
}

void TimelineView::layOut()
{
    const TimelineGeometry at = geometryNow();
    const int content = at.contentHeight(m_lanes.nodes().size());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(at.laneHeight());
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    if (m_named == m_lanes.generation())
        return;
    m_named = m_lanes.generation();
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
    // A few pixels' worth of time, so that a quiet cluster costs nearly nothing; and none at all while there
    // is nothing to see.
    if (!isVisible() || m_lanes.nodes().isEmpty() || !m_window.follows()) {
        m_timer.stop();
        return;
    }
    const double pixel = static_cast<double>(m_window.span()) / std::max(1, viewport()->width());
    m_timer.start(std::clamp(static_cast<int>(PixelsPerTick * pixel), MinTickMs, MaxTickMs), this);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.panel);
    if (m_lanes.nodes().isEmpty()) {
        painter.setFont(theme.font);
        painter.setPen(theme.secondary);
        painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         tr("What happens to each node will be drawn here, with now at the right."));
        return;
    }
    const TimelineGeometry at = geometryNow();
    StoryPainter stories(painter, theme, at, m_lanes);
    stories.paintBands(m_desk.stories());
    TimelinePainter timeline(painter, theme, at, m_lanes, m_selection.current());
    timeline.paintLanes(m_ambiguous);
    timeline.paintEvents(m_store.cluster().events());
    timeline.paintMarker(m_store.cluster().events());
    timeline.paintAxis();
    stories.paintStrip(m_desk.stories());
    stories.paintMarks(m_desk.state().marks);
    stories.paintPlayhead(m_desk.state());
    if (!m_timer.isActive())
        restartTimer();
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

void TimelineView::showMoment(const TimeState &state)
{
    const bool filled =
        !state.opened.isEmpty() && (state.opened != m_opened || m_wasLoading) && !state.loading;
    if (m_opened.isEmpty() && !state.opened.isEmpty())
        m_ofSession = m_window;
    if (filled) {
        m_window.show(state.begin, state.end);
    } else if (state.opened.isEmpty() && !m_opened.isEmpty()) {
        m_window = m_ofSession; // a recording of seconds leaves its scale behind
        m_window.follow();
    } else if (!state.live && !m_seeking && !state.loading) {
        m_window.reveal(state.moment);
    }
    m_opened = state.opened;
    m_wasLoading = state.loading;
    announceFollowing();
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
