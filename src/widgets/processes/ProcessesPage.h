#pragma once

#include <QTimer>
#include <QWidget>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "cluster/Report.h"
#include "models/ProcessTableModel.h"
#include "models/SupervisionModel.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/processes/ProcessWords.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeView;

namespace nodescope::widgets {

class DataTable;
class ProcessDetailView;

/// The processes of a node: those with names, all of them, or the supervision trees of its applications; and
/// the selected one with its ties.
///
/// Asks only while it is seen: pages as people scroll, again every few seconds. Lives on the window's thread.
class ProcessesPage : public QWidget
{
    Q_OBJECT

public:
    enum View { Names, All, Supervision };
    static constexpr int RefreshSeconds = 5;

    /// Both must outlive the page.
    ProcessesPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

    void take(const cluster::Reports &reports);
    void showNode(const base::NodeName &node);
    void showView(View view);
    [[nodiscard]] base::NodeName node() const;
    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] ProcessDetailView *detail() const { return m_detail; }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// Somebody wants to send to a process: a registered name, or a pid as it is printed.
    void sendRequested(const nodescope::base::NodeName &node, const QString &process);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void join();
    void retranslate();
    void fillNodes();
    void restart();
    void leaveTree();
    /// Nobody can be asked then.
    [[nodiscard]] bool isReplay() const;
    void askFor(const base::NodeName &node, const QString &pid);
    void askForCurrent(const QString &pid);
    void tell();

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    models::ProcessTableModel m_model;
    ProcessWords m_words;
    ProcessFilter m_filter;
    models::SupervisionModel m_supervision;
    SupervisionWords m_treeWords;
    base::NodeName m_watched; ///< whose trees are being watched
    bool m_wasReplay = false;
    quint64 m_question = 0;
    QString m_asked; ///< pid whose ties are shown
    base::NodeName m_askedNode;
    QTimer m_refresh;
    QComboBox *m_nodes;
    QTabBar *m_views;
    QLineEdit *m_find;
    QToolButton *m_again;
    QLabel *m_state;
    DataTable *m_table;
    QTreeView *m_tree;
    QStackedWidget *m_stack;
    ProcessDetailView *m_detail;
    QSplitter *m_splitter;
};

} // namespace nodescope::widgets
