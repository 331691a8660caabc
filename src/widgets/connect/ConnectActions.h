#pragma once

#include "cluster/ClusterStore.h"
#include "widgets/common/ActionSet.h"
#include "widgets/connect/ConnectDialog.h"
#include "widgets/connect/EpmdPorts.h"

namespace nodescope::widgets {

class SelectionModel;

/// Connecting ourselves: the Connect dialog, and what runs on this machine.
class ConnectActions : public ActionSet
{
    Q_OBJECT

public:
    /// `window` becomes the dialogs' parent; all references must outlive the set.
    ConnectActions(const cluster::ClusterStore &store, SelectionModel &selection, KnownHosts &hosts,
                   const RecentNodes &recent, quint16 epmdPort, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *connectTo() const { return m_connect; }
    [[nodiscard]] QAction *listLocal() const { return m_listLocal; }

public Q_SLOTS:
    /// Opens the Connect dialog, filled in for a node that is to be tried with another cookie or name.
    void openFor(const nodescope::base::NodeName &node);
    /// Remembers where nodes were tried.
    void follow(const nodescope::cluster::Intent &intent) { m_ports.follow(intent); }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    ConnectDialog *open();

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    KnownHosts &m_hosts;
    quint16 m_epmdPort; ///< the usual one
    EpmdPorts m_ports;
    QWidget &m_window;
    QAction *m_connect;
    QAction *m_listLocal;
};

} // namespace nodescope::widgets
