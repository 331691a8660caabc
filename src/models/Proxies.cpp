#include "models/Proxies.h"

#include "models/NodeTreeModel.h"
#include "models/Roles.h"

namespace nodescope::models {

int compareNaturally(QStringView a, QStringView b)
{
    const auto digitsAt = [](QStringView text, qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
            ++end;
        return text.mid(from, end - from);
    };
    const auto withoutZeros = [](QStringView digits) {
        while (digits.size() > 1 && digits.front() == u'0')
            digits = digits.mid(1);
        return digits;
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const QStringView numberA = digitsAt(a, i);
        const QStringView numberB = digitsAt(b, j);
        if (!numberA.isEmpty() && !numberB.isEmpty()) {
            const QStringView x = withoutZeros(numberA);
            const QStringView y = withoutZeros(numberB);
            const auto order = x.size() != y.size() ? x.size() - y.size() : x.compare(y);
            if (order != 0)
                return order < 0 ? -1 : 1;
            i += numberA.size();
            j += numberB.size();
            continue;
        }
        if (a.at(i) != b.at(j))
            return a.at(i) < b.at(j) ? -1 : 1;
        ++i;
        ++j;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b);
}

NodeTreeFilter::NodeTreeFilter(const cluster::ClusterStore &store, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_store(store)
    , m_refilter(
          store, [this] { invalidateFilter(); }, this)
{
    setRecursiveFilteringEnabled(true);
    setSortRole(SortRole);
    sort(0);
}

void NodeTreeFilter::setFilter(const NodeFilter &filter)
{
    m_filter = filter;
    m_refilter.follow(filter);
    invalidateFilter();
}

bool NodeTreeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    switch (static_cast<NodeTreeModel::RowKind>(index.data(RowKindRole).toInt())) {
    case NodeTreeModel::RowKind::Node:
        return m_filter.matches(index.data(ValueRole).value<cluster::Node>(), m_store.cluster());
    case NodeTreeModel::RowKind::EpmdEntry:
        return m_filter.matches(index.data(NodeNameRole).value<base::NodeName>(), m_store.cluster());
    case NodeTreeModel::RowKind::Host:
    case NodeTreeModel::RowKind::EpmdSection:
        break;
    }
    return false;
}

bool NodeTreeFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return compareNaturally(left.data(SortRole).toString(), right.data(SortRole).toString()) < 0;
}

TableFilter::TableFilter(const cluster::ClusterStore &store, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_store(store)
    , m_refilter(
          store, [this] { invalidateFilter(); }, this)
{
    setSortRole(SortRole);
    setSortLocaleAware(false);
}

void TableFilter::setFilter(const NodeFilter &filter)
{
    m_filter = filter;
    m_refilter.follow(filter);
    invalidateFilter();
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter.isEmpty())
        return true;
    const QVariant value = sourceModel()->index(row, 0, parent).data(ValueRole);
    if (value.metaType() == QMetaType::fromType<cluster::Node>())
        return m_filter.matches(value.value<cluster::Node>(), m_store.cluster());
    if (value.metaType() == QMetaType::fromType<cluster::Link>())
        return m_filter.matches(value.value<cluster::Link>(), m_store.cluster());
    if (value.metaType() == QMetaType::fromType<cluster::Event>())
        return m_filter.matches(value.value<cluster::Event>(), m_store.cluster(), textsOf(row, parent));
    return false;
}

QStringList TableFilter::textsOf(int row, const QModelIndex &parent) const
{
    QStringList texts;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        texts.append(sourceModel()->index(row, column, parent).data().toString());
    return texts;
}

} // namespace nodescope::models
