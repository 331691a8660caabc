#include "widgets/replay/StoriesPage.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include "widgets/common/Words.h"
#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

using cluster::HappeningKind;

StoryModel::StoryModel(const TimeDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_rows(desk.stories())
{
    connect(&desk, &TimeDesk::storiesChanged, this, &StoryModel::follow);
}

/// By the fewest changes of rows: mostly one comes, or one goes on.
void StoryModel::follow()
{
    const QList<doctor::Story> &now = m_desk.stories();
    const auto isSame = [](const doctor::Story &x, const doctor::Story &y) { return x.what.id == y.what.id; };
    while (!m_rows.isEmpty() && (now.isEmpty() || !isSame(m_rows.constFirst(), now.constFirst()))) {
        beginRemoveRows({}, 0, 0);
        m_rows.removeFirst();
        endRemoveRows();
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i) == now.at(i))
            continue;
        m_rows[i] = now.at(i);
        Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
    if (now.size() <= m_rows.size())
        return;
    beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(now.size()) - 1);
    m_rows = now;
    endInsertRows();
}

int StoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const doctor::Story &story = m_rows.at(index.row());
    if (role == Qt::UserRole)
        return story.what.began.toMSecsSinceEpoch();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Time:
        return momentText(story.what.began);
    case Kind:
        switch (story.what.kind) {
        case HappeningKind::Split:
            return story.what.isOver() ? tr("split, healed") : tr("split");
        case HappeningKind::NodesLost:
            return story.what.isOver() ? tr("lost, back") : tr("lost");
        case HappeningKind::Flapping:
            return tr("flapping");
        }
        break;
    default:
        break;
    }
    return doctor::sentenceOf(story);
}

QVariant StoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Kind:
        return tr("Kind");
    default:
        return tr("What happened");
    }
}

void StoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

StoriesPage::StoriesPage(TimeDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_model(desk)
    , m_table(new DataTable(this))
{
    m_table->setModel(&m_model);
    m_table->setSortingEnabled(false);
    m_table->setColumnWidths({130, 130}); // time, kind
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &QTableView::activated, &desk, [&desk](const QModelIndex &index) {
        desk.ask(cluster::SeekTo{index.siblingAtColumn(0).data(Qt::UserRole).toLongLong()});
    });
    retranslate();
}

void StoriesPage::retranslate()
{
    m_table->setAccessibleName(tr("What happened to the cluster"));
    m_table->setToolTip(tr("A double click shows the moment"));
    m_table->setEmptyText(
        tr("Nothing has happened to the cluster as a whole yet: no net split, no node lost, none that comes "
           "and goes."));
    m_model.retranslate();
}

void StoriesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
