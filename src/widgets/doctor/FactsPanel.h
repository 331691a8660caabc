#pragma once

#include <QWidget>

#include "cluster/Examination.h"

class QLabel;

namespace nodescope::widgets {

class FactList;

/// What the examined node told about itself without any cookie. What it lacks stands out.
class FactsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent = nullptr);
    /// Nothing known: shows nothing.
    void setFacts(const cluster::PeerFacts &facts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    cluster::PeerFacts m_known;
    QLabel *m_title;
    QLabel *m_missing;
    FactList *m_facts;
};

/// Causes that cannot be told apart from here, with what would tell.
class CandidatesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatesPanel(QWidget *parent = nullptr);
    /// Certain, or nearly: shows nothing.
    void setDiagnosis(const cluster::Diagnosis &diagnosis);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void add(const QString &text, bool strong);

    cluster::Diagnosis m_diagnosis;
    QWidget *m_body;
};

} // namespace nodescope::widgets
