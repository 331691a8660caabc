#pragma once

#include <QAction>
#include <QDialog>

namespace nodescope::widgets {

/// Every command with its keys, as a table.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

/// An action's text without the marks of menus (`&`, `…`).
[[nodiscard]] QString plainTextOf(const QAction *action);
/// The same with the submenu that it stands in, without which it may say little: `Export and Print ›
/// Picture`.
[[nodiscard]] QString titleOf(const QAction *action);

} // namespace nodescope::widgets
