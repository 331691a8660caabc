#pragma once

#include <deque>

#include <QAbstractTableModel>

#include "cluster/ClusterStore.h"

namespace nodescope::models {

/// The latest events, a row each, oldest first. Events of one batch are appended at once; when there
/// are more than the capacity, the oldest rows go.
///
/// The store must outlive the model; both live on the window's thread.
class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Kind, Source, Node, Reason, ColumnCount };

    /// How many rows are kept at most.
    static constexpr int DefaultCapacity = 20000;

    explicit EventModel(const cluster::ClusterStore &store, int capacity = DefaultCapacity,
                        QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The row of the event of that id; invalid when it is not (or no longer) kept.
    [[nodiscard]] QModelIndex indexOf(quint64 id) const;

private:
    void append();
    void reload();
    [[nodiscard]] static QVariant display(const cluster::Event &event, int column);

    const cluster::ClusterStore &m_store;
    int m_capacity;
    std::deque<cluster::Event> m_rows;
    QList<cluster::Event> m_pending; ///< of the batch that is being delivered
};

} // namespace nodescope::models
