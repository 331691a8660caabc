#include "models/NodeTableModel.h"

#include "models/Roles.h"

namespace nodescope::models {

using cluster::ClusterStore;

NodeTableModel::NodeTableModel(const ClusterStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    connect(&store, &ClusterStore::nodeAdded, this, &NodeTableModel::add);
    connect(&store, &ClusterStore::nodeChanged, this, &NodeTableModel::change);
    connect(&store, &ClusterStore::nodeRemoved, this, &NodeTableModel::remove);
    connect(&store, &ClusterStore::linkAdded, this, &NodeTableModel::linkChanged);
    connect(&store, &ClusterStore::linkChanged, this, &NodeTableModel::linkChanged);
    connect(&store, &ClusterStore::linkRemoved, this, &NodeTableModel::linkChanged);
    connect(&store, &ClusterStore::batchEnded, this, &NodeTableModel::takeNew);
    connect(&store, &ClusterStore::reset, this, &NodeTableModel::reload);
    reload();
}

void NodeTableModel::setTrends(const Trends &trends)
{
    m_trends = &trends;
    connect(&trends, &Trends::nodeChanged, this, &NodeTableModel::figuresChanged);
}

int NodeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int NodeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const cluster::Node *node = m_store.cluster().node(m_rows.at(index.row()));
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(*node, index.column());
    case SortRole:
        return sortKey(*node, index.column());
    case ValueRole:
        return QVariant::fromValue(*node);
    case NodeNameRole:
        return QVariant::fromValue(node->name);
    default:
        return {};
    }
}

QModelIndex NodeTableModel::indexOf(const base::NodeName &name, int column) const
{
    const int row = m_rows.rowOf(name);
    return row < 0 ? QModelIndex() : index(row, column);
}

void NodeTableModel::add(const base::NodeName &name)
{
    m_rows.await(name);
}

void NodeTableModel::takeNew()
{
    m_rows.insertWaiting([this](int first, int last) { beginInsertRows({}, first, last); },
                         [this] { endInsertRows(); });
}

void NodeTableModel::change(const base::NodeName &name)
{
    const QModelIndex first = indexOf(name);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void NodeTableModel::remove(const base::NodeName &name)
{
    m_rows.forget(name);
    const int row = m_rows.rowOf(name);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void NodeTableModel::figuresChanged(const base::NodeName &name)
{
    const QModelIndex first = indexOf(name, FirstFigure);
    if (first.isValid())
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void NodeTableModel::linkChanged(const cluster::LinkKey &key)
{
    for (const base::NodeName &end : {key.a, key.b}) {
        const QModelIndex cell = indexOf(end, Links);
        if (cell.isValid())
            Q_EMIT dataChanged(cell, cell);
    }
}

void NodeTableModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const cluster::Node &node : m_store.cluster().sortedNodes())
        m_rows.insertAt(m_rows.size(), node.name);
    endResetModel();
}

QVariant NodeTableModel::display(const cluster::Node &node, int column) const
{
    if (column >= FirstFigure) {
        const auto figure = static_cast<Figure>(column - FirstFigure);
        const auto value = m_trends ? m_trends->now(node.name, figure) : std::nullopt;
        return value ? QVariant(*value) : QVariant();
    }
    switch (column) {
    case Name:
        return node.name.text();
    case Kind:
        return identifierOf(node.kind);
    case State:
        return identifierOf(node.state);
    case Release:
        return node.release;
    case Watched:
        return identifierOf(node.watched);
    case Links:
        return upLinks(node.name);
    case Since:
        return node.since;
    default:
        return {};
    }
}

QVariant NodeTableModel::sortKey(const cluster::Node &node, int column) const
{
    if (column == Release)
        return node.release.toInt();
    if (column == State)
        return static_cast<int>(node.state);
    return display(node, column);
}

int NodeTableModel::upLinks(const base::NodeName &name) const
{
    const QList<cluster::Link> links = m_store.cluster().linksOf(name);
    return static_cast<int>(std::count_if(links.begin(), links.end(), [](const cluster::Link &link) {
        return link.state == cluster::LinkState::Up || link.state == cluster::LinkState::OneSided;
    }));
}

} // namespace nodescope::models
