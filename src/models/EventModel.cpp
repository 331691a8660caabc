#include "models/EventModel.h"

#include "models/Roles.h"

namespace nodescope::models {

using cluster::ClusterStore;
using cluster::Event;

EventModel::EventModel(const ClusterStore &store, int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_capacity(capacity)
{
    connect(&store, &ClusterStore::eventHappened, this,
            [this](const Event &event) { m_pending.append(event); });
    connect(&store, &ClusterStore::batchEnded, this, &EventModel::append);
    connect(&store, &ClusterStore::reset, this, &EventModel::reload);
    reload();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(event, index.column());
    case SortRole:
        return index.column() == Time ? QVariant(event.id) : display(event, index.column());
    case ValueRole:
        return QVariant::fromValue(event);
    case NodeNameRole:
        return QVariant::fromValue(event.node);
    default:
        return {};
    }
}

QModelIndex EventModel::indexOf(quint64 id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                        [](const Event &event, quint64 wanted) { return event.id < wanted; });
    if (found == m_rows.end() || found->id != id)
        return {};
    return index(static_cast<int>(found - m_rows.begin()), 0);
}

void EventModel::append()
{
    if (m_pending.size() > m_capacity)
        m_pending.remove(0, m_pending.size() - m_capacity);
    if (m_pending.isEmpty())
        return;
    const int added = static_cast<int>(m_pending.size());
    const int excess = rowCount() + added - m_capacity;
    if (excess > 0) {
        beginRemoveRows({}, 0, excess - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + excess);
        endRemoveRows();
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + added - 1);
    m_rows.insert(m_rows.end(), m_pending.cbegin(), m_pending.cend());
    m_pending.clear();
    endInsertRows();
}

void EventModel::reload()
{
    beginResetModel();
    m_pending.clear();
    m_rows = m_store.cluster().events();
    const auto excess = static_cast<qsizetype>(m_rows.size()) - m_capacity;
    if (excess > 0)
        m_rows.erase(m_rows.begin(), m_rows.begin() + excess);
    endResetModel();
}

QVariant EventModel::display(const Event &event, int column)
{
    switch (column) {
    case Time:
        return event.time;
    case Kind:
        return identifierOf(event.kind);
    case Source:
        return event.source.text();
    case Node:
        return event.node.text();
    case Reason:
        return event.detail.isEmpty() ? event.reason : event.reason + QStringLiteral(" ") + event.detail;
    default:
        return {};
    }
}

} // namespace nodescope::models
