#include "widgets/sequence/SequenceView.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include "widgets/common/Words.h"
#include "widgets/sequence/MessageWords.h"

namespace nodescope::widgets {

using cluster::ClusterStore;
using cluster::MessageStep;
using graph::Sequence;
using graph::SequenceOptions;

namespace {
/// What came within this time is taken together.
constexpr int TogetherMilliseconds = 80;
/// A picture of more is neither seen nor opened anywhere.
constexpr int LargestPicture = 20000;
} // namespace

SequenceView::SequenceView(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("messages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    m_later.setSingleShot(true);
    m_later.setInterval(TogetherMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &SequenceView::takeNew);
    connect(&store, &ClusterStore::messageHappened, this, [this] {
        if (isVisible() && !m_later.isActive())
            m_later.start();
    });
    connect(&store, &ClusterStore::reset, this, [this] {
        m_taken = 0;
        m_marks.selected = -1;
        SequenceOptions options = m_sequence.options();
        options.hidden.clear(); // they were of another cluster
        rebuild(options);
    });
    connect(&selection, &SelectionModel::changed, this, &SequenceView::follow);
}

// ---- What is shown ----

void SequenceView::takeNew()
{
    const auto &messages = m_store.cluster().messages();
    if (messages.empty() || messages.back().id <= m_taken)
        return;
    const quint64 fresh = messages.back().id - m_taken;
    // Steps that are no longer kept anywhere cannot be appended: what there is begins anew.
    if (fresh > messages.size() || m_sequence.rows().size() + fresh > size_t(MaxSteps + MaxSteps / 4)) {
        rebuild(m_sequence.options());
        return;
    }
    for (auto it = messages.end() - std::ptrdiff_t(fresh); it != messages.end(); ++it)
        m_sequence.append(*it);
    m_taken = messages.back().id;
    m_order.reset();
    layOut();
    follow(m_selection.current());
    Q_EMIT shown();
}

void SequenceView::rebuild(const SequenceOptions &options)
{
    m_order.reset();
    m_sequence = Sequence(options);
    m_marks.hovered = -1;
    const auto &messages = m_store.cluster().messages();
    const auto count = std::min<std::ptrdiff_t>(std::ptrdiff_t(messages.size()), MaxSteps);
    for (auto it = messages.end() - count; it != messages.end(); ++it)
        m_sequence.append(*it);
    m_taken = messages.empty() ? 0 : messages.back().id;
    layOut();
    follow(m_selection.current());
    Q_EMIT shown();
}

void SequenceView::refreshNow()
{
    m_later.stop();
    takeNew();
}

void SequenceView::setMoment(qint64 moment)
{
    if (std::exchange(m_moment, moment) == moment || !isVisible())
        return;
    if (const int row = futureRow(); row >= 0) {
        const ChartGeometry at = geometryNow();
        verticalScrollBar()->setValue(qRound((row + 1) * at.row - at.body().height() * 0.6));
    }
    viewport()->update();
}

int SequenceView::futureRow() const
{
    if (m_moment == 0)
        return -1;
    const auto &rows = m_sequence.rows();
    const auto later = std::upper_bound(
        rows.begin(), rows.end(), m_moment,
        [](qint64 moment, const graph::SequenceRow &row) { return moment < row.time.toMSecsSinceEpoch(); });
    return later == rows.end() ? -1 : int(later - rows.begin());
}

void SequenceView::setOptions(const SequenceOptions &options)
{
    if (!(options == m_sequence.options()))
        rebuild(options);
}

std::vector<graph::Lane> SequenceView::allLanes() const
{
    SequenceOptions options = m_sequence.options();
    options.hidden.clear();
    Sequence all(options);
    const auto &messages = m_store.cluster().messages();
    const auto count = std::min<std::ptrdiff_t>(std::ptrdiff_t(messages.size()), MaxSteps);
    for (auto it = messages.end() - count; it != messages.end(); ++it)
        all.append(*it);
    std::vector<graph::Lane> lanes;
    for (const int lane : all.order())
        lanes.push_back(all.lanes()[size_t(lane)]);
    return lanes;
}

const graph::CausalOrder &SequenceView::order() const
{
    if (!m_order)
        m_order = std::make_unique<graph::CausalOrder>(m_sequence);
    return *m_order;
}

// ---- Where it is ----

ChartGeometry SequenceView::geometryNow() const
{
    ChartGeometry at = ChartGeometry::of(m_sequence, Theme::current(this), m_zoom);
    at.offset = QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    at.view = viewport()->size();
    return at;
}

void SequenceView::layOut()
{
    const ChartGeometry at = geometryNow();
    const QSizeF room = at.view;
    const QSizeF content = at.content();
    m_layingOut = true;
    horizontalScrollBar()->setSingleStep(int(at.lane / 4));
    horizontalScrollBar()->setPageStep(int(room.width()));
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(content.width() - room.width()))));
    verticalScrollBar()->setSingleStep(int(at.row));
    verticalScrollBar()->setPageStep(int(room.height()));
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(content.height() - room.height()))));
    if (m_follows)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_layingOut = false;
    viewport()->update();
}

void SequenceView::setZoom(qreal zoom)
{
    const qreal before = m_zoom;
    m_zoom = std::clamp(zoom, 0.5, 3.0);
    if (m_zoom == before)
        return;
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
    layOut();
    if (!m_follows)
        verticalScrollBar()->setValue(qRound(middle * m_zoom / before - viewport()->height() / 2.0));
}

