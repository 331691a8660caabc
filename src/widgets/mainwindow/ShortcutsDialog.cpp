#include "widgets/mainwindow/ShortcutsDialog.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QScreen>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "widgets/common/ActionSet.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

QString plainTextOf(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&').remove(u'…');
    return text;
}

QString titleOf(const QAction *action)
{
    for (const QObject *place : action->associatedObjects()) {
        const auto *menu = qobject_cast<const QMenu *>(place);
        const auto above = menu ? menu->menuAction()->associatedObjects() : QList<QObject *>();
        const bool isSubmenu = std::any_of(above.begin(), above.end(), [](const QObject *holder) {
            return qobject_cast<const QMenu *>(holder) != nullptr;
        });
        if (isSubmenu)
            return plainTextOf(menu->menuAction()) + QStringLiteral(" › ") + plainTextOf(action);
    }
    return plainTextOf(action);
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *model = new QStandardItemModel(0, 3, this);
    model->setHorizontalHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        model->appendRow({new QStandardItem(titleOf(action)),
                          new QStandardItem(action->shortcut().toString(QKeySequence::NativeText)),
                          new QStandardItem(ActionSet::explanationOf(action))});
    }
    auto *table = new DataTable(this);
    table->setModel(model);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(windowTitle());
    // What a command does is a sentence, and has the lines that it needs.
    table->setWordWrap(true);
    table->setTextElideMode(Qt::ElideNone);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, table->verticalHeader(),
            [table] { table->resizeRowsToContents(); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    const Theme theme = Theme::current(this);
    const QSize room = screen()->availableSize() - QSize(48, 64);
    resize(QSize(theme.ipx(860), theme.ipx(560)).boundedTo(room));
}

} // namespace nodescope::widgets
