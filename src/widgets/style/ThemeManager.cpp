#include "widgets/style/ThemeManager.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleHints>
#include <QToolTip>

#include "widgets/style/ProgramStyle.h"
#include "widgets/style/StyleSheet.h"

namespace nodescope::widgets {

namespace {
/// 13 logical pixels at 96 dots an inch.
constexpr qreal DesignPointSize = 9.75;

bool isGenericFamily(const QString &family)
{
    static constexpr const char *Generic[] = {"Sans Serif", "Sans", "sans-serif", "DejaVu Sans", ""};
    for (const char *name : Generic) {
        if (family.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}
} // namespace

ThemeManager::ThemeManager(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemPalette(QApplication::palette())
    , m_systemFont(QApplication::font())
    , m_style(new ProgramStyle)
{
    QApplication::setStyle(m_style);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == Mode::System || m_mode == Mode::HighContrast)
            apply();
    });
#endif
    apply();
}

void ThemeManager::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void ThemeManager::setTextScale(int percent)
{
    percent = std::clamp(percent, 75, 300);
    if (percent == m_textScale)
        return;
    m_textScale = percent;
    apply();
}

void ThemeManager::apply()
{
    const bool dark = m_mode == Mode::Dark || (m_mode != Mode::Light && systemIsDark());
    const bool highContrast =
        m_mode == Mode::HighContrast || (m_mode == Mode::System && systemIsHighContrast());
    m_theme = Theme::make(dark, highContrast, baseFont());
    QApplication::setFont(m_theme.font);
    QApplication::setPalette(m_theme.palette());
    QToolTip::setPalette(m_theme.palette());
    QToolTip::setFont(m_theme.font);
    if (m_style)
        m_style->setTextScale(m_theme.scale);
    m_application.setStyleSheet(styleSheetFor(m_theme));
    Q_EMIT themeChanged();
}

bool ThemeManager::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    const QColor ground = m_systemPalette.color(QPalette::Window);
    return ground.lightness() < m_systemPalette.color(QPalette::WindowText).lightness();
}

bool ThemeManager::systemIsHighContrast() const
{
    return contrastRatio(m_systemPalette.color(QPalette::Window),
                         m_systemPalette.color(QPalette::WindowText)) >= 19.5;
}

QFont ThemeManager::baseFont() const
{
    QFont font = m_systemFont;
    if (isGenericFamily(font.family()) && QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    const qreal points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    font.setPointSizeF(std::max(points, DesignPointSize) * m_textScale / 100);
    return font;
}

} // namespace nodescope::widgets
