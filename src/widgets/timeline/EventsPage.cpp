#include "widgets/timeline/EventsPage.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/Roles.h"
#include "widgets/common/Labels.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"
#include "widgets/tables/FilterField.h"
#include "widgets/tables/FollowNewest.h"

namespace nodescope::widgets {

EventsPage::EventsPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(store)
    , m_filter(store)
    , m_find(new FilterField(store, this))
    , m_newest(makeQuietButton(this))
    , m_table(new DataTable(this))
{
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    m_table->setModel(&m_filter);
    m_table->sortByColumn(models::EventModel::Time, Qt::AscendingOrder);
    m_table->setColumnWidths({124, 124, 180, 180}); // time, kind, source, node
    m_table->setObjectName(QStringLiteral("eventsTable"));
    m_table->offerColumns();
    m_find->setMaximumWidth(Theme::current(this).ipx(420));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_find, 1);
    row->addStretch();
    row->addWidget(m_newest);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);

    connect(m_find, &FilterField::filterChanged, &m_filter, &models::TableFilter::setFilter);
    connect(m_find, &FilterField::nextRequested, this, [this](int step) {
        m_table->selectNext(step);
        const QModelIndex index = m_table->currentIndex();
        if (index.isValid())
            m_selection.select(EventId{index.data(models::ValueRole).value<cluster::Event>().id});
    });
    new FollowNewest(*m_table, *m_newest);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && m_table->hasFocus())
                    m_selection.select(EventId{index.data(models::ValueRole).value<cluster::Event>().id});
            });
    connect(&selection, &SelectionModel::changed, this, &EventsPage::follow);
    retranslate();
}

void EventsPage::follow(const Selection &selection)
{
    const auto *event = std::get_if<EventId>(&selection);
    if (!event || m_table->hasFocus())
        return;
    const QModelIndex row = m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(event->id)));
    if (!row.isValid())
        return;
    m_table->selectRow(row.row());
    m_table->scrollTo(row);
}

void EventsPage::retranslate()
{
    m_find->setPlaceholderText(tr("Filter events"));
    m_find->setAccessibleName(tr("Filter events"));
    m_newest->setText(tr("Go to the newest"));
    m_table->setAccessibleName(tr("Events"));
    m_words.retranslate();
}

void EventsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
