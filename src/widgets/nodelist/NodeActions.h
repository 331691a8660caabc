#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"
#include "widgets/common/SelectionModel.h"

namespace nodescope::widgets {

/// What can be done with the selected node.
class NodeActions : public ActionSet
{
    Q_OBJECT

public:
    /// Both must outlive the set.
    NodeActions(const cluster::ClusterStore &store, const SelectionModel &selection,
                QObject *parent = nullptr);
    void retranslate() override;

    [[nodiscard]] QAction *dial() const { return m_dial; }
    [[nodiscard]] QAction *dialWithCookie() const { return m_dialWithCookie; }
    [[nodiscard]] QAction *leave() const { return m_leave; }
    [[nodiscard]] QAction *connectPair() const { return m_connectPair; }
    [[nodiscard]] QAction *dismiss() const { return m_dismiss; }
    [[nodiscard]] QAction *copyName() const { return m_copyName; }
    [[nodiscard]] QAction *centre() const { return m_centre; }

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// Open the Connect dialog for that node.
    void otherCookieRequested(const nodescope::base::NodeName &node);
    /// Let the person choose in the graph to which node that one shall connect.
    void connectPairRequested(const nodescope::base::NodeName &from);
    void centreRequested(const nodescope::base::NodeName &node);

private:
    void update();
    [[nodiscard]] const cluster::Node *selected() const;

    const cluster::ClusterStore &m_store;
    const SelectionModel &m_selection;
    QAction *m_dial;
    QAction *m_dialWithCookie;
    QAction *m_leave;
    QAction *m_connectPair;
    QAction *m_dismiss;
    QAction *m_copyName;
    QAction *m_centre;
};

} // namespace nodescope::widgets
