#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "models/LinkTableModel.h"
#include "models/NodeTableModel.h"
#include "models/Proxies.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/tables/TableWords.h"

namespace nodescope::widgets {

class DataTable;
class FilterField;

/// A table below a field that filters it, sharing the selection: what is chosen in it is selected, and what
/// is selected elsewhere is chosen in it.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] DataTable *table() const { return m_table; }

protected:
    TablePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent);
    /// To be called once by the derived constructor. The filter is its own, and must have its source.
    void setFilter(models::TableFilter &filter, const QList<int> &widths);
    [[nodiscard]] FilterField *field() const { return m_find; }
    void follow(const Selection &selection);
    void followSelected() { follow(m_selection.current()); }
    void changeEvent(QEvent *event) override;

    /// What stands in a row of the filter.
    [[nodiscard]] virtual Selection subjectOf(const QModelIndex &row) const = 0;
    /// The row of the filter in which it stands; invalid: it has none.
    [[nodiscard]] virtual QModelIndex rowOf(const Selection &subject) const = 0;
    virtual void retranslate() = 0;

private:
    void choose(const QModelIndex &row);

    SelectionModel &m_selection;
    FilterField *m_find;
    DataTable *m_table;
};

/// All nodes as a table: the same facts as the graph, in words.
class NodesPage : public TablePage
{
    Q_OBJECT

public:
    NodesPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    /// Where figures come from; it must outlive the page.
    void setTrends(const models::Trends &trends) { m_model.setTrends(trends); }

protected:
    [[nodiscard]] Selection subjectOf(const QModelIndex &row) const override;
    [[nodiscard]] QModelIndex rowOf(const Selection &subject) const override;
    void retranslate() override;

private:
    models::NodeTableModel m_model;
    NodeTableWords m_words;
    models::TableFilter m_filter;
};

/// All links as a table.
class LinksPage : public TablePage
{
    Q_OBJECT

public:
    LinksPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    /// Where rates come from; it must outlive the page.
    void setTrends(const models::Trends &trends) { m_model.setTrends(trends); }

protected:
    [[nodiscard]] Selection subjectOf(const QModelIndex &row) const override;
    [[nodiscard]] QModelIndex rowOf(const Selection &subject) const override;
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    models::LinkTableModel m_model;
    LinkTableWords m_words;
    models::TableFilter m_filter;
};

} // namespace nodescope::widgets
