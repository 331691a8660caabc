#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/send/SendMemory.h"

namespace nodescope::widgets {

class SendDialog;

/// Composing: messages, calls, casts, exit signals and monitors.
class SendActions : public ActionSet
{
    Q_OBJECT

public:
    /// `window` becomes the dialog's parent; all references must outlive the set.
    SendActions(const cluster::ClusterStore &store, const SelectionModel &selection, QSettings &settings,
                QWidget &window);
    void retranslate() override;
    [[nodiscard]] QAction *send() const { return m_send; }

public Q_SLOTS:
    /// Opens a composer for a process: a registered name, or a pid as it is printed.
    void composeTo(const nodescope::base::NodeName &node, const QString &process);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();
    void openDialog();
    SendDialog *newDialog();

    const cluster::ClusterStore &m_store;
    const SelectionModel &m_selection;
    QWidget &m_window;
    SendMemory m_memory;
    QAction *m_send;
};

} // namespace nodescope::widgets
