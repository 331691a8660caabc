#pragma once

#include <QFrame>

#include "cluster/Examination.h"

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

/// What changed since the examination before of the same two ends: the verdict then and now, and each rung
/// and setting that is not as it was.
class ChangesStrip : public QFrame
{
    Q_OBJECT

public:
    explicit ChangesStrip(QWidget *parent = nullptr);
    /// Shows nothing while `now` runs.
    void setExaminations(const cluster::Examination *before, const cluster::Examination &now);

private:
    void addRow(const QString &subject, const QString &before, const QString &after);

    QLabel *m_title;
    QWidget *m_rows;
    QGridLayout *m_grid = nullptr;
};

} // namespace nodescope::widgets
