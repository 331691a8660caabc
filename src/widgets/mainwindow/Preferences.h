#pragma once

#include <QObject>
#include <QSettings>

#include "widgets/common/LanguageManager.h"
#include "widgets/connect/KnownHosts.h"
#include "widgets/connect/RecentNodes.h"
#include "widgets/replay/Notice.h"
#include "widgets/style/ThemeManager.h"

namespace nodescope::widgets {

/// What the person prefers: kept in the settings, applied at once and at every start.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the object. Applies what the settings hold.
    Preferences(QSettings &settings, ThemeManager &themes, LanguageManager &languages, KnownHosts &hosts,
                RecentNodes &recent);

    [[nodiscard]] ThemeManager::Mode mode() const { return m_themes.mode(); }
    [[nodiscard]] QString language() const { return m_languages.chosen(); }
    [[nodiscard]] int textScale() const { return m_themes.textScale(); }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    /// Whether happenings of that kind are said in the window; all are, until somebody says otherwise.
    [[nodiscard]] bool announces(Notice notice) const;
    void setAnnounces(Notice notice, bool announces);
    void setMode(ThemeManager::Mode mode);
    /// Empty: as the system.
    void setLanguage(const QString &code);
    void setTextScale(int percent);
    void setReducedMotion(bool reduced);
    /// Forgets the recent nodes and the hosts that were agreed to.
    void forgetHosts();

Q_SIGNALS:
    void reducedMotionChanged(bool reduced);

private:
    QSettings &m_settings;
    ThemeManager &m_themes;
    LanguageManager &m_languages;
    KnownHosts &m_hosts;
    RecentNodes &m_recent;
    bool m_reducedMotion = false;
};

} // namespace nodescope::widgets
