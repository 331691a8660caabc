#pragma once

#include <QWidget>

#include "cluster/ClusterStore.h"
#include "widgets/doctor/LogReader.h"

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace nodescope::widgets {

class LogEdit;
class LogFindingView;
class SelectionModel;

/// Text from a node's log, and what it says about the distribution: as one types, each finding with its
/// lines marked, its cause, how certain that is, and what to do. What it speaks of can be shown in the graph.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    LogPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] const QList<doctor::LogFinding> &findings() const { return m_findings; }
    void focusText();

public Q_SLOTS:
    void openFile();

Q_SIGNALS:
    /// A node or link was selected to be seen in the graph.
    void showRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void join();
    void retranslate();
    void read();
    void take(const QList<doctor::LogFinding> &findings);
    void fillList();
    void markLines();
    void showFinding(int row);
    void chooseAtCursor();
    void updateState();

    LogReader m_reader;
    QList<doctor::LogFinding> m_findings;
    bool m_choosing = false; ///< the list and the text are being set to each other
    QString m_error;
    QPushButton *m_open;
    QPushButton *m_clear;
    QLabel *m_state;
    LogEdit *m_text;
    QListWidget *m_list;
    LogFindingView *m_detail;
};

} // namespace nodescope::widgets
