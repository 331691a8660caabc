#include "widgets/mainwindow/CommandPalette.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/mainwindow/ShortcutsDialog.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
QWidget *makeRow(const QAction *action, QWidget *parent)
{
    auto *row = new QWidget(parent);
    row->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *name = new ElidedLabel(TextRole::Plain, row);
    name->setFullText(titleOf(action));
    name->setEnabled(action->isEnabled());
    QLabel *side = makeLabel(TextRole::Small, row);
    side->setText(action->isEnabled() ? action->shortcut().toString(QKeySequence::NativeText)
                                      : action->statusTip());
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->addWidget(name, 1);
    layout->addWidget(side);
    return row;
}
} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("CommandPalette"));
    setWindowTitle(tr("Command palette"));
    for (QAction *action : actions) {
        if (!action->text().isEmpty() && action->objectName() != QLatin1String("application.palette"))
            m_actions.append(action);
    }
    m_field->setPlaceholderText(tr("Type a command"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands found"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { run(m_list->currentItem()); });
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    refill();
}

int CommandPalette::score(const QAction *action, const QString &words)
{
    const QString name = plainTextOf(action);
    int total = 1;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            total += 8;
        else if (at > 0)
            total += name.at(at - 1).isSpace() ? 5 : 2;
        else if (action->statusTip().contains(word, Qt::CaseInsensitive) ||
                 titleOf(action).contains(word, Qt::CaseInsensitive))
            total += 1;
        else
            return 0;
    }
    return total;
}

void CommandPalette::refill()
{
    m_list->clear();
    QList<std::pair<int, QAction *>> found;
    for (const QPointer<QAction> &action : std::as_const(m_actions)) {
        const int fit = action ? score(action, m_field->text()) : 0;
        if (fit > 0)
            found.append({fit + (action->isEnabled() ? 100 : 0), action});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    const int height = Theme::current(this).ipx(30);
    for (const auto &[fit, action] : std::as_const(found)) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(Qt::UserRole, QVariant::fromValue(action));
        item->setData(Qt::AccessibleTextRole, titleOf(action));
        item->setSizeHint(QSize(10, height));
        m_list->setItemWidget(item, makeRow(action, m_list));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run(const QListWidgetItem *item)
{
    auto *action = item ? item->data(Qt::UserRole).value<QAction *>() : nullptr;
    if (!action || !action->isEnabled())
        return;
    accept();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : (key == Qt::Key_Up ? -1 : 0);
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showEvent(QShowEvent *event)
{
    const Theme theme = Theme::current(this);
    const QWidget *window = parentWidget();
    const int width = std::min(theme.ipx(560), window->width() - theme.ipx(40));
    resize(width, std::min(theme.ipx(400), window->height() - theme.ipx(80)));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, theme.ipx(56))));
    m_field->setFocus();
    QDialog::showEvent(event);
}

} // namespace nodescope::widgets
