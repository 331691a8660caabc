#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include "cluster/Report.h"

namespace nodescope::models {

/// The supervision trees of one node. An answer changes rows, adds and removes them, and never resets: what
/// is opened, selected and scrolled to stays, whatever restarts. A child keeps its place for as long as it is
/// there.
///
/// Lives on the window's thread.
class SupervisionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Id, Pid, Restarts, LastEnd, Modules, ColumnCount };

    explicit SupervisionModel(QObject *parent = nullptr);
    ~SupervisionModel() override;

    /// Another node: everything goes. A null node: none.
    void show(const base::NodeName &node);
    [[nodiscard]] const base::NodeName &node() const { return m_node; }
    void take(const cluster::Reports &reports);
    /// As of SupervisionTree; `answered` once anything was told of the node.
    [[nodiscard]] const QString &refusal() const { return m_refusal; }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] qint64 leftOut() const { return m_leftOut; }
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

Q_SIGNALS:
    /// refusal(), isAnswered(), leftOut() or count() may be others now.
    void stateChanged();
    /// Somebody stands where another stood, while we looked.
    void restarted(const QModelIndex &index);

private:
    struct Item;

    void take(const cluster::SupervisionTree &tree);
    void update(Item &item, const cluster::Supervised &entry);
    void removeOthers(Item &parent, const QSet<QString> &there);
    void forget(const Item &item);
    [[nodiscard]] QModelIndex indexFor(const Item &item, int column = 0) const;
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;

    base::NodeName m_node;
    std::unique_ptr<Item> m_root;
    QHash<QString, Item *> m_items; ///< by path
    QString m_refusal;
    bool m_answered = false;
    qint64 m_leftOut = 0;
};

} // namespace nodescope::models
