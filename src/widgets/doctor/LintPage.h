#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace nodescope::widgets {

class RepairView;
class SelectionModel;

/// The settings of all watched nodes compared: what will bite later, the worst first; beside it the groups
/// of nodes that share a value, what it means, and what to do. A click on a node selects it.
class LintPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    LintPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

public Q_SLOTS:
    /// As the button does.
    void compare();

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// A node was selected to be seen in the graph.
    void showRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeDetail();
    void retranslate();
    void refresh();
    void fillList();
    void showFinding();
    void addGroup(const cluster::LintFinding &finding, const cluster::LintGroup &group);
    void addNodes(QVBoxLayout *layout, const QList<base::NodeName> &nodes, QWidget *parent);
    [[nodiscard]] QString stateText() const;

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    bool m_asked = false; ///< a comparison was asked for, and nothing has come of it yet
    QPushButton *m_compare;
    QLabel *m_state;
    QListWidget *m_list;
    QScrollArea *m_detail = nullptr;
    QLabel *m_empty;
    QLabel *m_emptyWhy;
    QWidget *m_emptyState = nullptr;
    QLabel *m_title;
    QLabel *m_explanation;
    QWidget *m_groups;
    RepairView *m_repair;
    QWidget *m_unasked;
    cluster::LintReport m_shown;
};

} // namespace nodescope::widgets
