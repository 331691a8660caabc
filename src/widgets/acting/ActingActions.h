#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"

namespace nodescope::widgets {

/// The switch that allows acts on nodes that are not practice nodes.
class ActingActions : public ActionSet
{
    Q_OBJECT

public:
    explicit ActingActions(const cluster::ClusterStore &store, QObject *parent = nullptr);
    void retranslate() override;
    [[nodiscard]] QAction *arm() const { return m_arm; }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();

    const cluster::ClusterStore &m_store;
    QAction *m_arm;
};

} // namespace nodescope::widgets
