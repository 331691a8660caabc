#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace nodescope::widgets {

/// The head of a dock: its name, a remark at the right, and the way to close it. Presses go through
/// to the dock, which moves by them.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget *dock);
    void setTexts(const QString &title, const QString &closeTip);
    void setRemark(const QString &remark);
    /// Shows that instead of the title, as long as the dock is docked or floating alike. Takes it over. The
    /// button that closes stands `closeBelow` pixels from the top, in line with what the content has there.
    void setContent(QWidget *content, int closeBelow = 0);

private:
    QLabel *m_title;
    QLabel *m_remark;
    QToolButton *m_close;
};

} // namespace nodescope::widgets
