#include "widgets/timeline/TablePage.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include "models/Roles.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"
#include "widgets/tables/FilterField.h"

namespace nodescope::widgets {

using models::LinkTableModel;

namespace {
/// A table of more links is not kept in order while nobody looks.
constexpr int ManyLinks = 2000;

void resizeColumns(DataTable *table, const QList<int> &widths)
{
    table->setColumnWidths(widths);
    // A heading is never narrower than its words, in any language.
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}
} // namespace

TablePage::TablePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_find(new FilterField(store, this))
    , m_table(new DataTable(this))
{
    m_find->setMaximumWidth(Theme::current(this).ipx(420));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_find, 1);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
}

void TablePage::setFilter(models::TableFilter &filter, const QList<int> &widths)
{
    m_table->setModel(&filter);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    resizeColumns(m_table, widths);
    connect(m_find, &FilterField::filterChanged, &filter, &models::TableFilter::setFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (m_table->hasFocus())
                    choose(row);
            });
    connect(m_find, &FilterField::nextRequested, this, [this](int step) {
        m_table->selectNext(step);
        choose(m_table->currentIndex());
    });
    connect(&m_selection, &SelectionModel::changed, this, &TablePage::follow);
}

void TablePage::choose(const QModelIndex &row)
{
    if (row.isValid())
        m_selection.select(subjectOf(row));
}

void TablePage::follow(const Selection &selection)
{
    const QModelIndex row = rowOf(selection);
    if (!row.isValid()) {
        m_table->clearSelection();
    } else if (m_table->currentIndex().row() != row.row() || !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(row.row());
    }
}

void TablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

NodesPage::NodesPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : TablePage(store, selection, parent)
    , m_model(store)
    , m_filter(store)
{
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    setFilter(m_filter, {220, 130, 130, 90, 110, 60, 90, 90, 100, 100, 110, 100});
    table()->setObjectName(QStringLiteral("nodesTable"));
    table()->offerColumns();
    NodesPage::retranslate();
}

Selection NodesPage::subjectOf(const QModelIndex &row) const
{
    return row.data(models::NodeNameRole).value<base::NodeName>();
}

QModelIndex NodesPage::rowOf(const Selection &subject) const
{
    const auto *node = std::get_if<base::NodeName>(&subject);
    return node ? m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(*node))) : QModelIndex();
}

void NodesPage::retranslate()
{
    field()->setPlaceholderText(tr("Filter nodes"));
    field()->setAccessibleName(tr("Filter nodes"));
    table()->setAccessibleName(tr("Nodes"));
    m_words.retranslate();
}

LinksPage::LinksPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : TablePage(store, selection, parent)
    , m_model(store)
    , m_filter(store)
{
    m_model.setFollowing(false);
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    setFilter(m_filter, {180, 180, 110, 130, 130, 80, 140, 90, 120, 120, 90, 90, 120});
    table()->setObjectName(QStringLiteral("linksTable"));
    table()->offerColumns({LinkTableModel::Packets, LinkTableModel::Bytes, LinkTableModel::Held});
    LinksPage::retranslate();
}

Selection LinksPage::subjectOf(const QModelIndex &row) const
{
    return row.data(models::LinkKeyRole).value<cluster::LinkKey>();
}

QModelIndex LinksPage::rowOf(const Selection &subject) const
{
    const auto *link = std::get_if<cluster::LinkKey>(&subject);
    return link ? m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(*link))) : QModelIndex();
}

void LinksPage::retranslate()
{
    field()->setPlaceholderText(tr("Filter links"));
    field()->setAccessibleName(tr("Filter links"));
    table()->setAccessibleName(tr("Links"));
    m_words.retranslate();
}

void LinksPage::showEvent(QShowEvent *event)
{
    m_model.setFollowing(true);
    followSelected();
    TablePage::showEvent(event);
}

void LinksPage::hideEvent(QHideEvent *event)
{
    if (m_model.rowCount() > ManyLinks)
        m_model.setFollowing(false);
    TablePage::hideEvent(event);
}

} // namespace nodescope::widgets
