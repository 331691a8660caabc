#include "widgets/mainwindow/DockLayout.h"

#include <algorithm>

#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
/// Rises when docks or toolbars change in a way that old states do not fit.
constexpr int StateVersion = 1;
/// The narrowest window in which the doctor leaves the list of nodes beside it.
constexpr int NodesBesideDoctor = 1100;

QString stateKey()
{
    return QStringLiteral("window/state");
}
QString geometryKey()
{
    return QStringLiteral("window/geometry");
}

bool isOnAScreen(const QRect &frame)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    return std::any_of(screens.begin(), screens.end(), [&](const QScreen *screen) {
        const QRect seen = screen->availableGeometry().intersected(frame);
        return seen.width() > 100 && seen.height() > 60;
    });
}
} // namespace

DockLayout::DockLayout(QMainWindow &window, const Docks &docks, QSettings &settings)
    : m_window(window)
    , m_docks(docks)
    , m_settings(settings)
    , m_initial(window.saveState(StateVersion))
{
}

void DockLayout::restore()
{
    const QSize usual = m_window.size();
    if (m_window.restoreGeometry(m_settings.value(geometryKey()).toByteArray()) &&
        !isOnAScreen(m_window.frameGeometry())) {
        m_window.resize(usual);
        if (const QScreen *screen = QGuiApplication::primaryScreen())
            m_window.move(screen->availableGeometry().center() - m_window.rect().center());
    }
    m_untouched = !m_window.restoreState(m_settings.value(stateKey()).toByteArray(), StateVersion);
}

void DockLayout::share()
{
    const QSize size = m_window.size();
    const Theme theme = Theme::current(&m_window);
    const auto part = [&](int whole, double share, int least, int most) {
        return std::clamp(static_cast<int>(whole * share), theme.ipx(least), theme.ipx(most));
    };
    m_window.resizeDocks({m_docks.left, m_docks.right},
                         {part(size.width(), 0.165, 170, 300), part(size.width(), 0.24, 290, 420)},
                         Qt::Horizontal);
    m_window.resizeDocks({m_docks.bottom}, {part(size.height(), 0.21, 120, 260)}, Qt::Vertical);
}

void DockLayout::save()
{
    m_settings.setValue(geometryKey(), m_window.saveGeometry());
    m_settings.setValue(stateKey(), m_centre == Centre::Graph ? m_window.saveState(StateVersion) : m_current);
}

void DockLayout::reset()
{
    m_window.restoreState(m_initial, StateVersion);
    share();
}

void DockLayout::giveRoomBelow()
{
    const int enough = std::min(Theme::current(&m_window).ipx(230), m_window.height() * 2 / 5);
    if (m_docks.bottom->isVisible() && !m_docks.bottom->isFloating() && m_docks.bottom->height() < enough)
        m_window.resizeDocks({m_docks.bottom}, {enough}, Qt::Vertical);
}

void DockLayout::setCentre(Centre centre)
{
    if (centre == m_centre)
        return;
    if (m_centre == Centre::Graph)
        m_current = m_window.saveState(StateVersion);
    m_centre = centre;
    if (centre == Centre::Graph) {
        m_window.restoreState(m_current, StateVersion);
        if (m_untouched)
            share();
        m_untouched = false;
        return;
    }
    const bool keepsNodes =
        centre == Centre::Doctor && m_window.width() >= Theme::current(&m_window).ipx(NodesBesideDoctor);
    for (QDockWidget *dock : QList{m_docks.left, m_docks.right, m_docks.bottom} + m_docks.others) {
        if (dock != m_docks.left || !keepsNodes)
            dock->hide();
    }
}

} // namespace nodescope::widgets
