#pragma once

#include <QScrollArea>

#include "cluster/Process.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace nodescope::widgets {

class TiesView;

/// One process: what it is, and what it is tied to, drawn and as a list.
class ProcessDetailView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProcessDetailView(QWidget *parent = nullptr);

    void setDetail(const cluster::ProcessDetail &detail);
    void clear();
    [[nodiscard]] const cluster::ProcessDetail &detail() const { return m_detail; }
    [[nodiscard]] TiesView *ties() const { return m_ties; }

public Q_SLOTS:
    /// As if the button was pressed; nothing without a process that lives.
    void send();

Q_SIGNALS:
    /// By its registered name, or else its pid as it is printed.
    void sendRequested(const nodescope::base::NodeName &node, const QString &process);
    void processChosen(const nodescope::base::NodeName &node, const QString &pid);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillList();

    cluster::ProcessDetail m_detail;
    QLabel *m_title;
    QLabel *m_facts;
    QPushButton *m_send;
    TiesView *m_ties;
    QTreeWidget *m_list;
    QLabel *m_note;
};

} // namespace nodescope::widgets
