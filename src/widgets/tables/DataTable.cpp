#include "widgets/tables/DataTable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
/// A last column that would be narrower, in the design's pixels, is reached by scrolling.
constexpr int LeastLastColumn = 60;

/// Headings that stand as what is below them: those of numbers at the right.
class Headings : public QHeaderView
{
public:
    using QHeaderView::QHeaderView;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        const QVariant below = model() ? model()->index(0, section).data(Qt::TextAlignmentRole) : QVariant();
        if (below.isValid())
            option->textAlignment = below.typeId() == QMetaType::Int ? Qt::Alignment(below.toInt())
                                                                     : below.value<Qt::Alignment>();
    }
};
} // namespace

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
    , m_scale(Theme::current(this).scale)
{
    auto *headings = new Headings(Qt::Horizontal, this);
    headings->setSectionsClickable(true);
    setHorizontalHeader(headings);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setSortingEnabled(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false); // fillWidth() does it, after a change of columns too
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    connect(headings, &QHeaderView::sectionResized, this, &DataTable::fillWidth);
    connect(headings, &QHeaderView::sectionMoved, this, &DataTable::fillWidth);
    adaptRowHeight();
}

void DataTable::adaptRowHeight()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

QString DataTable::asText() const
{
    const QAbstractItemModel *source = model();
    if (!source)
        return {};
    const auto line = [&](auto &&cell) {
        QStringList cells;
        for (int visual = 0; visual < source->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(cell(column));
        }
        return cells.join(u'\t');
    };
    QStringList lines{
        line([&](int column) { return source->headerData(column, Qt::Horizontal).toString(); })};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<int> wanted;
    for (const QModelIndex &row : std::as_const(rows))
        wanted.append(row.row());
    for (int row = 0; wanted.isEmpty() && rows.isEmpty() && row < source->rowCount(); ++row)
        lines.append(line([&](int column) { return source->index(row, column).data().toString(); }));
    for (const int row : std::as_const(wanted))
        lines.append(line([&](int column) { return source->index(row, column).data().toString(); }));
    return lines.join(u'\n');
}

void DataTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     m_emptyText);
}

void DataTable::offerColumns(const QList<int> &hidden)
{
    m_offersColumns = true;
    for (const int column : hidden)
        hideColumn(column);
    m_firstColumns = columns();
    QHeaderView *headings = horizontalHeader();
    headings->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(headings, &QWidget::customContextMenuRequested, this, [this, headings](const QPoint &at) {
        QMenu menu(this);
        fillColumnMenu(menu);
        menu.exec(headings->mapToGlobal(at));
    });
    connect(headings, &QHeaderView::sectionMoved, this, &DataTable::columnsChanged);
    connect(headings, &QHeaderView::sectionResized, this, &DataTable::columnsChanged);
    connect(headings, &QHeaderView::sortIndicatorChanged, this, &DataTable::columnsChanged);
}

QByteArray DataTable::columns() const
{
    // With their number: the state of a table with other columns must not be taken for this one's. And with
    // the size of text in percent, for which the widths are.
    return QByteArray::number(horizontalHeader()->count()) + '@' + QByteArray::number(qRound(100 * m_scale)) +
           ':' + horizontalHeader()->saveState();
}

void DataTable::restoreColumns(const QByteArray &state)
{
    const QByteArray head = state.left(state.indexOf(':'));
    const qsizetype at = head.indexOf('@');
    // Those that were remembered without a size of text were so at the usual one.
    const int percent = at < 0 ? 100 : head.mid(at + 1).toInt();
    if (percent > 0 && head.left(at < 0 ? head.size() : at).toInt() == horizontalHeader()->count() &&
        horizontalHeader()->restoreState(state.mid(head.size() + 1)))
        scaleColumns(100 * m_scale / percent);
    horizontalHeader()->setStretchLastSection(false); // a state may say otherwise
    showColumn(0);
    fillWidth();
}

void DataTable::setColumnWidths(const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, qRound(widths.at(column) * m_scale));
    fillWidth();
}

void DataTable::scaleColumns(qreal factor)
{
    if (qFuzzyCompare(factor, 1.0))
        return;
    QHeaderView *headings = horizontalHeader();
    for (int column = 0; column < headings->count(); ++column) {
        if (!headings->isSectionHidden(column))
            headings->resizeSection(column, qRound(headings->sectionSize(column) * factor));
    }
}

void DataTable::fillWidth()
{
    const QHeaderView *headings = horizontalHeader();
    int last = -1;
    int others = 0;
    for (int visual = 0; visual < headings->count(); ++visual) {
        const int column = headings->logicalIndex(visual);
        if (headings->isSectionHidden(column))
            continue;
        others += last >= 0 ? headings->sectionSize(last) : 0;
        last = column;
    }
    if (last < 0 || m_filling || headings->sectionResizeMode(last) != QHeaderView::Interactive)
        return;
    const QScopedValueRollback<bool> guard(m_filling, true);
    const int least = qRound(LeastLastColumn * m_scale);
    const int width = std::max(least, viewport()->width() - others);
    if (width != headings->sectionSize(last))
        setColumnWidth(last, width);
}

void DataTable::followTextSize()
{
    const qreal scale = Theme::current(this).scale;
    const qreal factor = scale / m_scale;
    m_scale = scale;
    scaleColumns(factor);
    fillWidth();
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fillWidth();
}

void DataTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fillWidth();
}

void DataTable::resetColumns()
{
    restoreColumns(m_firstColumns);
    Q_EMIT columnsChanged();
}

void DataTable::fillColumnMenu(QMenu &menu)
{
    for (int column = 1; column < model()->columnCount(); ++column) {
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            fillWidth();
            Q_EMIT columnsChanged();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns as at First")), &QAction::triggered, this, &DataTable::resetColumns);
}

void DataTable::selectNext(int step)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0)
        return;
    const bool some = selectionModel()->hasSelection() && currentIndex().isValid();
    const int row = some ? (currentIndex().row() + step + rows) % rows : (step > 0 ? 0 : rows - 1);
    selectRow(row);
    scrollTo(currentIndex());
}

void DataTable::copy() const
{
    QGuiApplication::clipboard()->setText(asText());
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool some = selectionModel() && selectionModel()->hasSelection();
    QAction *copyRows = menu.addAction(icon(Glyph::Copy), some ? tr("Copy Rows") : tr("Copy All Rows"));
    copyRows->setShortcut(QKeySequence::Copy);
    connect(copyRows, &QAction::triggered, this, &DataTable::copy);
    if (m_offersColumns)
        fillColumnMenu(*menu.addMenu(tr("Columns")));
    menu.exec(event->globalPos());
}

void DataTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adaptRowHeight();
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        followTextSize();
}

} // namespace nodescope::widgets
