#pragma once

#include <QFrame>

#include "widgets/replay/TimeDesk.h"

class QLabel;
class QToolButton;

namespace nodescope::widgets {

class ElidedLabel;

/// Says above the picture that it is not of now: which moment is shown, of what, and how to get back.
class PastBar : public QFrame
{
    Q_OBJECT

public:
    /// `live` is the action that goes back. Both must outlive the bar.
    PastBar(TimeDesk &desk, QAction &live, QWidget *parent = nullptr);
    /// What it says; empty: nothing, as now is shown.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    TimeDesk &m_desk;
    QLabel *m_icon;
    ElidedLabel *m_text;
    QToolButton *m_live;
};

} // namespace nodescope::widgets
