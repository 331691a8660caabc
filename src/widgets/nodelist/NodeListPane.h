#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "models/NodeFilter.h"
#include "models/NodeTreeModel.h"
#include "models/Proxies.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/nodelist/NodeTreeWords.h"

class QLabel;
class QPushButton;
class QTreeView;

namespace nodescope::widgets {

/// The list at the left: hosts with their nodes, and what EPMD knows besides. Shares the selection;
/// a click on an entry of EPMD asks to connect.
class NodeListPane : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    NodeListPane(cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

    /// Shows only what matches; with words that say so when nothing does.
    void setFilter(const models::NodeFilter &filter);
    /// Selects the next (or, with -1, the previous) node that is shown, and goes round at the end.
    void selectNext(int step);
    /// `9 · 1 failed`, for the head of the dock.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// Right click or Menu key on what has just been selected.
    void contextMenuRequested(const nodescope::widgets::Selection &subject, const QPoint &globalPosition);
    void summaryChanged(const QString &summary);
    /// The person wants to see everything again.
    void clearFilterRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void followSize();
    void retranslate();
    void follow(const Selection &selection);
    void selectFromView();
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void updateEmptyState();
    [[nodiscard]] QModelIndex viewIndexOf(const base::NodeName &name) const;

    cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    models::NodeTreeModel m_model;
    NodeTreeWords m_words;
    models::NodeTreeFilter m_filter;
    bool m_filtered = false;
    bool m_following = false; ///< the view is being set to the selection, not the other way round
    QTreeView *m_view;
    QWidget *m_emptyState;
    QLabel *m_empty;
    QPushButton *m_showAll;
};

} // namespace nodescope::widgets
