#pragma once

#include <QToolBar>

namespace nodescope::widgets {

/// The window's toolbar. In a narrow window its buttons stand closer and signs show no words, so that nothing
/// of it has to go into a menu.
class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    explicit MainToolBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void narrowChanged(bool narrow);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setNarrow(bool narrow);

    bool m_narrow = false;
};

} // namespace nodescope::widgets
