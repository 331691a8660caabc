#pragma once

#include "cluster/ClusterStore.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/inspector/InspectorPage.h"

class QLabel;
class QPushButton;

namespace nodescope::widgets {

class FactList;

/// The inspector's page of an event: what happened, when, who said so, and a way to the node. Of a link
/// that was lost among evictions by `global` also what led to what.
class EventPage : public InspectorPage
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    EventPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    void setEvent(quint64 id);
    /// The message that the event is about, while its steps are kept; 0: none.
    [[nodiscard]] quint64 exchange() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showStory(const cluster::Event &lost);
    [[nodiscard]] const cluster::Event *find() const;

    const cluster::ClusterStore &m_store;
    quint64 m_id = 0;
    QLabel *m_sentence;
    FactList *m_facts;
    QWidget *m_story; ///< of what `global` did, where it is part of such
    QPushButton *m_showNode;
};

} // namespace nodescope::widgets
