#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"

namespace nodescope::widgets {

/// What can be done with the selected link (or the failed attempt to the selected node).
class LinkActions : public ActionSet
{
    Q_OBJECT

public:
    /// Both must outlive the set.
    LinkActions(const cluster::ClusterStore &store, const SelectionModel &selection,
                QObject *parent = nullptr);
    void retranslate() override;

    [[nodiscard]] QAction *tryAgain() const { return m_tryAgain; }
    [[nodiscard]] QAction *dismiss() const { return m_dismiss; }
    [[nodiscard]] QAction *copyDiagnosis() const { return m_copy; }
    [[nodiscard]] QAction *disconnectPair() const { return m_disconnect; }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();
    void tryIt();
    void dismissIt();
    void copyIt();
    void disconnectIt();
    [[nodiscard]] const cluster::Link *selected() const;

    const cluster::ClusterStore &m_store;
    const SelectionModel &m_selection;
    QAction *m_tryAgain;
    QAction *m_dismiss;
    QAction *m_copy;
    QAction *m_disconnect;
};

} // namespace nodescope::widgets
