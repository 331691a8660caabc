#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>

#include "cluster/ClusterStore.h"
#include "models/NodePlaces.h"
#include "models/Roles.h"
#include "models/SortedRows.h"

namespace nodescope::models {

/// The list at the window's left: hosts with their nodes, and last of all a section of what EPMD
/// knows and nobody has connected to yet. Two levels, two columns (name; what there is to say of it).
/// This program's own node is not listed.
///
/// An entry of EPMD leaves its section once a node of its name and host, or of its name and port, is
/// more than known. A host without nodes has no row.
///
/// The store must outlive the model; both live on the window's thread.
class NodeTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class RowKind { Host, Node, EpmdSection, EpmdEntry };
    /// Of a row of this model, or of a proxy before it.
    [[nodiscard]] static RowKind kindOf(const QModelIndex &index)
    {
        return static_cast<RowKind>(index.data(RowKindRole).toInt());
    }
    enum Column { Name, Remark, ColumnCount };

    explicit NodeTreeModel(const cluster::ClusterStore &store, QObject *parent = nullptr);
    ~NodeTreeModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The row of a node under its host, or its entry of EPMD; invalid when it has none.
    [[nodiscard]] QModelIndex indexOf(const base::NodeName &name) const;

private:
    struct Section;

    void nodeCame(const base::NodeName &name);
    void nodeWent(const base::NodeName &name);
    void hostChanged(const QString &host);
    void reload();
    /// Puts a name where it belongs now: under its host, with EPMD, or nowhere.
    void place(const base::NodeName &name);
    void placeEntriesLike(const base::NodeName &name);
    void setPresent(Section *section, const base::NodeName &name, bool wanted);
    void insertRow(Section *section, const base::NodeName &name);
    void removeRow(Section *section, int row);
    void sectionChanged(const Section *section);

    [[nodiscard]] Section *sectionOf(const QString &host) const;
    [[nodiscard]] int rowOf(const Section *section) const;
    [[nodiscard]] QModelIndex indexOf(const Section *section, int column = Name) const;
    [[nodiscard]] QVariant sectionData(const Section &section, int column, int role) const;
    [[nodiscard]] QVariant nodeData(const base::NodeName &name, int column, int role) const;
    [[nodiscard]] QVariant entryData(const base::NodeName &name, int column, int role) const;
    [[nodiscard]] int failedIn(const Section &section) const;

    const cluster::ClusterStore &m_store;
    std::vector<std::unique_ptr<Section>> m_hosts; ///< in the order of their names
    std::unique_ptr<Section> m_epmd;               ///< shown only while it holds an entry
    NodePlaces m_places;
};

} // namespace nodescope::models

Q_DECLARE_METATYPE(nodescope::models::NodeTreeModel::RowKind)
