#include "models/NodeTreeModel.h"

#include "models/Roles.h"

namespace nodescope::models {

using base::NodeName;
using cluster::ClusterStore;

struct NodeTreeModel::Section
{
    QString host; ///< empty: the section of EPMD
    bool epmd = false;
    SortedRows<NodeName> rows;
};

// An index of a section carries no pointer; that of a row carries its section's.

NodeTreeModel::NodeTreeModel(const ClusterStore &store, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_epmd(std::make_unique<Section>())
    , m_places(store.cluster())
{
    m_epmd->epmd = true;
    connect(&store, &ClusterStore::nodeAdded, this, &NodeTreeModel::nodeCame);
    connect(&store, &ClusterStore::nodeChanged, this, &NodeTreeModel::nodeCame);
    connect(&store, &ClusterStore::nodeRemoved, this, &NodeTreeModel::nodeWent);
    connect(&store, &ClusterStore::hostChanged, this, &NodeTreeModel::hostChanged);
    connect(&store, &ClusterStore::reset, this, &NodeTreeModel::reload);
    reload();
}

NodeTreeModel::~NodeTreeModel() = default;

QModelIndex NodeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    const auto hostCount = static_cast<int>(m_hosts.size());
    Section *section =
        parent.row() < hostCount ? m_hosts[static_cast<size_t>(parent.row())].get() : m_epmd.get();
    return createIndex(row, column, section);
}

QModelIndex NodeTreeModel::parent(const QModelIndex &child) const
{
    const auto *section = static_cast<const Section *>(child.internalPointer());
    return section ? indexOf(section) : QModelIndex();
}

int NodeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_hosts.size()) + (m_epmd->rows.isEmpty() ? 0 : 1);
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    const auto row = static_cast<size_t>(parent.row());
    return row < m_hosts.size() ? m_hosts[row]->rows.size() : m_epmd->rows.size();
}

int NodeTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags NodeTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && !index.internalPointer())
        flags &= ~Qt::ItemIsSelectable;
    return flags;
}

QVariant NodeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *section = static_cast<const Section *>(index.internalPointer());
    if (!section) {
        const auto row = static_cast<size_t>(index.row());
        return sectionData(row < m_hosts.size() ? *m_hosts[row] : *m_epmd, index.column(), role);
    }
    const NodeName &name = section->rows.at(index.row());
    return section->epmd ? entryData(name, index.column(), role) : nodeData(name, index.column(), role);
}

QVariant NodeTreeModel::sectionData(const Section &section, int column, int role) const
{
    switch (role) {
    case RowKindRole:
        return static_cast<int>(section.epmd ? RowKind::EpmdSection : RowKind::Host);
    case Qt::DisplayRole:
        return column == Name ? QVariant(section.host) : QVariant();
    case SortRole:
        // Behind every host: no host's name begins with this character.
        return section.epmd ? QString(QChar(0xffff)) : section.host;
    case HostRole:
        return section.host;
    case CountRole:
        return section.rows.size();
    case FailedCountRole:
        return failedIn(section);
    default:
        return {};
    }
}

QVariant NodeTreeModel::nodeData(const NodeName &name, int column, int role) const
{
    const cluster::Node *node = m_store.cluster().node(name);
    if (!node)
        return {};
    switch (role) {
    case RowKindRole:
        return static_cast<int>(RowKind::Node);
    case Qt::DisplayRole:
        return column == Name ? name.name() : identifierOf(node->state);
    case SortRole:
        return name.text();
    case ValueRole:
        return QVariant::fromValue(*node);
    case NodeNameRole:
        return QVariant::fromValue(name);
    case HostRole:
        return name.host();
    case PortRole:
        return node->port;
    default:
        return {};
    }
}

QVariant NodeTreeModel::entryData(const NodeName &name, int column, int role) const
{
    const NodePlaces::Entry entry = m_places.entry(name);
    switch (role) {
    case RowKindRole:
        return static_cast<int>(RowKind::EpmdEntry);
    case Qt::DisplayRole:
        return column == Name ? name.name() : name.host();
    case SortRole:
        return name.text();
    case NodeNameRole:
        return QVariant::fromValue(name);
    case HostRole:
        return name.host();
    case PortRole:
        return entry.port;
    case EpmdPortRole:
        return entry.epmdPort;
    default:
        return {};
    }
}

QModelIndex NodeTreeModel::indexOf(const NodeName &name) const
{
    for (Section *section : {sectionOf(name.host()), m_epmd.get()}) {
        const int row = section ? section->rows.rowOf(name) : -1;
        if (row >= 0)
            return createIndex(row, Name, section);
    }
    return {};
}

