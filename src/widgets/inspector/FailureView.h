#pragma once

#include <memory>

#include <QWidget>

#include "cluster/Diagnosis.h"

class QLabel;
class QFrame;
class QPushButton;

namespace nodescope::widgets {

class CandidatesPanel;
class ElidedLabel;
class ExcerptView;
class LadderView;
class RepairView;

/// Why an attempt failed: verdict, how certain it is, what it means, the ladder, the bytes, and how
/// to repair it. Shows one diagnosis, and offers what can be done at once.
class FailureView : public QWidget
{
    Q_OBJECT

public:
    explicit FailureView(QWidget *parent = nullptr);
    /// Null shows nothing.
    void setDiagnosis(const std::shared_ptr<const cluster::Diagnosis> &diagnosis);
    [[nodiscard]] const std::shared_ptr<const cluster::Diagnosis> &diagnosis() const { return m_diagnosis; }
    /// The whole page as plain text, for a bug report or a colleague.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void tryAgainClicked();
    void dismissClicked();
    /// The doctor is to climb the ladder for the same two ends.
    void examineClicked();
    /// Another cookie is to be tried, or another name: open the Connect dialog for that node.
    void connectOtherwiseClicked(const nodescope::base::NodeName &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeBanner();
    QWidget *makeButtons();
    void retranslate();
    void fill();

    std::shared_ptr<const cluster::Diagnosis> m_diagnosis;
    QLabel *m_title;
    QLabel *m_certainty;
    QLabel *m_explanation;
    CandidatesPanel *m_candidates; ///< where several causes are possible: what would tell
    LadderView *m_ladder;
    ExcerptView *m_excerpts;
    RepairView *m_repair;
    QPushButton *m_tryAgain;
    QPushButton *m_otherwise;
    QPushButton *m_dismiss;
    QPushButton *m_examine;
    QPushButton *m_copy;
};

} // namespace nodescope::widgets
