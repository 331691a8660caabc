#pragma once

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace nodescope::widgets {

/// Finds any command by words of its name and runs it. Commands that are not available are listed,
/// too, with the reason.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(const QList<QAction *> &actions, QWidget *parent = nullptr);
    /// How well words fit an action; 0: not at all. Words may be in any order; beginnings count most.
    [[nodiscard]] static int score(const QAction *action, const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refill();
    void run(const QListWidgetItem *item);

    QList<QPointer<QAction>> m_actions;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace nodescope::widgets
