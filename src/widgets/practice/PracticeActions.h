#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"

namespace nodescope::widgets {

/// Starting and stopping the practice cluster.
class PracticeActions : public ActionSet
{
    Q_OBJECT

public:
    /// `window` becomes the dialog's parent; both must outlive the set.
    PracticeActions(const cluster::ClusterStore &store, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *start() const { return m_start; }
    [[nodiscard]] QAction *startWith() const { return m_startWith; }
    [[nodiscard]] QAction *stop() const { return m_stop; }
    /// Carries the text of the toolbar's button; its menu is the others.
    [[nodiscard]] QAction *startOrStop() const { return m_menu; }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void update();
    void openDialog();

    const cluster::ClusterStore &m_store;
    QWidget &m_window;
    QAction *m_start;
    QAction *m_startWith;
    QAction *m_stop;
    QAction *m_menu;
};

} // namespace nodescope::widgets
