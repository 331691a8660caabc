#pragma once

#include <QWidget>

#include "widgets/doctor/ExaminationDesk.h"

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace nodescope::widgets {

class ExaminationPage;
class HandshakePage;
class LintPage;
class LogPage;
class PostPage;
class SelectionModel;
class TabBar;

/// The doctor's room in the centre of the window: examinations, settings compared, logs explained, and who
/// calls us, handshakes, a tab each. It keeps what it shows while the graph is looked at.
class DoctorPane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Examinations, Settings, Log, Listening, Handshakes };

    /// Both must outlive the pane.
    DoctorPane(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] ExaminationDesk &desk() { return m_desk; }
    [[nodiscard]] ExaminationPage &examinations() const { return *m_examinations; }
    [[nodiscard]] LintPage &settings() const { return *m_settings; }
    [[nodiscard]] LogPage &log() const { return *m_log; }
    [[nodiscard]] PostPage &listening() const { return *m_listening; }
    [[nodiscard]] HandshakePage &handshakes() const { return *m_handshakes; }
    void setReducedMotion(bool reduced);
    /// What is behind the way back: the graph, or the welcome page.
    void setGraphThere(bool there);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    void tabChanged();
    /// The person is done here, or wants to see what was just selected.
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    void joinListening(const cluster::ClusterStore &store);
    void retranslate();

    ExaminationDesk m_desk;
    bool m_graphThere = false;
    QPushButton *m_back;
    TabBar *m_tabs;
    QStackedWidget *m_pages;
    ExaminationPage *m_examinations;
    LintPage *m_settings;
    LogPage *m_log;
    PostPage *m_listening;
    HandshakePage *m_handshakes;
};

} // namespace nodescope::widgets
