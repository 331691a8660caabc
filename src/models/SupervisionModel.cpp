#include "models/SupervisionModel.h"

#include <algorithm>

#include "models/Roles.h"

namespace nodescope::models {

using namespace cluster;

struct SupervisionModel::Item
{
    Supervised value;
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    [[nodiscard]] int row() const
    {
        const auto &siblings = parent->children;
        const auto it = std::find_if(siblings.begin(), siblings.end(),
                                     [this](const auto &other) { return other.get() == this; });
        return static_cast<int>(it - siblings.begin());
    }
};

SupervisionModel::SupervisionModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

SupervisionModel::~SupervisionModel() = default;

void SupervisionModel::show(const base::NodeName &node)
{
    beginResetModel();
    m_node = node;
    m_root = std::make_unique<Item>();
    m_items.clear();
    m_refusal.clear();
    m_answered = false;
    m_leftOut = 0;
    endResetModel();
    Q_EMIT stateChanged();
}

void SupervisionModel::take(const Reports &reports)
{
    for (const Report &report : reports) {
        const auto *told = std::get_if<SupervisionTold>(&report);
        if (told && told->tree.node == m_node && !m_node.isNull())
            take(told->tree);
    }
}

void SupervisionModel::take(const SupervisionTree &tree)
{
    m_answered = true;
    m_refusal = tree.refusal;
    m_leftOut = tree.leftOut;
    if (tree.refusal.isEmpty()) {
        QHash<QString, QSet<QString>> there; // children by their parent's path
        for (const Supervised &entry : tree.entries)
            there[entry.parent < 0 ? QString() : tree.entries.at(entry.parent).path].insert(entry.path);
        removeOthers(*m_root, there.value(QString()));
        const QList<Item *> before = m_items.values();
        for (Item *item : before) {
            // One that went with its supervisor is no item any more.
            if (m_items.value(item->value.path) == item)
                removeOthers(*item, there.value(item->value.path));
        }
        for (const Supervised &entry : tree.entries) {
            if (Item *known = m_items.value(entry.path)) {
                update(*known, entry);
                continue;
            }
            Item *parent =
                entry.parent < 0 ? m_root.get() : m_items.value(tree.entries.at(entry.parent).path);
            const auto row = static_cast<int>(parent->children.size());
            beginInsertRows(parent == m_root.get() ? QModelIndex() : indexFor(*parent), row, row);
            auto item = std::make_unique<Item>();
            item->value = entry;
            item->parent = parent;
            m_items.insert(entry.path, item.get());
            parent->children.push_back(std::move(item));
            endInsertRows();
        }
    }
    Q_EMIT stateChanged();
}

void SupervisionModel::removeOthers(Item &parent, const QSet<QString> &there)
{
    for (auto row = static_cast<int>(parent.children.size()) - 1; row >= 0; --row) {
        const Item &child = *parent.children[static_cast<std::size_t>(row)];
        if (there.contains(child.value.path))
            continue;
        beginRemoveRows(&parent == m_root.get() ? QModelIndex() : indexFor(parent), row, row);
        forget(child);
        parent.children.erase(parent.children.begin() + row);
        endRemoveRows();
    }
}

void SupervisionModel::forget(const Item &item)
{
    m_items.remove(item.value.path);
    for (const auto &child : item.children)
        forget(*child);
}

void SupervisionModel::update(Item &item, const Supervised &entry)
{
    Supervised now = entry;
    now.parent = item.value.parent; // a row of the answer, not of ours
    if (now == item.value)
        return;
    const bool again = now.restarts > item.value.restarts;
    item.value = now;
    Q_EMIT dataChanged(indexFor(item), indexFor(item, ColumnCount - 1));
    if (again)
        Q_EMIT restarted(indexFor(item));
}

SupervisionModel::Item *SupervisionModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex SupervisionModel::indexFor(const Item &item, int column) const
{
    return createIndex(item.row(), column, const_cast<Item *>(&item));
}

QModelIndex SupervisionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SupervisionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Item *above = itemOf(index)->parent;
    return above == m_root.get() ? QModelIndex() : indexFor(*above);
}

int SupervisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemOf(parent)->children.size());
}

int SupervisionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant SupervisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Supervised &value = itemOf(index)->value;
    if (role == ValueRole)
        return QVariant::fromValue(value);
    if (role == NodeNameRole)
        return QVariant::fromValue(m_node);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Id:
        return value.id;
    case Pid:
        return value.pid;
    case Restarts:
        return value.restarts;
    case LastEnd:
        return value.lastEnd;
    case Modules:
        return value.modules;
    default:
        return {};
    }
}

QModelIndex SupervisionModel::indexOf(const QString &path) const
{
    const Item *item = m_items.value(path);
    return item ? indexFor(*item) : QModelIndex();
}

} // namespace nodescope::models
