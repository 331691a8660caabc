#include "widgets/style/Theme.h"

#include <cmath>

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QWidget>

namespace nodescope::widgets {

namespace {

/// Text size of the design at scale 1, in logical pixels.
constexpr qreal DesignTextPixels = 13;
/// Above this contrast between text and ground we take it that the person asked for high contrast.
constexpr qreal HighContrastRatio = 19.5;

qreal linearChannel(qreal channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor &colour)
{
    return 0.2126 * linearChannel(colour.redF()) + 0.7152 * linearChannel(colour.greenF()) +
           0.0722 * linearChannel(colour.blueF());
}

QColor withAlpha(QColor colour, qreal alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

void setLightColours(Theme &theme)
{
    theme.ground = QColor(0xf6f7f9);
    theme.stage = QColor(0xfcfdfe);
    theme.panel = QColor(0xffffff);
    theme.control = QColor(0xedf0f4);
    theme.hover = QColor(0xe3e8ee);
    theme.field = QColor(0xfbfcfd);
    theme.hairline = QColor(0xd9dde3);
    theme.selected = QColor(0xe1eef7);
    theme.text = QColor(0x1d232b);
    theme.secondary = QColor(0x5f6b7a);
    theme.disabled = QColor(0xa3acb8);
    theme.accent = QColor(0x0072b2);
    theme.onAccent = QColor(0xffffff);
    theme.up = QColor(0x009e73);
    theme.attention = QColor(0xbf8000);
    theme.attentionText = QColor(0x8f5f00);
    theme.failed = QColor(0xc8372d);
    theme.idle = QColor(0x6b7686);
    theme.failedGround = QColor(0xf9e9e7);
    theme.failedLine = QColor(0xeab8b3);
    theme.link = QColor(0x8290a4);
    theme.hull = QColor(0, 114, 178, 18);
    theme.hullLine = QColor(0, 114, 178, 70);
    theme.plate = withAlpha(theme.stage, 0.86);
}

void setDarkColours(Theme &theme)
{
    theme.ground = QColor(0x171b21);
    theme.stage = QColor(0x12161b);
    theme.panel = QColor(0x1e242c);
    theme.control = QColor(0x2a313c);
    theme.hover = QColor(0x343d4a);
    theme.field = QColor(0x12161b);
    theme.hairline = QColor(0x323b47);
    theme.selected = QColor(0x1f3547);
    theme.text = QColor(0xe8ecf1);
    theme.secondary = QColor(0x98a5b5);
    theme.disabled = QColor(0x5c6876);
    theme.accent = QColor(0x56b4e9);
    theme.onAccent = QColor(0x0d1319);
    theme.up = QColor(0x2cc295);
    theme.attention = QColor(0xe69f00);
    theme.attentionText = QColor(0xf0b43c);
    theme.failed = QColor(0xff7a6b);
    theme.idle = QColor(0x98a5b5);
    theme.failedGround = QColor(0x35272a);
    theme.failedLine = QColor(0x6f3f3c);
    theme.link = QColor(0x6e7d92);
    theme.hull = QColor(86, 180, 233, 20);
    theme.hullLine = QColor(86, 180, 233, 72);
    theme.plate = withAlpha(theme.stage, 0.82);
}

/// The same hues, further from the ground, with full lines instead of hairlines.
void strengthen(Theme &theme)
{
    const QColor ground = theme.dark ? QColor(Qt::black) : QColor(Qt::white);
    const QColor text = theme.dark ? QColor(Qt::white) : QColor(Qt::black);
    theme.ground = theme.stage = theme.panel = theme.field = ground;
    theme.text = text;
    theme.control = mixed(ground, text, 0.12);
    theme.hover = mixed(ground, text, 0.22);
    theme.secondary = mixed(text, ground, 0.15);
    theme.disabled = mixed(text, ground, 0.45);
    theme.hairline = mixed(text, ground, 0.4);
    theme.idle = theme.secondary;
    theme.link = mixed(text, ground, 0.25);
    theme.plate = ground;
    if (!theme.dark)
        theme.attention = theme.attentionText;
    for (QColor *colour : {&theme.accent, &theme.up, &theme.attentionText})
        *colour = mixed(*colour, text, 0.3);
    // Paler, it would come too close to attention for who does not see red.
    if (!theme.dark)
        theme.failed = mixed(theme.failed, text, 0.3);
    theme.selected = mixed(ground, theme.accent, 0.3);
    theme.hullLine = theme.accent;
    theme.failedGround = ground;
    theme.failedLine = theme.failed;
}

QFont sized(const QFont &base, qreal pixels, QFont::Weight weight)
{
    QFont font = base;
    // Points, not pixels, so that printers and other screens take the size with them.
    const qreal pixelsPerPoint =
        QFontInfo(base).pixelSize() / std::max<qreal>(1, QFontInfo(base).pointSizeF());
    font.setPointSizeF(pixels / std::max<qreal>(0.1, pixelsPerPoint));
    font.setWeight(weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

void setFonts(Theme &theme, const QFont &base)
{
    const qreal text = QFontInfo(base).pixelSize();
    theme.scale = std::max<qreal>(0.5, text / DesignTextPixels);
    theme.font = sized(base, text, QFont::Normal);
    theme.strong = sized(base, text, QFont::DemiBold);
    theme.small = sized(base, theme.px(11), QFont::Normal);
    theme.smallStrong = sized(base, theme.px(11), QFont::DemiBold);
    theme.title = sized(base, theme.px(15), QFont::DemiBold);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setStyleHint(QFont::Monospace);
    theme.mono = sized(fixed, theme.px(12), QFont::Normal);
    theme.monoSmall = sized(fixed, theme.px(11), QFont::Normal);
}

} // namespace

Theme Theme::current(const QWidget *widget)
{
    const QPalette palette = widget ? widget->palette() : QApplication::palette();
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const bool dark = luminance(ground) < luminance(text);
    return make(dark, contrastRatio(ground, text) >= HighContrastRatio, QApplication::font());
}

Theme Theme::make(bool dark, bool highContrast, const QFont &base)
{
    Theme theme;
    theme.dark = dark;
    theme.highContrast = highContrast;
    if (dark)
        setDarkColours(theme);
    else
        setLightColours(theme);
    if (highContrast)
        strengthen(theme);
    setFonts(theme, base);
    return theme;
}

Theme Theme::inPixels() const
{
    Theme theme = *this;
    for (QFont *one : {&theme.font, &theme.strong, &theme.small, &theme.smallStrong, &theme.title,
                       &theme.mono, &theme.monoSmall})
        one->setPixelSize(QFontInfo(*one).pixelSize());
    return theme;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, mixed(panel, ground, 0.6));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, secondary);
    palette.setColor(QPalette::Button, control);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, failed);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, mixed(panel, QColor(Qt::white), dark ? 0.1 : 1));
    palette.setColor(QPalette::Midlight, control);
    palette.setColor(QPalette::Mid, hairline);
    palette.setColor(QPalette::Dark, mixed(hairline, text, 0.2));
    palette.setColor(QPalette::Shadow, mixed(ground, QColor(Qt::black), 0.5));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, hairline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, secondary);
    return palette;
}

QColor mixed(const QColor &a, const QColor &b, qreal amount)
{
    const auto channel = [amount](float x, float y) { return float(x + (y - x) * float(amount)); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()), channel(a.alphaF(), b.alphaF()));
}

QColor opaqueOn(const QColor &ground, const QColor &colour)
{
    QColor whole = colour;
    whole.setAlphaF(1);
    return mixed(ground, whole, qreal(colour.alphaF()));
}

qreal contrastRatio(const QColor &a, const QColor &b)
{
    const qreal x = luminance(a) + 0.05;
    const qreal y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

} // namespace nodescope::widgets
