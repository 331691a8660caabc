#pragma once

#include <algorithm>

#include <QStyle>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QWheelEvent>

namespace nodescope::widgets {

/// Tabs whose words are shortened where there is too little room, and nowhere else: each has the room of its
/// words in the weight of the chosen one, so that choosing moves none, and Qt leaves some words of a style
/// sheet's tabs a pixel short of what they need. None scrolls away, and the wheel leaves them alone: it scrolls
/// the page that they stand on.
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
        const auto widthIn = [&](const QFont &one) {
            return QFontMetrics(one).size(Qt::TextShowMnemonic, tabText(index)).width();
        };
        const int more = std::max(0, widthIn(strong()) - widthIn(font()));
        return QTabBar::tabSizeHint(index) + QSize(more + Spare, 0);
    }
    void initStyleOption(QStyleOptionTab *option, int index) const override
    {
        QTabBar::initStyleOption(option, index);
        if (index != currentIndex())
            return;
        // Qt has shortened it in the weight of the others, or not at all.
        const int room = style()->subElementRect(QStyle::SE_TabBarTabText, option, this).width();
        const QFontMetrics metrics(strong());
        if (metrics.size(Qt::TextShowMnemonic, tabText(index)).width() <= room)
            option->text = tabText(index);
        else
            option->text = metrics.elidedText(tabText(index), elideMode(), room, Qt::TextShowMnemonic);
    }

private:
    static constexpr int Spare = 3; // for rounding, at fractions of a scale

    [[nodiscard]] QFont strong() const
    {
        QFont semiBold = font();
        semiBold.setWeight(QFont::DemiBold);
        return semiBold;
    }
};

} // namespace nodescope::widgets
