#pragma once

#include <algorithm>

#include <QStyle>
#include <QStyleOptionTab>
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
        // The chosen one is semi-bold, and Qt measures all in the weight of the others.
        const auto widthIn = [&](const QFont &one) {
            return QFontMetrics(one).size(Qt::TextShowMnemonic, tabText(index)).width();
        };
        const int more = widthIn(strong()) - widthIn(font());
        return QTabBar::tabSizeHint(index) + QSize(std::max(0, more) + Spare, 0);
    }
    void initStyleOption(QStyleOptionTab *option, int index) const override
    {
        QTabBar::initStyleOption(option, index);
        if (index != currentIndex() || option->text == tabText(index))
            return;
        const int room = style()->subElementRect(QStyle::SE_TabBarTabText, option, this).width();
        option->text =
            QFontMetrics(strong()).elidedText(tabText(index), elideMode(), room, Qt::TextShowMnemonic);
    }

private:
    static constexpr int Spare = 4; // rounding, at fractions of a scale

    [[nodiscard]] QFont strong() const
    {
        QFont semiBold = font();
        semiBold.setWeight(QFont::DemiBold);
        return semiBold;
    }
};

} // namespace nodescope::widgets
