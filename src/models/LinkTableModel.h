#pragma once

#include <QAbstractTableModel>

#include "cluster/ClusterStore.h"
#include "models/SortedRows.h"
#include "models/Trends.h"

namespace nodescope::models {

/// The links of a cluster, a row each, in the order of their ends: the accessible equal of the
/// graph. With a node given, only the links at that node.
///
/// The store must outlive the model; both live on the window's thread.
class LinkTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        A,
        B,
        State,
        ASees,
        BSees,
        Hidden,
        Cause,
        Since,
        PacketRate, ///< both ways together, a second
        ByteRate,
        Packets, ///< since the link is up
        Bytes,
        Held, ///< bytes that wait to be sent, at both ends together
        ColumnCount
    };

    explicit LinkTableModel(const cluster::ClusterStore &store, QObject *parent = nullptr);
    /// Where the rates come from; without it their columns are empty. It must outlive the model.
    void setTrends(const Trends &trends);

    /// Shows only the links at `node`; all of them when it is null. Resets the model, since it shows
    /// another thing from then on.
    void setNode(const base::NodeName &node);

    /// While nobody looks, a table of tens of thousands of links need not be kept in order: without following
    /// it has no rows. Resets the model.
    void setFollowing(bool follows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The row of a link; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const cluster::LinkKey &key, int column = A) const;

private:
    void add(const cluster::LinkKey &key);
    /// At the end of a batch.
    void takeNew();
    void change(const cluster::LinkKey &key);
    void trafficChanged(const cluster::LinkKey &key);
    void remove(const cluster::LinkKey &key);
    void reload();
    [[nodiscard]] bool accepts(const cluster::LinkKey &key) const;
    [[nodiscard]] QVariant display(const cluster::Link &link, int column) const;
    [[nodiscard]] QVariant counted(const cluster::LinkKey &key, int column) const;

    const cluster::ClusterStore &m_store;
    const Trends *m_trends = nullptr;
    base::NodeName m_node;
    bool m_follows = true;
    SortedRows<cluster::LinkKey> m_rows;
};

} // namespace nodescope::models
