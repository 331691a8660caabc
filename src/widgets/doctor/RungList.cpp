#include "widgets/doctor/RungList.h"

#include <QEvent>
#include <QPainter>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "widgets/common/SafeText.h"
#include "widgets/inspector/RungSign.h"

namespace nodescope::widgets {

using cluster::Examination;
using cluster::RungResult;
using cluster::RungState;

namespace {
constexpr int RowHeight = 26;
constexpr int SignSize = 15;
constexpr int Edge = 8;
constexpr int Gap = 10;
constexpr int StepsPerTurn = 24;
constexpr int StepMilliseconds = 40;
} // namespace

RungDelegate::RungDelegate(const LadderModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize RungDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current(option.widget);
    const int width = m_width > 0 ? m_width : option.rect.width();
    const Columns at = columnsOf(QRect(0, 0, width, 0), m_model.rowAt(index.row()), theme);
    return {theme.ipx(260), at.height};
}

QString RungDelegate::evidenceOf(const LadderModel::Row &row) const
{
    if (row.running)
        return tr("under way…");
    if (!row.result.evidence.isEmpty())
        return visibleText(doctor::evidenceText(row.result.evidence), 300);
    const bool plain = row.result.state == RungState::Passed || row.result.state == RungState::Failed;
    return plain ? QString() : doctor::titleOf(row.result.state);
}

RungDelegate::Columns RungDelegate::columnsOf(const QRect &row, const LadderModel::Row &rung,
                                              const Theme &theme) const
{
    int title = 0;
    int time = 0;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const RungResult &result = m_model.rowAt(i).result;
        title = std::max(title, QFontMetrics(theme.strong).horizontalAdvance(m_model.titleOf(result)));
        time = std::max(time, QFontMetrics(theme.small).horizontalAdvance(timeTextOf(result)));
    }
    const int side = theme.ipx(SignSize);
    const int gap = theme.ipx(Gap);
    const int first = theme.ipx(RowHeight);
    Columns at;
    at.sign = QRect(row.left() + theme.ipx(Edge), row.top() + (first - side) / 2, side, side);
    at.time = QRect(row.right() - theme.ipx(Edge) - time, row.top(), time, first);
    const bool strong = rung.running || rung.result.state == RungState::Failed;
    const RungPlaces places = placesOf(
        {m_model.titleOf(rung.result), strong ? theme.strong : theme.font, evidenceOf(rung), theme.monoSmall},
        at.sign.right() + gap, at.time.left() - gap, title, first, gap);
    at.title = places.title.translated(0, row.top());
    at.evidence = places.evidence.isEmpty() ? QRect() : places.evidence.translated(0, row.top());
    at.height = places.height;
    return at;
}

void RungDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const LadderModel::Row &row = m_model.rowAt(index.row());
    const Theme theme = Theme::current(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const Columns at = columnsOf(option.rect, row, theme);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(selected && option.state & QStyle::State_HasFocus ? QPen(theme.accent, 1)
                                                                          : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme.selected : theme.control);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4),
                                 theme.px(4));
    }
    // The rail on which the signs stand.
    const QRect sign = placed(at.sign);
    painter->setPen(QPen(theme.hairline, 1));
    const qreal middle = sign.center().x() + 0.5;
    const bool last = index.row() + 1 == m_model.rowCount();
    painter->drawLine(QPointF(middle, index.row() == 0 ? sign.center().y() : option.rect.top()),
                      QPointF(middle, last ? sign.center().y() : option.rect.bottom() + 1));
    if (row.running)
        paintRunningSign(*painter, sign, m_turn, theme);
    else
        paintRungSign(*painter, row.result.state, sign, theme);

    const bool failed = row.result.state == RungState::Failed;
    const bool pale =
        !row.running && (row.result.state == RungState::NotReached || row.result.state == RungState::Skipped);
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter->setFont(failed || row.running ? theme.strong : theme.font);
    painter->setPen(failed ? theme.failed : (pale ? theme.secondary : theme.text));
    painter->drawText(placed(at.title), static_cast<int>(align) | Qt::TextWordWrap,
                      m_model.titleOf(row.result));
    painter->setPen(theme.secondary);
    painter->setFont(theme.monoSmall);
    const QString evidence = evidenceOf(row);
    if (!at.evidence.isEmpty())
        painter->drawText(placed(at.evidence),
                          static_cast<int>(align) |
                              evidenceFlags(painter->fontMetrics(), evidence, at.evidence.width()),
                          evidence);
    painter->setFont(theme.small);
    painter->drawText(placed(at.time), Qt::AlignVCenter | Qt::AlignRight, timeTextOf(row.result));
    painter->restore();
}

RungList::RungList(QWidget *parent)
    : QListView(parent)
    , m_delegate(m_ladder)
{
    setModel(&m_ladder);
    setItemDelegate(&m_delegate);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Connection ladder"));
    m_turning.setInterval(StepMilliseconds);
    connect(&m_turning, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % StepsPerTurn;
        m_delegate.setTurn(qreal(m_step) / StepsPerTurn);
        if (const int row = m_ladder.runningRow(); row >= 0)
            update(m_ladder.index(row));
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_chosen = m_chosen || !m_following;
        Q_EMIT rungSelected();
    });
}

void RungList::setExamination(const Examination &examination)
{
    if (examination.id != m_id)
        m_chosen = false;
    m_id = examination.id;
    m_following = true;
    m_ladder.setExamination(examination);
    m_following = false;
    updateGeometry();
    startOrStop();
    if (!m_chosen)
        followDecisive();
    Q_EMIT rungSelected();
}

void RungList::clear()
{
    m_id = 0;
    m_ladder.clear();
    m_turning.stop();
    updateGeometry();
}

void RungList::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    startOrStop();
}

void RungList::startOrStop()
{
    if (m_ladder.runningRow() >= 0 && !m_reducedMotion)
        m_turning.start();
    else
        m_turning.stop();
}

void RungList::followDecisive()
{
    m_following = true;
    setCurrentIndex(m_ladder.index(m_ladder.decisiveRow()));
    m_following = false;
}

std::optional<RungResult> RungList::selectedRung() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return m_ladder.rowAt(current.row()).result;
}

QSize RungList::sizeHint() const
{
    const Theme theme = Theme::current(this);
    int height = 0;
    for (int i = 0; i < m_ladder.rowCount(); ++i)
        height += sizeHintForRow(i);
    return {theme.ipx(380), std::max(theme.ipx(RowHeight), height) + 2 * frameWidth()};
}

QSize RungList::minimumSizeHint() const
{
    return {Theme::current(this).ipx(220), sizeHint().height()};
}

void RungList::resizeEvent(QResizeEvent *event)
{
    // Rows are higher where words do not stand side by side.
    m_delegate.setWidth(viewport()->width());
    scheduleDelayedItemsLayout();
    QListView::resizeEvent(event);
    updateGeometry();
}

void RungList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Connection ladder"));
        m_ladder.retranslate();
    }
    QListView::changeEvent(event);
    updateGeometry();
}

} // namespace nodescope::widgets
