#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"

namespace nodescope::widgets {

/// Sending terms.
class SendActions : public ActionSet
{
    Q_OBJECT

public:
    /// `window` becomes the dialog's parent; all references must outlive the set.
    SendActions(const cluster::ClusterStore &store, const SelectionModel &selection, QWidget &window);
    void retranslate() override;
    [[nodiscard]] QAction *send() const { return m_send; }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();
    void openDialog();

    const cluster::ClusterStore &m_store;
    const SelectionModel &m_selection;
    QWidget &m_window;
    QAction *m_send;
};

} // namespace nodescope::widgets
