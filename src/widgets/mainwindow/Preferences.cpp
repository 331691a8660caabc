#include "widgets/mainwindow/Preferences.h"

#include <QMetaEnum>

#include "widgets/style/SystemMotion.h"

namespace nodescope::widgets {

namespace {
QString modeKey()
{
    return QStringLiteral("preferences/appearance");
}
QString languageKey()
{
    return QStringLiteral("preferences/language");
}
QString textScaleKey()
{
    return QStringLiteral("preferences/textScale");
}
QString reducedMotionKey()
{
    return QStringLiteral("preferences/reducedMotion");
}
} // namespace

Preferences::Preferences(QSettings &settings, ThemeManager &themes, LanguageManager &languages,
                         KnownHosts &hosts, RecentNodes &recent)
    : m_settings(settings)
    , m_themes(themes)
    , m_languages(languages)
    , m_hosts(hosts)
    , m_recent(recent)
    , m_reducedMotion(settings.value(reducedMotionKey(), systemReducesMotion()).toBool())
{
    // What is not in the settings stays as the composition root has set it.
    const auto modes = QMetaEnum::fromType<ThemeManager::Mode>();
    bool known = false;
    const int mode = modes.keyToValue(settings.value(modeKey()).toString().toLatin1().constData(), &known);
    if (known)
        themes.setMode(static_cast<ThemeManager::Mode>(mode));
    if (settings.contains(textScaleKey()))
        themes.setTextScale(settings.value(textScaleKey()).toInt());
    if (settings.contains(languageKey()))
        languages.choose(settings.value(languageKey()).toString());
}

bool Preferences::announces(Notice notice) const
{
    return m_settings.value(QStringLiteral("notices/") + identifierOf(notice), true).toBool();
}

void Preferences::setAnnounces(Notice notice, bool announces)
{
    m_settings.setValue(QStringLiteral("notices/") + identifierOf(notice), announces);
}

void Preferences::setMode(ThemeManager::Mode mode)
{
    m_settings.setValue(modeKey(), QString::fromLatin1(QMetaEnum::fromType<ThemeManager::Mode>().valueToKey(
                                       static_cast<int>(mode))));
    m_themes.setMode(mode);
}

void Preferences::setLanguage(const QString &code)
{
    m_settings.setValue(languageKey(), code);
    m_languages.choose(code);
}

void Preferences::setTextScale(int percent)
{
    m_settings.setValue(textScaleKey(), percent);
    m_themes.setTextScale(percent);
}

void Preferences::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    m_settings.setValue(reducedMotionKey(), reduced);
    Q_EMIT reducedMotionChanged(reduced);
}

void Preferences::forgetHosts()
{
    m_hosts.forgetAll();
    m_recent.clear();
}

} // namespace nodescope::widgets
