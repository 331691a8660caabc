#include "widgets/common/ActionSet.h"

#include <QVariant>

namespace nodescope::widgets {

namespace {
constexpr const char *TipProperty = "nodescopeTip";
constexpr const char *ReasonProperty = "nodescopeReason";
} // namespace

ActionSet::ActionSet(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionSet::add(const QString &id, const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    m_actions.append(action);
    return action;
}

void ActionSet::describe(QAction *action, const QString &text, const QString &tip)
{
    action->setText(text);
    action->setProperty(TipProperty, tip);
    showTips(action);
}

void ActionSet::setAvailable(QAction *action, const QString &reasonWhyNot)
{
    action->setEnabled(reasonWhyNot.isEmpty());
    action->setProperty(ReasonProperty, reasonWhyNot);
    showTips(action);
}

QString ActionSet::explanationOf(const QAction *action)
{
    const QString tip = action->property(TipProperty).toString();
    return tip.isEmpty() ? action->statusTip() : tip;
}

void ActionSet::showTips(QAction *action)
{
    const QString tip = action->property(TipProperty).toString();
    const QString reason = action->property(ReasonProperty).toString();
    const QString shown = reason.isEmpty() ? tip : reason;
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setStatusTip(shown);
    action->setToolTip(keys.isEmpty() ? shown : QStringLiteral("%1 (%2)").arg(shown, keys));
}

} // namespace nodescope::widgets
