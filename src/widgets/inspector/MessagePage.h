#pragma once

#include "cluster/ClusterStore.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/inspector/InspectorPage.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace nodescope::widgets {

class FactList;

/// The inspector's page of a message: from whom to whom, what became of it step by step, when, and the term
/// as far as it is kept. Follows the message while it is answered.
class MessagePage : public InspectorPage
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    MessagePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    void setExchange(quint64 exchange);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    /// In the order in which they happened.
    [[nodiscard]] QList<cluster::MessageStep> steps() const;
    void showSteps(const QList<cluster::MessageStep> &steps);

    const cluster::ClusterStore &m_store;
    quint64 m_exchange = 0;
    QLabel *m_sentence;
    FactList *m_facts;
    QLabel *m_stepsHead;
    FactList *m_steps;
    QLabel *m_termHead;
    QPlainTextEdit *m_term;
    QPushButton *m_showNode;
};

} // namespace nodescope::widgets
