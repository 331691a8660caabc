#include "widgets/welcome/WelcomeCard.h"

#include <QEvent>
#include <QPainter>

namespace nodescope::widgets {

namespace {
constexpr int Padding = 16;
constexpr int IconSide = 24;
constexpr int Gap = 4;
} // namespace

WelcomeCard::WelcomeCard(Glyph glyph, QWidget *parent)
    : QAbstractButton(parent)
    , m_glyph(glyph)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WelcomeCard::setTexts(const QString &title, const QString &sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    m_sentence = sentence;
    updateGeometry();
    update();
}

void WelcomeCard::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

QRect WelcomeCard::textRect(int width) const
{
    const Theme theme = Theme::current(this);
    const int left = theme.ipx(Padding + IconSide + 14);
    return {left, theme.ipx(Padding - 2), std::max(40, width - left - theme.ipx(Padding)), 10000};
}

int WelcomeCard::heightForWidth(int width) const
{
    const Theme theme = Theme::current(this);
    const QRect area = textRect(width);
    const int title = QFontMetrics(theme.title).boundingRect(area, Qt::TextWordWrap, text()).height();
    const int sentence = QFontMetrics(theme.font).boundingRect(area, Qt::TextWordWrap, m_sentence).height();
    return title + theme.ipx(Gap) + sentence + theme.ipx(2 * Padding - 2);
}

QSize WelcomeCard::sizeHint() const
{
    const int width = Theme::current(this).ipx(340);
    return {width, heightForWidth(width)};
}

QSize WelcomeCard::minimumSizeHint() const
{
    return {Theme::current(this).ipx(240), Theme::current(this).ipx(70)};
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_primary ? theme.accent : theme.panel;
    const QColor hover = m_primary ? mixed(theme.accent, theme.text, 0.12) : theme.control;
    painter.setBrush(isDown() || underMouse() ? hover : ground);
    painter.setPen(QPen(m_primary ? ground : theme.hairline, 1));
    if (hasFocus())
        painter.setPen(QPen(m_primary ? theme.text : theme.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8));

    const QColor title = !isEnabled() ? theme.disabled : (m_primary ? theme.onAccent : theme.text);
    const QColor sentence = !isEnabled() ? theme.disabled : (m_primary ? theme.onAccent : theme.secondary);
    const qreal side = theme.px(IconSide);
    paintGlyph(painter, m_glyph, QRectF(theme.px(Padding), theme.px(Padding), side, side),
               m_primary ? theme.onAccent : (isEnabled() ? theme.accent : theme.disabled));
    QRect area = textRect(width());
    QRect used;
    painter.setFont(theme.title);
    painter.setPen(title);
    painter.drawText(area, Qt::TextWordWrap, text(), &used);
    area.setTop(used.bottom() + theme.ipx(Gap));
    painter.setFont(theme.font);
    painter.setPen(sentence);
    painter.drawText(area, Qt::TextWordWrap, m_sentence);
}

void WelcomeCard::changeEvent(QEvent *event)
{
    updateGeometry();
    update();
    QAbstractButton::changeEvent(event);
}

} // namespace nodescope::widgets
