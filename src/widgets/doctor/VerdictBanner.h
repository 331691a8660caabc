#pragma once

#include <QFrame>

#include "cluster/Examination.h"
#include "widgets/doctor/DoctorWords.h"

class QLabel;

namespace nodescope::widgets {

/// The verdict at the top: what it is, how certain, and what it means. Its sign and its words say it; the
/// colour only repeats them. Changes are announced to screen readers.
class VerdictBanner : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictBanner(QWidget *parent = nullptr);
    void setExamination(const cluster::Examination &examination);
    /// The same from its parts.
    void setVerdict(Outcome outcome, const QString &title, const QString &certainty,
                    const QString &explanation);
    /// Shows a sentence instead: nothing has been examined, or not allowed.
    void setSentence(const QString &title, const QString &explanation);

private:
    class Sign;
    void display(const QString &look, Glyph glyph, const QString &title, const QString &certainty,
                 const QString &explanation);

    Sign *m_sign;
    QLabel *m_title;
    QLabel *m_certainty;
    QLabel *m_explanation;
};

} // namespace nodescope::widgets
