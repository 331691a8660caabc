#pragma once

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "models/Trends.h"
#include "widgets/common/PageStack.h"
#include "widgets/common/SelectionModel.h"

class QLabel;

namespace nodescope::widgets {

class EventPage;
class InspectorPage;
class LinkPage;
class MessagePage;
class NodePage;
class PageHead;

/// The pane at the right: all there is to say of what is selected.
class InspectorPane : public PageStack
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    InspectorPane(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    /// Where figures and rates come from; it must outlive the pane.
    void setTrends(const models::Trends &trends);
    /// Name and state of what is shown: to be placed in the head of the dock.
    [[nodiscard]] QWidget *head() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    void connectOtherwiseRequested(const nodescope::base::NodeName &node);
    void examineRequested(const nodescope::base::NodeName &from, const nodescope::base::NodeName &to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const Selection &selection);
    void showMessage(quint64 exchange);
    void showPage(QWidget *page);
    void showHead();
    void retranslate();

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    PageHead *m_head;
    QLabel *m_nothing;
    NodePage *m_node;
    LinkPage *m_link;
    EventPage *m_event;
    MessagePage *m_message;
    QWidget *m_emptyPage;
};

} // namespace nodescope::widgets
