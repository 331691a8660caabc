#include "widgets/matrix/MatrixView.h"

#include <algorithm>

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include "widgets/common/SafeText.h"
#include "widgets/matrix/MatrixWords.h"

namespace nodescope::widgets {

using models::Matrix;

MatrixView::MatrixView(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_selection(selection)
{
    using cluster::ClusterStore;
    setObjectName(QStringLiteral("matrix"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    const auto stale = [this] { m_orderStale = true; };
    connect(&store, &ClusterStore::nodeAdded, this, stale);
    connect(&store, &ClusterStore::nodeChanged, this, stale);
    connect(&store, &ClusterStore::nodeRemoved, this, stale);
    connect(&store, &ClusterStore::linkAdded, this, stale);
    connect(&store, &ClusterStore::linkChanged, this, stale);
    connect(&store, &ClusterStore::linkRemoved, this, stale);
    connect(&store, &ClusterStore::batchEnded, this, &MatrixView::refresh);
    connect(&store, &ClusterStore::reset, this, [this] {
        m_orderStale = true;
        refresh();
    });
    connect(&selection, &SelectionModel::changed, this, &MatrixView::follow);
}

// ---- What is shown ----

void MatrixView::setSorting(Matrix::Sorting sorting)
{
    m_sorting = sorting;
    m_orderStale = true;
    refresh();
}

void MatrixView::setFilter(const models::NodeFilter &filter)
{
    m_filter = filter;
    m_orderStale = true;
    refresh();
}

void MatrixView::refresh()
{
    // While nobody looks, nothing is ordered; figures alone change nothing here.
    if (!isVisible() || !m_orderStale)
        return;
    orderAnew();
    viewport()->update();
}

void MatrixView::orderAnew()
{
    const auto nameAt = [this](int index) {
        return index >= 0 && index < m_matrix.size() ? m_matrix.node(index) : base::NodeName();
    };
    const base::NodeName column = nameAt(m_current.x());
    const base::NodeName row = nameAt(m_current.y());
    m_matrix = Matrix(m_store.cluster(), m_sorting, m_filter);
    m_orderStale = false;
    // The current cell stays with its two nodes.
    m_current = {m_matrix.indexOf(column), m_matrix.indexOf(row)};
    if (m_current.x() < 0 || m_current.y() < 0)
        m_current = m_matrix.size() > 0 ? QPoint(0, 0) : QPoint(-1, -1);
    m_hovered = {-1, -1};
    layOut();
    Q_EMIT shown(m_matrix.size(), m_matrix.groupCount());
}

void MatrixView::layOut()
{
    const Theme theme = Theme::current(this);
    const QFontMetrics metrics(theme.small);
    int widest = theme.ipx(60);
    // All names of a large cluster are not measured: they are much alike.
    for (int i = 0; i < std::min(m_matrix.size(), 200); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(visibleText(m_matrix.node(i).text(), 60)));
    m_headWidth = std::min(widest + theme.ipx(18), std::max(theme.ipx(80), viewport()->width() / 3));
    const MatrixGeometry at = geometryNow();
    const QSize room = at.cells().size();
    const int side = at.cell * at.count;
    horizontalScrollBar()->setSingleStep(at.cell);
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, std::max(0, side - room.width()));
    verticalScrollBar()->setSingleStep(at.cell);
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setRange(0, std::max(0, side - room.height()));
}

MatrixGeometry MatrixView::geometryNow() const
{
    const Theme theme = Theme::current(this);
    MatrixGeometry at;
    at.cell = std::max(theme.ipx(17), QFontMetrics(theme.small).height());
    at.headWidth = m_headWidth;
    at.headHeight = std::clamp(viewport()->height() / 3, theme.ipx(40), theme.ipx(96));
    at.offset = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    at.view = viewport()->size();
    at.count = m_matrix.size();
    return at;
}

void MatrixView::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    const MatrixGeometry at = geometryNow();
    MatrixPainter::Marks marks;
    marks.current = m_current;
    marks.hovered = m_hovered;
    marks.focused = hasFocus();
    if (const base::NodeName *node = m_selection.node())
        marks.selectedNode = m_matrix.indexOf(*node);
    if (const cluster::LinkKey *link = m_selection.link())
        marks.selectedLink = {m_matrix.indexOf(link->a), m_matrix.indexOf(link->b)};
    QPainter painter(viewport());
    MatrixPainter(painter, theme, at, m_matrix, m_store.cluster(), marks).paint();
    if (m_matrix.size() > 0)
        return;
    painter.setFont(theme.font);
    painter.setPen(theme.secondary);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     m_filter.isEmpty() ? tr("No nodes yet") : tr("No node matches what is written above."));
}

// ---- What is selected ----

void MatrixView::follow(const Selection &selection)
{
    if (!isVisible() || hasFocus()) {
        viewport()->update();
        return;
    }
    if (const auto *link = std::get_if<cluster::LinkKey>(&selection)) {
        const QPoint cell(m_matrix.indexOf(link->b), m_matrix.indexOf(link->a));
        if (cell.x() >= 0 && cell.y() >= 0)
            setCurrentCell(cell);
    } else if (const auto *node = std::get_if<base::NodeName>(&selection)) {
        const int index = m_matrix.indexOf(*node);
        if (index >= 0)
            setCurrentCell({index, index});
    }
    viewport()->update();
}

void MatrixView::setCurrentCell(const QPoint &cell)
{
    if (m_matrix.size() == 0)
        return;
    const int last = m_matrix.size() - 1;
    m_current = {std::clamp(cell.x(), 0, last), std::clamp(cell.y(), 0, last)};
    reveal(m_current);
    tellCurrent();
    viewport()->update();
}

void MatrixView::selectNext(int step)
{
    const int count = m_matrix.size();
    if (count == 0)
        return;
    const int row = (m_current.y() + step + count) % count;
    setCurrentCell({row, row});
    select(m_current);
}

void MatrixView::reveal(const QPoint &cell)
{
    const MatrixGeometry at = geometryNow();
    const auto show = [&](QScrollBar *bar, int index, int room) {
        const int begin = index * at.cell;
        if (begin < bar->value())
            bar->setValue(begin);
        else if (begin + at.cell > bar->value() + room)
            bar->setValue(begin + at.cell - room);
    };
    show(horizontalScrollBar(), cell.x(), at.cells().width());
    show(verticalScrollBar(), cell.y(), at.cells().height());
}

void MatrixView::tellCurrent()
{
    const QString words =
        sentenceFor(m_store.cluster(), m_matrix.node(m_current.y()), m_matrix.node(m_current.x()));
    setAccessibleDescription(words);
    if (!hasFocus())
        return;
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void MatrixView::select(const QPoint &cell)
{
    if (cell.x() < 0 && cell.y() < 0)
        return;
    if (cell.x() < 0 || cell.y() < 0 || cell.x() == cell.y()) {
        m_selection.select(m_matrix.node(std::max(cell.x(), cell.y())));
        return;
    }
    const cluster::LinkKey key(m_matrix.node(cell.y()), m_matrix.node(cell.x()));
    if (m_store.cluster().link(key))
        m_selection.select(key);
}

// ---- Copies ----

QString MatrixView::asText(int firstRow, int lastRow) const
{
    QStringList heads{QString()};
    for (int column = 0; column < m_matrix.size(); ++column)
        heads.append(m_matrix.node(column).text());
    QStringList lines{heads.join(u'\t')};
    for (int row = firstRow; row <= lastRow; ++row) {
        QStringList cells{m_matrix.node(row).text()};
        for (int column = 0; column < m_matrix.size(); ++column)
            cells.append(wordFor(Matrix::seen(m_store.cluster(), m_matrix.node(row), m_matrix.node(column))));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void MatrixView::copyRow() const
{
    if (m_current.y() >= 0)
        QGuiApplication::clipboard()->setText(asText(m_current.y(), m_current.y()));
}

void MatrixView::copyAll() const
{
    if (m_matrix.size() > 0 && m_matrix.size() <= MostCopied)
        QGuiApplication::clipboard()->setText(asText(0, m_matrix.size() - 1));
}

// ---- The widget ----

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void MatrixView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    refresh();
}

void MatrixView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
    QAbstractScrollArea::changeEvent(event);
}

void MatrixView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MatrixView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void MatrixView::scrollContentsBy(int, int)
{
    viewport()->update();
}

} // namespace nodescope::widgets
