#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

#include "widgets/style/Theme.h"

class QApplication;

namespace nodescope::widgets {

class ProgramStyle;

/// Gives the application its look: Fusion as base, our palette, font and style sheet; again whenever
/// the mode or (with System) the desktop's lightness changes. Owned by the composition root; must be
/// made after QApplication and before the first window, and must not outlive the QApplication.
class ThemeManager : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        System, ///< light or dark as the desktop is
        Light,
        Dark,
        HighContrast, ///< as System, with the strongest contrast
    };
    Q_ENUM(Mode)

    explicit ThemeManager(QApplication &application, QObject *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Text size in percent of the desktop's, 75 to 300 (presenter mode).
    [[nodiscard]] int textScale() const { return m_textScale; }

public Q_SLOTS:
    void setMode(nodescope::widgets::ThemeManager::Mode mode);
    void setTextScale(int percent);

Q_SIGNALS:
    /// After palette, font and style sheet are in place. Widgets also get their usual
    /// PaletteChange, FontChange and StyleChange events and need not connect.
    void themeChanged();

private:
    void apply();
    [[nodiscard]] bool systemIsDark() const;
    [[nodiscard]] bool systemIsHighContrast() const;
    [[nodiscard]] QFont baseFont() const;

    QApplication &m_application;
    Mode m_mode = Mode::System;
    int m_textScale = 100;
    QPalette m_systemPalette;
    QFont m_systemFont;
    QPointer<ProgramStyle> m_style; ///< the application's, as long as nobody gives it another
    Theme m_theme;
};

} // namespace nodescope::widgets
