#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

namespace nodescope::widgets {

/// The actions of one subject. Every action of the program belongs to one set, which knows when it
/// is available and says why it is not; menus, toolbar and the command palette only place them.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    explicit ActionSet(QObject *parent = nullptr);

    /// In the order in which they were made.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    /// Gives every action its words again. Called once by the window, and on a change of language.
    virtual void retranslate() = 0;
    /// The sentence that explains an action, whether it is available or not.
    [[nodiscard]] static QString explanationOf(const QAction *action);

protected:
    /// `id` is the action's stable object name.
    QAction *add(const QString &id, const QKeySequence &shortcut = {});
    /// The words of an action, and the sentence that explains it.
    static void describe(QAction *action, const QString &text, const QString &tip);
    /// Enables the action, or disables it with the reason shown in tool tip and status bar.
    /// An empty reason: available.
    static void setAvailable(QAction *action, const QString &reasonWhyNot);

private:
    static void showTips(QAction *action);

    QList<QAction *> m_actions;
};

} // namespace nodescope::widgets
