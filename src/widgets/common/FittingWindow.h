#pragma once

#include <QObject>

class QWidget;

namespace nodescope::widgets {

/// Keeps a window at least as high as what it shows needs at its width: a line that appears in a form, words
/// that wrap, or larger text would otherwise take their room from the fields. Qt sees to that only when a
/// window is first shown, and never for words that wrap.
///
/// Owned by the window that it is made for. Made once the window has its layout.
class FittingWindow final : public QObject
{
    Q_OBJECT

public:
    explicit FittingWindow(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_window;
};

} // namespace nodescope::widgets