void NodeTreeModel::nodeCame(const NodeName &name)
{
    m_places.nodeCame(name);
    place(name);
    placeEntriesLike(name);
    const QModelIndex row = indexOf(name);
    if (!row.isValid())
        return;
    // Its name, and so its place, stay: nothing needs to be sorted.
    Q_EMIT dataChanged(row, row.siblingAtColumn(ColumnCount - 1), {Qt::DisplayRole, ValueRole});
    sectionChanged(static_cast<const Section *>(row.internalPointer()));
}

void NodeTreeModel::nodeWent(const NodeName &name)
{
    m_places.nodeWent(name);
    place(name);
    placeEntriesLike(name);
}

void NodeTreeModel::hostChanged(const QString &host)
{
    const QList<NodeName> touched = m_places.hostChanged(host);
    for (const NodeName &name : touched)
        place(name);
}

void NodeTreeModel::reload()
{
    beginResetModel();
    m_hosts.clear();
    m_epmd->rows.clear();
    m_places.clear();
    endResetModel();
    for (const cluster::Node &node : m_store.cluster().sortedNodes())
        nodeCame(node.name);
    for (const cluster::Host &host : m_store.cluster().hosts())
        hostChanged(host.host);
}

void NodeTreeModel::place(const NodeName &name)
{
    const bool wanted = m_places.belongsToHost(name);
    Section *section = sectionOf(name.host());
    if (wanted && !section) {
        const auto at =
            std::lower_bound(m_hosts.begin(), m_hosts.end(), name.host(),
                             [](const auto &one, const QString &host) { return one->host < host; });
        const int row = static_cast<int>(at - m_hosts.begin());
        auto added = std::make_unique<Section>();
        added->host = name.host();
        section = added.get();
        beginInsertRows({}, row, row);
        m_hosts.insert(at, std::move(added));
        endInsertRows();
    }
    if (section)
        setPresent(section, name, wanted);
    setPresent(m_epmd.get(), name, m_places.belongsToEpmd(name));
}

void NodeTreeModel::placeEntriesLike(const NodeName &name)
{
    const QList<NodeName> entries = m_places.entriesLike(name);
    for (const NodeName &entry : entries)
        place(entry);
}

void NodeTreeModel::setPresent(Section *section, const NodeName &name, bool wanted)
{
    const int row = section->rows.rowOf(name);
    if (wanted && row < 0)
        insertRow(section, name);
    else if (!wanted && row >= 0)
        removeRow(section, row);
}

void NodeTreeModel::insertRow(Section *section, const NodeName &name)
{
    const bool appears = section->epmd && section->rows.isEmpty();
    if (appears) {
        // The section and its first row come as one row: what is inside is read with it.
        const auto last = static_cast<int>(m_hosts.size());
        beginInsertRows({}, last, last);
        section->rows.insertAt(0, name);
        endInsertRows();
        return;
    }
    const int row = section->rows.rowFor(name);
    beginInsertRows(indexOf(section), row, row);
    section->rows.insertAt(row, name);
    endInsertRows();
    sectionChanged(section);
}

void NodeTreeModel::removeRow(Section *section, int row)
{
    if (section->rows.size() > 1) {
        beginRemoveRows(indexOf(section), row, row);
        section->rows.removeAt(row);
        endRemoveRows();
        sectionChanged(section);
        return;
    }
    const int sectionRow = rowOf(section);
    beginRemoveRows({}, sectionRow, sectionRow);
    if (section->epmd)
        section->rows.clear();
    else
        m_hosts.erase(m_hosts.begin() + sectionRow);
    endRemoveRows();
}

void NodeTreeModel::sectionChanged(const Section *section)
{
    const QModelIndex row = indexOf(section);
    Q_EMIT dataChanged(row, row.siblingAtColumn(ColumnCount - 1),
                       {Qt::DisplayRole, CountRole, FailedCountRole});
}

NodeTreeModel::Section *NodeTreeModel::sectionOf(const QString &host) const
{
    const auto at =
        std::lower_bound(m_hosts.begin(), m_hosts.end(), host,
                         [](const auto &one, const QString &wanted) { return one->host < wanted; });
    return at != m_hosts.end() && (*at)->host == host ? at->get() : nullptr;
}

int NodeTreeModel::rowOf(const Section *section) const
{
    if (section->epmd)
        return static_cast<int>(m_hosts.size());
    const auto at = std::lower_bound(m_hosts.begin(), m_hosts.end(), section->host,
                                     [](const auto &one, const QString &host) { return one->host < host; });
    return static_cast<int>(at - m_hosts.begin());
}

QModelIndex NodeTreeModel::indexOf(const Section *section, int column) const
{
    return createIndex(rowOf(section), column, nullptr);
}

int NodeTreeModel::failedIn(const Section &section) const
{
    const QList<NodeName> &names = section.rows.keys();
    return static_cast<int>(std::count_if(names.begin(), names.end(), [this](const NodeName &name) {
        const cluster::Node *node = m_store.cluster().node(name);
        return node && node->state == cluster::NodeState::Failed;
    }));
}

} // namespace nodescope::models
