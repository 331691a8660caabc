#include "widgets/tables/DataTable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include "widgets/style/Icons.h"

namespace nodescope::widgets {

namespace {
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
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
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
    // With their number: the state of a table with other columns must not be taken for this one's.
    return QByteArray::number(horizontalHeader()->count()) + ':' + horizontalHeader()->saveState();
}

void DataTable::restoreColumns(const QByteArray &state)
{
    const QByteArray count = QByteArray::number(horizontalHeader()->count()) + ':';
    if (state.startsWith(count))
        horizontalHeader()->restoreState(state.mid(count.size()));
    showColumn(0);
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
}

} // namespace nodescope::widgets
