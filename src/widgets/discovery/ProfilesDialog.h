#pragma once

#include <QDialog>

#include "cluster/Discovery.h"
#include "widgets/discovery/ProfileStore.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace nodescope::widgets {

/// The saved profiles: open, make, change, remove, import and export.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `profiles` must outlive the dialog. `sources`: those that are on now; `nodes`: those that are up now,
    /// which a new profile begins with.
    ProfilesDialog(ProfileStore &profiles, QList<cluster::SourceSpec> sources, QList<base::NodeName> nodes,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const nodescope::cluster::Profile &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void updateButtons();
    void edit(const cluster::Profile &profile);
    void openSelected();
    void removeSelected();
    void importFile();
    void exportSelected();
    void say(const QString &complaint);
    [[nodiscard]] QString selected() const;

    ProfileStore &m_profiles;
    const QList<cluster::SourceSpec> m_sources;
    const QList<base::NodeName> m_nodes;
    QLabel *m_hint;
    QListWidget *m_list;
    QLabel *m_complaint;
    QPushButton *m_open;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace nodescope::widgets
