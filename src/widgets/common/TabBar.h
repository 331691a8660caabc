#pragma once

#include <algorithm>

#include <QStyle>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QWheelEvent>

namespace nodescope::widgets {

/// Tabs whose words are shortened where there is too little room, and nowhere else: each has the room of its
/// words in the weight of the chosen one, so that choosing moves none, and Qt leaves some words of a style
/// sheet's tabs a pixel short of what they need. None scrolls away, and the wheel leaves them alone: it
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
    void showEvent(QShowEvent *event) override
    {
        QTabBar::showEvent(event);
        // Qt tells no layout of words that were changed while it was hidden.
        updateGeometry();
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        // Not as Qt does it: with some style sheets it measures the chosen one in its weight, with others
        // not.
        QStyleOptionTab option;
        QTabBar::initStyleOption(&option, index);
        option.state &= ~QStyle::State_Selected;
        option.text = tabText(index);
        const QSize text = textSize(font(), index);
        const int across = style()->pixelMetric(QStyle::PM_TabBarTabHSpace, &option, this);
        const int up = style()->pixelMetric(QStyle::PM_TabBarTabVSpace, &option, this);
        const QSize size =
            style()->sizeFromContents(QStyle::CT_TabBarTab, &option, text + QSize(across, up), this);
        return size + QSize(std::max(0, textSize(strong(), index).width() - text.width()) + Spare, 0);
    }
    void initStyleOption(QStyleOptionTab *option, int index) const override
    {
        QTabBar::initStyleOption(option, index);
        if (index != currentIndex())
            return;
        // Qt has shortened it in the weight of the others, or not at all.
        const int room = style()->subElementRect(QStyle::SE_TabBarTabText, option, this).width();
        option->text =
            textSize(strong(), index).width() <= room
                ? tabText(index)
                : QFontMetrics(strong()).elidedText(tabText(index), elideMode(), room, Qt::TextShowMnemonic);
    }

private:
    static constexpr int Spare = 3; // for rounding, at fractions of a scale

    [[nodiscard]] QSize textSize(const QFont &font, int index) const
    {
        return QFontMetrics(font).size(Qt::TextShowMnemonic, tabText(index));
    }
    [[nodiscard]] QFont strong() const
    {
        QFont semiBold = font();
        semiBold.setWeight(QFont::DemiBold);
        return semiBold;
    }
};

} // namespace nodescope::widgets
