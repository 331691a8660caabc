#pragma once

#include <algorithm>

#include <QList>
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

    /// A tab's words, and shorter ones for where all have no room in full; then it says them as its tool tip.
    void setTexts(int index, const QString &full, const QString &brief)
    {
        m_texts.resize(count());
        m_texts[index] = {full, brief};
        setTabText(index, m_isBrief ? brief : full);
        setTabToolTip(index, m_isBrief ? full : QString());
        chooseTexts();
    }

    /// With the words in full, whichever are shown: so it grows again.
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize size = QTabBar::sizeHint();
        int more = 0;
        for (int i = 0; i < std::min<int>(count(), int(m_texts.size())); ++i)
            more += m_texts.at(i).full.isEmpty() ? 0 : widthOf(m_texts.at(i).full) - widthOf(tabText(i));
        return m_isBrief ? size + QSize(more, 0) : size;
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
    void resizeEvent(QResizeEvent *event) override
    {
        QTabBar::resizeEvent(event);
        chooseTexts();
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
    struct Texts
    {
        QString full;
        QString brief;
    };

    void chooseTexts()
    {
        const bool brief = !m_texts.isEmpty() && width() < sizeHint().width();
        if (brief == m_isBrief)
            return;
        m_isBrief = brief;
        for (int i = 0; i < std::min<int>(count(), int(m_texts.size())); ++i) {
            if (m_texts.at(i).full.isEmpty())
                continue;
            setTabText(i, brief ? m_texts.at(i).brief : m_texts.at(i).full);
            setTabToolTip(i, brief ? m_texts.at(i).full : QString());
        }
    }
    [[nodiscard]] int widthOf(const QString &text) const
    {
        return QFontMetrics(strong()).size(Qt::TextShowMnemonic, text).width();
    }

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

    QList<Texts> m_texts; ///< of tabs that have two
    bool m_isBrief = false;
};

} // namespace nodescope::widgets
