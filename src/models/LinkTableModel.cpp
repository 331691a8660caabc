#include "models/LinkTableModel.h"

#include <utility>

#include "models/Roles.h"

namespace nodescope::models {

using cluster::ClusterStore;

LinkTableModel::LinkTableModel(const ClusterStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    connect(&store, &ClusterStore::linkAdded, this, &LinkTableModel::add);
    connect(&store, &ClusterStore::linkChanged, this, &LinkTableModel::change);
    connect(&store, &ClusterStore::linkRemoved, this, &LinkTableModel::remove);
    connect(&store, &ClusterStore::batchEnded, this, &LinkTableModel::takeNew);
    connect(&store, &ClusterStore::reset, this, &LinkTableModel::reload);
    reload();
}

void LinkTableModel::setTrends(const Trends &trends)
{
    m_trends = &trends;
    connect(&trends, &Trends::linkChanged, this, &LinkTableModel::trafficChanged);
}

void LinkTableModel::setNode(const base::NodeName &node)
{
    if (m_node == node)
        return;
    m_node = node;
    reload();
}

void LinkTableModel::setFollowing(bool follows)
{
    if (std::exchange(m_follows, follows) != follows)
        reload();
}

int LinkTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int LinkTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinkTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const cluster::Link *link = m_store.cluster().link(m_rows.at(index.row()));
    if (!link)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(*link, index.column());
    case SortRole:
        return index.column() == State ? QVariant(static_cast<int>(link->state))
                                       : display(*link, index.column());
    case ValueRole:
        return QVariant::fromValue(*link);
    case LinkKeyRole:
        return QVariant::fromValue(link->key);
    default:
        return {};
    }
}

QModelIndex LinkTableModel::indexOf(const cluster::LinkKey &key, int column) const
{
    const int row = m_rows.rowOf(key);
    return row < 0 ? QModelIndex() : index(row, column);
}

void LinkTableModel::add(const cluster::LinkKey &key)
{
    if (accepts(key))
        m_rows.await(key);
}

void LinkTableModel::takeNew()
{
    m_rows.insertWaiting([this](int first, int last) { beginInsertRows({}, first, last); },
                         [this] { endInsertRows(); });
}

void LinkTableModel::change(const cluster::LinkKey &key)
{
    const QModelIndex first = indexOf(key);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void LinkTableModel::trafficChanged(const cluster::LinkKey &key)
{
    const QModelIndex first = indexOf(key, PacketRate);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void LinkTableModel::remove(const cluster::LinkKey &key)
{
    m_rows.forget(key);
    const int row = m_rows.rowOf(key);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void LinkTableModel::reload()
{
    beginResetModel();
    m_rows.clear();
    if (m_follows) {
        for (const cluster::Link &link : m_store.cluster().sortedLinks()) {
            if (accepts(link.key))
                m_rows.insertAt(m_rows.size(), link.key);
        }
    }
    endResetModel();
}

bool LinkTableModel::accepts(const cluster::LinkKey &key) const
{
    return m_follows && (m_node.isNull() || key.contains(m_node));
}

QVariant LinkTableModel::display(const cluster::Link &link, int column) const
{
    switch (column) {
    case A:
        return link.key.a.text();
    case B:
        return link.key.b.text();
    case State:
        return identifierOf(link.state);
    case ASees:
        return identifierOf(link.aSees);
    case BSees:
        return identifierOf(link.bSees);
    case Hidden:
        return link.hidden;
    case Cause:
        return link.diagnosis ? identifierOf(link.diagnosis->cause) : link.reason;
    case Since:
        return link.since;
    default:
        return counted(link.key, column);
    }
}

QVariant LinkTableModel::counted(const cluster::LinkKey &key, int column) const
{
    const cluster::Traffic *traffic = m_store.cluster().traffic(key);
    if (!traffic)
        return {};
    const LinkRate rate = m_trends ? m_trends->rate(key) : LinkRate();
    const auto variant = [](const auto &value) { return value ? QVariant::fromValue(*value) : QVariant(); };
    // The two ends count the same packets: the one that tells is enough.
    const cluster::EndTraffic &end = traffic->a.isKnown() ? traffic->a : traffic->b;
    switch (column) {
    case PacketRate:
        return variant(rate.packets());
    case ByteRate:
        return variant(rate.bytes());
    case Packets:
        return end.packetsIn + end.packetsOut;
    case Bytes:
        return end.bytesIn && end.bytesOut ? QVariant(*end.bytesIn + *end.bytesOut) : QVariant();
    case Held:
        return traffic->a.bytesHeld || traffic->b.bytesHeld
                   ? QVariant(traffic->a.bytesHeld.value_or(0) + traffic->b.bytesHeld.value_or(0))
                   : QVariant();
    default:
        return {};
    }
}

} // namespace nodescope::models
