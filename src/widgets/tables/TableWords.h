#pragma once

#include <QIdentityProxyModel>

#include "base/NodeName.h"

namespace nodescope::widgets {

/// Puts words over a table of values: what people read in the cells and the headings.
class TableWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;
    /// Tells the views that every word has changed.
    void retranslate();
};

/// Words over models::NodeTableModel.
class NodeTableWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Words over models::LinkTableModel. Seen from one node (setPerspective), the first column is the
/// other end, and what the node itself sees comes before what the other sees.
class LinkTableWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    void setPerspective(const base::NodeName &node);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    base::NodeName m_node;
};

/// Words over models::EventModel.
class EventTableWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace nodescope::widgets
