#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "models/LinkTableModel.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/inspector/TabbedPage.h"
#include "widgets/tables/TableWords.h"

class QLabel;
class QPushButton;

namespace nodescope::widgets {

class DataTable;
class FactList;
class FailureView;
class SeriesList;

/// The inspector's page of a node: what is known of it and from whom, its links with what each end
/// sees, and why our own attempt failed.
class NodePage : public TabbedPage
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    NodePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    void setNode(const base::NodeName &name);
    /// Where figures come from; it must outlive the page.
    void setTrends(const models::Trends &trends);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    void connectOtherwiseRequested(const nodescope::base::NodeName &node);
    /// The doctor is to say why `from` does not reach `to`.
    void examineRequested(const nodescope::base::NodeName &from, const nodescope::base::NodeName &to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void followStore();
    void retranslate();
    void refresh();
    void showOverview(const cluster::Node &node);
    [[nodiscard]] static QString preventionOf(const cluster::Node &node);
    void showFigures();
    void sizeTable();
    [[nodiscard]] std::shared_ptr<const cluster::Diagnosis> diagnosis() const;

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    base::NodeName m_name;
    models::LinkTableModel m_links;
    LinkTableWords m_words;
    FailureView *m_failure;
    FactList *m_facts;
    const models::Trends *m_trends = nullptr;
    QLabel *m_figuresTitle;
    SeriesList *m_figures;
    DataTable *m_table;
    QLabel *m_linksTitle;
    QPushButton *m_examine;
    int m_whyTab = -1;
    int m_overviewTab = -1;
};

} // namespace nodescope::widgets
