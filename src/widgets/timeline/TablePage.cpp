#include "widgets/timeline/TablePage.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include "models/Roles.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"
#include "widgets/tables/FilterField.h"

namespace nodescope::widgets {

using models::LinkTableModel;
using models::NodeTableModel;

namespace {
/// A table of more links is not kept in order while nobody looks.
constexpr int ManyLinks = 2000;

/// A field to filter above a table: what both pages look like.
void layOutPage(QWidget *page, FilterField *find, DataTable *table, models::TableFilter &filter)
{
    find->setMaximumWidth(Theme::current(page).ipx(420));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(find, 1);
    row->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(table, 1);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setModel(&filter);
    table->sortByColumn(0, Qt::AscendingOrder);
    QObject::connect(find, &FilterField::filterChanged, &filter, &models::TableFilter::setFilter);
}

void resizeColumns(DataTable *table, const QList<int> &widths)
{
    table->setColumnWidths(widths);
    // A heading is never narrower than its words, in any language.
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column)
        header->resizeSection(column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
}
} // namespace

NodesPage::NodesPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(store)
    , m_filter(store)
    , m_find(new FilterField(store, this))
    , m_table(new DataTable(this))
{
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    layOutPage(this, m_find, m_table, m_filter);
    resizeColumns(m_table, {220, 130, 130, 90, 110, 60, 90, 90, 100, 100, 110, 100});
    m_table->setObjectName(QStringLiteral("nodesTable"));
    m_table->offerColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (m_table->hasFocus())
                    choose(index);
            });
    connect(m_find, &FilterField::nextRequested, this, [this](int step) {
        m_table->selectNext(step);
        choose(m_table->currentIndex());
    });
    connect(&selection, &SelectionModel::changed, this, &NodesPage::follow);
    retranslate();
}

void NodesPage::choose(const QModelIndex &index)
{
    if (index.isValid())
        m_selection.select(index.data(models::NodeNameRole).value<base::NodeName>());
}

void NodesPage::follow(const Selection &selection)
{
    const auto *node = std::get_if<base::NodeName>(&selection);
    const QModelIndex row =
        node ? m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(*node))) : QModelIndex();
    if (!row.isValid()) {
        m_table->clearSelection();
    } else if (m_table->currentIndex().row() != row.row() || !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(row.row());
    }
}

void NodesPage::retranslate()
{
    m_find->setPlaceholderText(tr("Filter nodes"));
    m_find->setAccessibleName(tr("Filter nodes"));
    m_table->setAccessibleName(tr("Nodes"));
    m_words.retranslate();
}

void NodesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

LinksPage::LinksPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(store)
    , m_filter(store)
    , m_find(new FilterField(store, this))
    , m_table(new DataTable(this))
{
    m_model.setFollowing(false);
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    layOutPage(this, m_find, m_table, m_filter);
    resizeColumns(m_table, {180, 180, 110, 130, 130, 80, 140, 90, 120, 120, 90, 90, 120});
    m_table->setObjectName(QStringLiteral("linksTable"));
    m_table->offerColumns({LinkTableModel::Packets, LinkTableModel::Bytes, LinkTableModel::Held});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (m_table->hasFocus())
                    choose(index);
            });
    connect(m_find, &FilterField::nextRequested, this, [this](int step) {
        m_table->selectNext(step);
        choose(m_table->currentIndex());
    });
    connect(&selection, &SelectionModel::changed, this, &LinksPage::follow);
    retranslate();
}

void LinksPage::choose(const QModelIndex &index)
{
    if (index.isValid())
        m_selection.select(index.data(models::LinkKeyRole).value<cluster::LinkKey>());
}

void LinksPage::follow(const Selection &selection)
{
    const auto *link = std::get_if<cluster::LinkKey>(&selection);
    const QModelIndex row =
        link ? m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(*link))) : QModelIndex();
    if (!row.isValid()) {
        m_table->clearSelection();
    } else if (m_table->currentIndex().row() != row.row() || !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(row.row());
    }
}

void LinksPage::retranslate()
{
    m_find->setPlaceholderText(tr("Filter links"));
    m_find->setAccessibleName(tr("Filter links"));
    m_table->setAccessibleName(tr("Links"));
    m_words.retranslate();
}

void LinksPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LinksPage::showEvent(QShowEvent *event)
{
    m_model.setFollowing(true);
    follow(m_selection.current());
    QWidget::showEvent(event);
}

void LinksPage::hideEvent(QHideEvent *event)
{
    if (m_model.rowCount() > ManyLinks)
        m_model.setFollowing(false);
    QWidget::hideEvent(event);
}

} // namespace nodescope::widgets