void SequenceView::zoomIn()
{
    setZoom(m_zoom * 1.2);
}

void SequenceView::zoomOut()
{
    setZoom(m_zoom / 1.2);
}

void SequenceView::resetZoom()
{
    setZoom(1);
}

void SequenceView::goToNewest()
{
    m_follows = true;
    layOut();
    Q_EMIT followsChanged(true);
}

void SequenceView::scrollContentsBy(int, int)
{
    if (!m_layingOut) {
        const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        if (std::exchange(m_follows, atEnd) != atEnd)
            Q_EMIT followsChanged(atEnd);
    }
    viewport()->update();
}

// ---- What is selected ----

int SequenceView::selectedArrow() const
{
    return m_marks.selected;
}

void SequenceView::selectArrow(int arrow)
{
    if (arrow < 0 || arrow >= int(m_sequence.arrows().size()))
        return;
    m_marks.selected = arrow; // which of an exchange
    m_selection.select(ExchangeId{m_sequence.arrows()[size_t(arrow)].step.exchange});
    refreshRelations();
    reveal(arrow);
    tellSelected();
    viewport()->update();
}

void SequenceView::follow(const Selection &selection)
{
    const auto *chosen = std::get_if<ExchangeId>(&selection);
    const auto isOf = [&](int arrow) {
        return arrow >= 0 && arrow < int(m_sequence.arrows().size()) &&
               m_sequence.arrows()[size_t(arrow)].step.exchange == chosen->exchange;
    };
    const int before = m_marks.selected;
    if (!chosen)
        m_marks.selected = -1;
    else if (!isOf(m_marks.selected))
        m_marks.selected = m_sequence.arrowOf(chosen->exchange);
    refreshRelations();
    if (m_marks.selected >= 0 && m_marks.selected != before && isVisible() && !hasFocus())
        reveal(m_marks.selected);
    viewport()->update();
}

void SequenceView::refreshRelations()
{
    m_marks.relations.clear();
    if (m_marks.selected >= 0 && isVisible())
        m_marks.relations = order().relationsTo(m_marks.selected);
}

void SequenceView::reveal(int arrow)
{
    const ChartGeometry at = geometryNow();
    const graph::Arrow &one = m_sequence.arrows()[size_t(arrow)];
    const auto show = [](QScrollBar *bar, qreal begin, qreal end, qreal room) {
        if (begin < bar->value())
            bar->setValue(int(begin));
        else if (end > bar->value() + room)
            bar->setValue(int(std::ceil(end - room)));
    };
    const auto [left, right] = std::minmax(at.place[size_t(one.from)], at.place[size_t(one.to)]);
    show(verticalScrollBar(), one.firstRow() * at.row, (one.firstRow() + 1) * at.row, at.body().height());
    show(horizontalScrollBar(), left * at.lane, (right + 1) * at.lane, at.body().width());
}

void SequenceView::tellSelected()
{
    if (m_marks.selected < 0)
        return;
    const graph::Arrow &arrow = m_sequence.arrows()[size_t(m_marks.selected)];
    setAccessibleDescription(sentenceFor(arrow.step) + QStringLiteral("; ") + fateFor(arrow));
    if (!hasFocus())
        return;
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void SequenceView::copySelected() const
{
    if (m_marks.selected < 0)
        return;
    const graph::Arrow &arrow = m_sequence.arrows()[size_t(m_marks.selected)];
    QGuiApplication::clipboard()->setText(timeText(arrow.step.time, true) + u'\t' + sentenceFor(arrow.step) +
                                          u'\t' + arrow.step.text);
}

// ---- Painting ----

void SequenceView::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(viewport());
    if (isEmpty()) {
        painter.fillRect(viewport()->rect(), theme.panel);
        painter.setFont(theme.font);
        painter.setPen(theme.secondary);
        const int margin = theme.ipx(24);
        painter.drawText(
            viewport()->rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap,
            m_sequence.hiddenSteps() > 0
                ? tr("All processes that exchanged messages are hidden.")
                : tr("No messages yet. What is sent to a node, relayed by one, or received by this "
                     "program is drawn here."));
        return;
    }
    const ChartGeometry at = geometryNow();
    ChartPainter::Marks marks = m_marks;
    marks.focused = hasFocus();
    marks.futureRow = futureRow();
    ChartPainter(painter, theme, at, m_sequence, order(), marks).paint();
}

QSize SequenceView::pictureSize() const
{
    const QSizeF content = ChartGeometry::of(m_sequence, Theme::current(this), 1).content();
    return content.toSize().boundedTo({LargestPicture, LargestPicture});
}

void SequenceView::paintTo(QPainter &painter, const QRectF &target) const
{
    const Theme own = Theme::current(this);
    const Theme theme = Theme::make(false, false, font()).inPixels();
    ChartGeometry at = ChartGeometry::of(m_sequence, own, 1);
    at.view = pictureSize();
    at.offset.setY(std::max(0.0, at.content().height() - at.view.height()));
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / at.view.width(), target.height() / at.view.height());
    painter.setClipRect(QRectF(QPointF(), at.view));
    const ChartPainter::Marks none;
    ChartPainter(painter, theme, at, m_sequence, order(), none).paint();
    painter.restore();
}

} // namespace nodescope::widgets
