#pragma once

#include <QSortFilterProxyModel>

#include "models/NodeFilter.h"

namespace nodescope::models {

/// Compares as people count: `node2` before `node10`. Below zero, zero or above zero.
[[nodiscard]] int compareNaturally(QStringView a, QStringView b);

/// The node list in natural order under the Find field's filter: sections stay while one of their rows
/// matches.
class NodeTreeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit NodeTreeFilter(QObject *parent = nullptr);
    void setFilter(const NodeFilter &filter);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    NodeFilter m_filter;
};

/// Sorts a table by SortRole, and keeps the rows in which some cell's text holds all words.
class TableFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableFilter(QObject *parent = nullptr);
    /// Words apart by spaces; letter case does not count.
    void setWords(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace nodescope::models
