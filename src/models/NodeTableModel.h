#pragma once

#include <QAbstractTableModel>

#include "cluster/ClusterStore.h"
#include "models/SortedRows.h"
#include "models/Trends.h"

namespace nodescope::models {

/// The nodes of a cluster, a row each, in the order of their names; this program's own node is among
/// them. `Qt::DisplayRole` is a name, a number or a stable identifier.
///
/// The store must outlive the model; both live on the window's thread.
class NodeTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Kind,
        State,
        Release,
        Watched,
        Links,
        Since,
        FirstFigure, ///< then the others, in the order of models::Figure
        ColumnCount = FirstFigure + FigureCount
    };

    explicit NodeTableModel(const cluster::ClusterStore &store, QObject *parent = nullptr);
    /// Where the figures come from; without it their columns are empty. It must outlive the model.
    void setTrends(const Trends &trends);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The row of a node; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const base::NodeName &name, int column = Name) const;

private:
    void add(const base::NodeName &name);
    /// At the end of a batch.
    void takeNew();
    void change(const base::NodeName &name);
    void remove(const base::NodeName &name);
    void figuresChanged(const base::NodeName &name);
    void linkChanged(const cluster::LinkKey &key);
    void reload();
    [[nodiscard]] QVariant display(const cluster::Node &node, int column) const;
    [[nodiscard]] QVariant sortKey(const cluster::Node &node, int column) const;
    [[nodiscard]] int upLinks(const base::NodeName &name) const;

    const cluster::ClusterStore &m_store;
    const Trends *m_trends = nullptr;
    SortedRows<base::NodeName> m_rows;
};

} // namespace nodescope::models
