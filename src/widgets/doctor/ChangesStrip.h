#pragma once

#include <QFrame>

#include "doctor/Changes.h"

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

/// What changed since the examination before of the same two ends: the verdict, and each rung, fact and
/// setting that is not as it was.
class ChangesStrip : public QFrame
{
    Q_OBJECT

public:
    explicit ChangesStrip(QWidget *parent = nullptr);
    /// Shows nothing while `now` runs.
    void setExaminations(const cluster::Examination *before, const cluster::Examination &now);

private:
    void addRow(const doctor::ExaminationChange &change);

    QLabel *m_title;
    QWidget *m_rows;
    QGridLayout *m_grid = nullptr;
};

} // namespace nodescope::widgets
