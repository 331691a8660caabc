#include "widgets/mainwindow/DockLayout.h"

#include <algorithm>
#include <utility>

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

QString foldKey()
{
    return QStringLiteral("window/fold");
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
    , m_textScale(Theme::current(&window).scale)
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
    // A window that is not shown yet gives its docks no sizes: what was saved is kept until the graph is
    // shown.
    m_current = m_settings.value(stateKey()).toByteArray();
    if (!m_window.restoreState(m_current, StateVersion))
        m_current.clear();
    m_fold = m_settings.value(foldKey()).value<int>() == static_cast<int>(Fold::Folded) ? Fold::Folded
             : m_settings.contains(foldKey())                                           ? Fold::Kept
                                                                                        : Fold::None;
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

QByteArray DockLayout::state() const
{
    return showsAll() && m_window.isVisible() ? m_window.saveState(StateVersion) : m_current;
}

void DockLayout::save()
{
    noteFold();
    m_settings.setValue(geometryKey(), m_window.saveGeometry());
    m_settings.setValue(stateKey(), state());
    if (m_fold == Fold::None)
        m_settings.remove(foldKey());
    else
        m_settings.setValue(foldKey(), static_cast<int>(m_fold));
}

void DockLayout::reset()
{
    if (!showsAll()) {
        m_current.clear();
        m_fold = Fold::None;
        return;
    }
    m_window.restoreState(m_initial, StateVersion);
    m_fold = Fold::None;
    share();
    fit();
}

QList<QDockWidget *> DockLayout::all() const
{
    return QList{m_docks.left, m_docks.right, m_docks.bottom} + m_docks.others;
}

/// What we folded and is seen was brought back by the person.
void DockLayout::noteFold()
{
    if (showsAll() && m_fold == Fold::Folded && !m_docks.left->isHidden())
        m_fold = Fold::Kept;
}

void DockLayout::fit()
{
    if (!showsAll() || !m_window.isVisible())
        return;
    const bool narrow = m_window.width() < Theme::current(&m_window).ipx(FoldBelow);
    noteFold();
    if (narrow && m_fold == Fold::None) {
        m_fold = !m_docks.left->isHidden() && !m_docks.left->isFloating() ? Fold::Folded : Fold::Kept;
        if (m_fold == Fold::Folded)
            m_docks.left->hide();
    } else if (!narrow && m_fold != Fold::None) {
        if (m_fold == Fold::Folded)
            m_docks.left->show();
        m_fold = Fold::None;
    }
}

void DockLayout::followText()
{
    if (!showsAll() || !m_window.isVisible())
        return;
    const qreal now = Theme::current(&m_window).scale;
    const qreal growth = now / std::exchange(m_textScale, now);
    if (qFuzzyCompare(growth, 1))
        return;
    fit();
    const int most = m_window.width() * 2 / 5;
    for (QDockWidget *dock : {m_docks.left, m_docks.right})
        if (dock->isVisible() && !dock->isFloating())
            m_window.resizeDocks({dock}, {std::min(most, qRound(dock->width() * growth))}, Qt::Horizontal);
}

void DockLayout::giveRoomBelow()
{
    const int enough = std::min(Theme::current(&m_window).ipx(230), m_window.height() * 2 / 5);
    if (m_docks.bottom->isVisible() && !m_docks.bottom->isFloating() && m_docks.bottom->height() < enough)
        m_window.resizeDocks({m_docks.bottom}, {enough}, Qt::Vertical);
}

void DockLayout::setCentre(Centre centre)
{
    change(centre, m_alone);
}

void DockLayout::setAlone(bool alone)
{
    change(m_centre, alone);
}

void DockLayout::change(Centre centre, bool alone)
{
    if (centre == m_centre && alone == m_alone)
        return;
    m_current = state();
    const bool wasAlone = std::exchange(m_alone, alone);
    m_centre = centre;
    if (showsAll()) {
        if (m_current.isEmpty() || !m_window.restoreState(m_current, StateVersion))
            reset();
        else
            fit();
        return;
    }
    if (wasAlone && !m_alone) // the list of nodes may belong beside the doctor
        m_window.restoreState(m_current, StateVersion);
    hideDocks();
}

void DockLayout::hideDocks()
{
    const bool keepsNodes = m_centre == Centre::Doctor && !m_alone &&
                            m_window.width() >= Theme::current(&m_window).ipx(NodesBesideDoctor);
    const QList<QDockWidget *> docks = all();
    for (QDockWidget *dock : docks) {
        if (dock != m_docks.left || !keepsNodes)
            dock->hide();
    }
}

} // namespace nodescope::widgets
