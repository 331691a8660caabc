#pragma once

#include <QWidget>

#include "widgets/doctor/ExaminationDesk.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace nodescope::widgets {

class CandidatesPanel;
class ChangesStrip;
class EvidenceView;
class ExamineForm;
class FactsPanel;
class RepairView;
class RungList;
class SettingsTable;
class VerdictBanner;

/// Why does a node not connect? The question on top; below it one examination of those of this session:
/// verdict, what changed since, the ladder beside its evidence, what the node told, and how to repair it.
/// Two columns where there is room for them.
class ExaminationPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    ExaminationPage(const cluster::ClusterStore &store, ExaminationDesk &desk, QWidget *parent = nullptr);

    /// Fills in the question, and puts the cursor there.
    void ask(const base::NodeName &from, const base::NodeName &to);
    /// Asks it, and examines at once.
    void examine(const base::NodeName &from, const base::NodeName &to);
    /// The examination that is shown; 0: none.
    [[nodiscard]] quint64 shown() const { return m_shown; }
    void setReducedMotion(bool reduced);
    /// For a keyboard: the one before or after in the history.
    void showNeighbour(int step);

public Q_SLOTS:
    void tryAgain();
    void cancel();
    void copyReport() const;
    void saveReport();

Q_SIGNALS:
    /// Another examination is shown, or the shown one changed.
    void shownChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeBody();
    void join();
    void arrange();
    void retranslate();
    void fillHistory();
    void showExamination(quint64 id);
    void refresh();
    void refreshBody(const cluster::Examination &examination);
    void showNothing();
    [[nodiscard]] QString historyLine(const ExaminationDesk::Entry &entry) const;

    ExaminationDesk &m_desk;
    quint64 m_shown = 0;
    int m_columns = 0;
    ExamineForm *m_form;
    QWidget *m_historyRow = nullptr;
    QComboBox *m_history;
    QPushButton *m_again;
    QPushButton *m_copy;
    QPushButton *m_save;
    QLabel *m_note;
    QScrollArea *m_area = nullptr;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    VerdictBanner *m_verdict;
    ChangesStrip *m_changes;
    SettingsTable *m_settings;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_ladderTitle;
    RungList *m_ladder;
    CandidatesPanel *m_candidates;
    FactsPanel *m_facts;
    EvidenceView *m_evidence;
    RepairView *m_repair;
};

} // namespace nodescope::widgets
