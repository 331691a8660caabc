#pragma once

#include <QScrollArea>

#include "cluster/ClusterStore.h"
#include "doctor/explain/LogFinding.h"

class QLabel;
class QPushButton;

namespace nodescope::widgets {

class FactList;
class RepairView;
class SelectionModel;

/// One finding of a log: what it means, how certain that is, what the text says besides, what it can have
/// followed from, and what to do.
class LogFindingView : public QScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    LogFindingView(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    /// `row` is the finding's; -1 shows nothing.
    void setFinding(const QList<doctor::LogFinding> &findings, int row);

Q_SIGNALS:
    /// Another finding, which this one can have followed from.
    void findingChosen(int row);
    /// A node or link was selected to be seen in the graph.
    void showRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void fillFacts(const doctor::LogFinding &finding);
    void fillOrigins(const doctor::LogFinding &finding);
    void updateButtons();

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    QList<doctor::LogFinding> m_findings;
    int m_row = -1;
    QLabel *m_title;
    QLabel *m_certainty;
    QLabel *m_explanation;
    QLabel *m_excerpt;
    QPushButton *m_showNode;
    QPushButton *m_showLink;
    FactList *m_facts;
    QWidget *m_origins;
    RepairView *m_repair;
};

} // namespace nodescope::widgets
