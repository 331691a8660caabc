#pragma once

#include <QTabBar>

namespace nodescope::widgets {

/// Tabs whose words are shortened where there is too little room, and nowhere else: Qt leaves some words of a
/// style sheet's tabs a pixel short of what they need.
class TabBar : public QTabBar
{
public:
    explicit TabBar(QWidget *parent = nullptr)
        : QTabBar(parent)
    {
        setExpanding(false);
        setDrawBase(false);
        setUsesScrollButtons(false);
        setElideMode(Qt::ElideRight);
    }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        return QTabBar::tabSizeHint(index) + QSize(4, 0);
    }
};

} // namespace nodescope::widgets
