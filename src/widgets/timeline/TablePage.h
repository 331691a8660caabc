#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "models/LinkTableModel.h"
#include "models/NodeTableModel.h"
#include "models/Proxies.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/tables/TableWords.h"

class QLabel;

namespace nodescope::widgets {

class DataTable;
class FilterField;

/// All nodes as a table, sharing the selection: the same facts as the graph, in words.
class NodesPage : public QWidget
{
    Q_OBJECT

public:
    NodesPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] DataTable *table() const { return m_table; }
    /// Where figures come from; it must outlive the page.
    void setTrends(const models::Trends &trends) { m_model.setTrends(trends); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choose(const QModelIndex &index);
    void follow(const Selection &selection);

    SelectionModel &m_selection;
    models::NodeTableModel m_model;
    NodeTableWords m_words;
    models::TableFilter m_filter;
    FilterField *m_find;
    DataTable *m_table;
};

/// All links as a table, sharing the selection.
class LinksPage : public QWidget
{
    Q_OBJECT

public:
    LinksPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] DataTable *table() const { return m_table; }
    /// Where rates come from; it must outlive the page.
    void setTrends(const models::Trends &trends) { m_model.setTrends(trends); }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void choose(const QModelIndex &index);
    void follow(const Selection &selection);

    SelectionModel &m_selection;
    models::LinkTableModel m_model;
    LinkTableWords m_words;
    models::TableFilter m_filter;
    FilterField *m_find;
    DataTable *m_table;
};

} // namespace nodescope::widgets
