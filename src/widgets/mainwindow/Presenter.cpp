#include "widgets/mainwindow/Presenter.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QShortcutEvent>

#include "widgets/common/HostMask.h"
#include "widgets/graphview/GraphText.h"
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

Presenter::Presenter(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_keys(new QLabel(&parts.window))
{
    m_keys->setObjectName(QStringLiteral("presenterKeys"));
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_keys->hide();
    m_keysEnd.setSingleShot(true);
    m_keysEnd.setInterval(KeysMilliseconds);
    connect(&m_keysEnd, &QTimer::timeout, m_keys, &QWidget::hide);
    connect(&parts.selection, &SelectionModel::changed, this, &Presenter::follow);
}

Presenter::~Presenter()
{
    if (m_active)
        HostMask::instance().deactivate();
}

void Presenter::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_opened = false;
    if (active) {
        // Before the text grows, and the docks with it.
        m_parts.docks.setAlone(true);
        m_parts.graph.setPresenting(true);
        m_textScale = m_parts.themes.textScale();
        m_parts.themes.setTextScale(m_textScale * TextScale / 100);
        hideHosts(true); // after it: what is said anew has the new size
        qApp->installEventFilter(this);
        m_parts.graph.fit();
        return;
    }
    qApp->removeEventFilter(this);
    m_keys->hide();
    m_parts.themes.setTextScale(m_textScale);
    m_parts.docks.setAlone(false);
    hideHosts(false);
    m_parts.graph.setPresenting(false);
    m_parts.graph.fit();
}

void Presenter::hideHosts(bool hide)
{
    if (hide) {
        QStringList hosts;
        for (const cluster::Node &node : m_parts.store.cluster().sortedNodes()) {
            if (node.kind != cluster::NodeKind::Self && !hosts.contains(node.name.host()))
                hosts.append(node.name.host());
        }
        hosts.removeAll(QString());
        hosts.sort(); // as the graph groups them
        HostMask::instance().activate(hosts, [](int number) { return GraphText::tr("host %1").arg(number); });
    } else {
        HostMask::instance().deactivate();
    }
    // All that is shown is said anew, as in another language.
    QEvent anew(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&m_parts.window, &anew);
}

bool Presenter::isBroken(const Selection &selection) const
{
    const cluster::Cluster &cluster = m_parts.store.cluster();
    if (const auto *name = std::get_if<base::NodeName>(&selection)) {
        const cluster::Node *node = cluster.node(*name);
        return node && (node->state == cluster::NodeState::Failed || node->state == cluster::NodeState::Down);
    }
    const auto *key = std::get_if<cluster::LinkKey>(&selection);
    const cluster::Link *link = key ? cluster.link(*key) : nullptr;
    return link && (link->state == cluster::LinkState::Failed || link->state == cluster::LinkState::Down);
}

void Presenter::follow(const Selection &selection)
{
    if (!m_active)
        return;
    const bool nothing = std::holds_alternative<std::monostate>(selection);
    QDockWidget &inspector = m_parts.inspector;
    if (isBroken(selection) && !inspector.isVisible()) {
        m_opened = true;
        inspector.show();
        inspector.raise();
        m_parts.window.resizeDocks({&inspector}, {m_parts.window.width() * 2 / 5}, Qt::Horizontal);
    } else if (nothing && m_opened) {
        m_opened = false;
        inspector.hide();
    }
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Shortcut) {
        showKeys(static_cast<QShortcutEvent *>(event)->key().toString(QKeySequence::NativeText));
    } else if (event->type() == QEvent::KeyPress && watched == &m_parts.graph) {
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
    const QList<QAction *> actions = m_parts.window.actions();
    for (const QAction *action : actions) {
        if (action->shortcut().toString(QKeySequence::NativeText) == keys)
            text += QStringLiteral("   ") + plainTextOf(action);
    }
    const Theme theme = Theme::current(&m_parts.window);
    m_keys->setText(text);
    m_keys->setStyleSheet(
        QStringLiteral("QLabel { background: %1; color: %2; border-radius: %3px; padding: %4px %5px; }")
            .arg(theme.text.name(), theme.panel.name())
            .arg(theme.ipx(6))
            .arg(theme.ipx(6))
            .arg(theme.ipx(12)));
    m_keys->setFont(theme.title);
    m_keys->adjustSize();
    m_keys->move((m_parts.window.width() - m_keys->width()) / 2,
                 m_parts.window.height() - m_keys->height() - theme.ipx(64));
    m_keys->show();
    m_keys->raise();
    m_keysEnd.start();
}

} // namespace nodescope::widgets
