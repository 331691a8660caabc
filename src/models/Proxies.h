#pragma once

#include <QSortFilterProxyModel>

#include "models/NodeFilter.h"
#include "models/Refilter.h"

namespace nodescope::models {

/// Compares as people count: `node2` before `node10`. Below zero, zero or above zero.
[[nodiscard]] int compareNaturally(QStringView a, QStringView b);

/// The node list in natural order under the Find field's filter: sections stay while one of their rows
/// matches.
class NodeTreeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The store must outlive the proxy.
    explicit NodeTreeFilter(const cluster::ClusterStore &store, QObject *parent = nullptr);
    void setFilter(const NodeFilter &filter);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const cluster::ClusterStore &m_store;
    NodeFilter m_filter;
    Refilter m_refilter;
};

/// Sorts a table of nodes, links or events by SortRole, and keeps the rows that a filter finds.
class TableFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The store must outlive the proxy.
    explicit TableFilter(const cluster::ClusterStore &store, QObject *parent = nullptr);
    void setFilter(const NodeFilter &filter);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] QStringList textsOf(int row, const QModelIndex &parent) const;

    const cluster::ClusterStore &m_store;
    NodeFilter m_filter;
    Refilter m_refilter;
};

} // namespace nodescope::models
