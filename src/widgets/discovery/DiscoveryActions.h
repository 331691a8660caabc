#pragma once

#include <QPointer>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"
#include "widgets/discovery/DiscoveryDialog.h"
#include "widgets/discovery/ProfileStore.h"

namespace nodescope::widgets {

class SelectionModel;

/// The sources of discovery, and the profiles that name them.
class DiscoveryActions : public ActionSet
{
    Q_OBJECT

public:
    /// `window` becomes the dialogs' parent, and takes profiles that are dropped onto it; all must outlive
    /// the set.
    DiscoveryActions(const cluster::ClusterStore &store, SelectionModel &selection, ProfileStore &profiles,
                     quint16 epmdPort, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *sources() const { return m_sources; }
    [[nodiscard]] QAction *profiles() const { return m_manage; }
    [[nodiscard]] QAction *closeProfile() const { return m_close; }

public Q_SLOTS:
    void open(const nodescope::cluster::Profile &profile);
    /// A saved profile, or else a file; what cannot be opened is said.
    void openNamed(const QString &nameOrPath);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();
    void showSources();
    void manage();
    void openFile(const QString &path);

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    ProfileStore &m_profiles;
    const quint16 m_epmdPort;
    QWidget &m_window;
    QPointer<DiscoveryDialog> m_dialog;
    QAction *m_sources;
    QAction *m_manage;
    QAction *m_close;
};

} // namespace nodescope::widgets
