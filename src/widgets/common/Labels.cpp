#include "widgets/common/Labels.h"

#include <QEvent>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "widgets/common/SafeText.h"
#include "widgets/common/WrappingLabel.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

namespace {
QString nameOf(TextRole role)
{
    switch (role) {
    case TextRole::Plain:
        return {};
    case TextRole::Strong:
        return QStringLiteral("strong");
    case TextRole::Title:
        return QStringLiteral("title");
    case TextRole::Secondary:
        return QStringLiteral("secondary");
    case TextRole::Small:
        return QStringLiteral("small");
    case TextRole::Mono:
        return QStringLiteral("mono");
    case TextRole::Error:
        return QStringLiteral("wrong");
    }
    return {};
}
} // namespace

QLabel *makeLabel(TextRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", nameOf(role));
    return label;
}

QLabel *makeParagraph(TextRole role, QWidget *parent)
{
    auto *label = new WrappingLabel(parent);
    label->setProperty("role", nameOf(role));
    return label;
}

void setRole(QLabel *label, TextRole role)
{
    label->setProperty("role", nameOf(role));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QPushButton *makeQuietButton(QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("quiet", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    return button;
}

QToolButton *makeTool(QWidget *parent, Glyph glyph, const char *name)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(glyph));
    button->setAutoRaise(true);
    return button;
}

QFrame *makeHairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::NoFrame);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

ElidedLabel::ElidedLabel(TextRole role, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("role", nameOf(role));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text, Qt::TextElideMode mode)
{
    m_full = text;
    m_shorter.clear();
    m_mode = mode;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setShorterTexts(const QStringList &texts)
{
    m_shorter = texts;
    elide();
}

void ElidedLabel::setTip(const QString &tip)
{
    m_tip = tip;
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(m_full) + 2, QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(QStringLiteral("abcd…")), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    const auto fits = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text) <= width();
    };
    QString wanted = m_full;
    for (const QString &shorter : std::as_const(m_shorter)) {
        if (fits(wanted))
            break;
        wanted = shorter;
    }
    const QString shown = fontMetrics().elidedText(wanted, m_mode, width());
    if (shown != text())
        setText(shown);
    const QString tip = m_tip.isEmpty() ? m_full : m_tip;
    setToolTip(shown == tip ? QString() : visibleRichText(tip));
}

} // namespace nodescope::widgets
