#pragma once

#include <QAbstractTableModel>
#include <QSet>

#include "cluster/Intent.h"
#include "cluster/Report.h"

namespace nodescope::models {

/// Processes of one node, loaded in pages as people scroll (fetchMore), and refreshed without a reset: rows
/// stay where they are, those of processes that ended go, new ones come in between.
///
/// Asks by `wanted`, one question at a time, and takes the answers from the reports. Rows are in the order of
/// the pids at the node. Lives on the window's thread.
class ProcessTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Pid, InitialCall, CurrentFunction, Memory, Queue, Links, Monitors, ColumnCount };

    static constexpr int PageSize = 200;
    /// More are not loaded; moreThanLoaded() says so.
    static constexpr int MaxRows = 50'000;

    explicit ProcessTableModel(QObject *parent = nullptr);

    /// Another node, or others of its processes: everything goes, and the first page is asked for. A null
    /// node: none.
    void show(const base::NodeName &node, cluster::ProcessScope scope);
    [[nodiscard]] const base::NodeName &node() const { return m_node; }
    /// Asks again for what is loaded. Nothing happens while a question is open.
    void refresh();
    /// Go on loading until there is nothing left, since people sort or filter.
    void loadAll();
    void take(const cluster::Reports &reports);

    /// Why the node gives no answer, as a stable identifier; empty: it does, or has not been asked.
    [[nodiscard]] const QString &refusal() const { return m_refusal; }
    [[nodiscard]] bool isAsking() const { return m_open; }
    /// Processes of the node; -1: not known.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    [[nodiscard]] QModelIndex indexOf(const QString &pid) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// To be asked of the node.
    void wanted(const nodescope::cluster::Intent &question);
    /// refusal(), isAsking(), total() or hasMore() may be others now.
    void stateChanged();

private:
    void ask(const QString &after);
    void take(const cluster::ProcessPage &page);
    void merge(const cluster::ProcessPage &page);
    void removeRun(int from, int to);
    void insertRun(int at, const QList<cluster::ProcessFacts> &run);
    [[nodiscard]] int rowOf(const QString &pid) const;

    base::NodeName m_node;
    cluster::ProcessScope m_scope = cluster::ProcessScope::All;
    QList<cluster::ProcessFacts> m_rows;
    QSet<QString> m_known; ///< their pids
    QString m_next;        ///< where loading goes on
    QString m_reach;       ///< how far a refresh goes: the last row when it began
    QString m_refusal;
    qint64 m_total = -1;
    quint64 m_question = 0;
    bool m_open = false;
    bool m_refreshing = false;
    bool m_all = false;
};

} // namespace nodescope::models
