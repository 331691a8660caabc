#pragma once

#include <QDialog>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nodescope::widgets {

class SelectionModel;

/// Where nodes are looked for: each source with a switch, what came of it, and how many nodes it tells of;
/// below it the nodes of which sources disagree, and those that are expected and not there. Stands beside the
/// window, and follows the store.
class DiscoveryDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog. `epmdPort`: the usual one.
    DiscoveryDialog(const cluster::ClusterStore &store, SelectionModel &selection, quint16 epmdPort,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void join();
    void retranslate();
    void refresh();
    void showSource(const cluster::DiscoverySource &source);
    void showDoubts();
    void onSwitched(QTreeWidgetItem *item, int column);
    void updateButtons();
    void addSource();
    [[nodiscard]] QTreeWidgetItem *itemOf(const QString &id) const;
    [[nodiscard]] QString selectedId() const;

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    const quint16 m_epmdPort;
    QLabel *m_title;
    QLabel *m_subtitle;
    QTreeWidget *m_sources;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_ask;
    QLabel *m_doubtsTitle;
    QTreeWidget *m_doubts;
    QLabel *m_noDoubts;
    QPushButton *m_close;
    bool m_doubtsStale = true; ///< a batch touched nodes since they were shown
};

} // namespace nodescope::widgets
