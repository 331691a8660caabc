#include "widgets/mainwindow/Presenter.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QShortcutEvent>

#include "widgets/graphview/GraphView.h"
#include "widgets/mainwindow/DockLayout.h"
#include "widgets/mainwindow/ShortcutsDialog.h"
#include "widgets/style/ThemeManager.h"

namespace nodescope::widgets {

namespace {

constexpr int KeysMilliseconds = 2200;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_unknown;
}

} // namespace

Presenter::Presenter(QMainWindow &window, GraphView &graph, ThemeManager &themes, DockLayout &docks)
    : QObject(&window)
    , m_window(window)
    , m_graph(graph)
    , m_themes(themes)
    , m_docks(docks)
    , m_keys(new QLabel(&window))
{
    m_keys->setObjectName(QStringLiteral("presenterKeys"));
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_keys->hide();
    m_keysEnd.setSingleShot(true);
    m_keysEnd.setInterval(KeysMilliseconds);
    connect(&m_keysEnd, &QTimer::timeout, m_keys, &QWidget::hide);
}

void Presenter::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_graph.setPresenting(active);
    if (active) {
        // Before the text grows, and the docks with it.
        m_docks.setAlone(true);
        m_textScale = m_themes.textScale();
        m_themes.setTextScale(m_textScale * TextScale / 100);
        qApp->installEventFilter(this);
        m_graph.fit();
        return;
    }
    qApp->removeEventFilter(this);
    m_keys->hide();
    m_themes.setTextScale(m_textScale);
    m_docks.setAlone(false);
    m_graph.fit();
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Shortcut) {
        showKeys(static_cast<QShortcutEvent *>(event)->key().toString(QKeySequence::NativeText));
    } else if (event->type() == QEvent::KeyPress && watched == &m_graph) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (!isModifier(press->key()) && !press->isAutoRepeat())
            showKeys(QKeySequence(press->keyCombination()).toString(QKeySequence::NativeText));
    }
    return QObject::eventFilter(watched, event);
}

void Presenter::showKeys(const QString &keys)
{
    if (keys.isEmpty())
        return;
    QString text = keys;
    const QList<QAction *> actions = m_window.actions();
    for (const QAction *action : actions) {
        if (action->shortcut().toString(QKeySequence::NativeText) == keys)
            text += QStringLiteral("   ") + plainTextOf(action);
    }
    const Theme theme = Theme::current(&m_window);
    m_keys->setText(text);
    m_keys->setStyleSheet(
        QStringLiteral("QLabel { background: %1; color: %2; border-radius: %3px; padding: %4px %5px; }")
            .arg(theme.text.name(), theme.panel.name())
            .arg(theme.ipx(6))
            .arg(theme.ipx(6))
            .arg(theme.ipx(12)));
    m_keys->setFont(theme.title);
    m_keys->adjustSize();
    m_keys->move((m_window.width() - m_keys->width()) / 2,
                 m_window.height() - m_keys->height() - theme.ipx(64));
    m_keys->show();
    m_keys->raise();
    m_keysEnd.start();
}

} // namespace nodescope::widgets
