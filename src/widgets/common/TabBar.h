#pragma once

#include <QStyle>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QWheelEvent>

namespace nodescope::widgets {

/// Tabs whose words are shortened where there is too little room, and nowhere else: Qt leaves some words of a
/// style sheet's tabs a pixel short of what they need. None scrolls away, and the wheel leaves them alone: it
/// scrolls the page that they stand on.
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

    /// A window may be narrower than all tabs need: then their words are shortened to nothing, not the window
    /// made wider.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = QTabBar::minimumSizeHint();
        return {qMin(least.width(), fontMetrics().averageCharWidth() * 16), least.height()};
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        return QTabBar::tabSizeHint(index) + QSize(7, 0);
    }
    void initStyleOption(QStyleOptionTab *option, int index) const override
    {
        QTabBar::initStyleOption(option, index);
        if (index != currentIndex() || option->text == tabText(index))
            return;
        // The chosen one is semi-bold, and Qt has measured it in the weight of the others.
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const int room = style()->subElementRect(QStyle::SE_TabBarTabText, option, this).width();
        option->text =
            QFontMetrics(strong).elidedText(tabText(index), elideMode(), room, Qt::TextShowMnemonic);
    }
};

} // namespace nodescope::widgets
