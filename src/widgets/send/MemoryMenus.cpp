#include "widgets/send/MemoryMenus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>

#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

MemoryMenus::MemoryMenus(SendMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_historyButton(new QPushButton(this))
    , m_snippetsButton(new QPushButton(this))
    , m_history(new QMenu(this))
    , m_snippets(new QMenu(this))
{
    m_historyButton->setMenu(m_history);
    m_snippetsButton->setMenu(m_snippets);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_historyButton);
    row->addWidget(m_snippetsButton);
    connect(&memory, &SendMemory::changed, this, &MemoryMenus::fill);
    fill();
}

void MemoryMenus::fill()
{
    m_historyButton->setText(tr("&History"));
    m_snippetsButton->setText(tr("Snipp&ets"));
    fillHistory();
    fillSnippets();
}

void MemoryMenus::add(QMenu &menu, const SendMemory::Entry &entry, const QString &title)
{
    QAction *action = menu.addAction(title.left(80).replace(u'&', QStringLiteral("&&")));
    connect(action, &QAction::triggered, this, [this, entry] { Q_EMIT chosen(entry); });
}

void MemoryMenus::fillHistory()
{
    m_history->clear();
    const QList<SendMemory::Entry> history = m_memory.history();
    for (const SendMemory::Entry &entry : history)
        add(*m_history, entry,
            visibleText(QString(entry.process + QStringLiteral("  ") + entry.text.simplified()), 80));
    m_history->addSeparator();
    QAction *clear = m_history->addAction(tr("Clear history"));
    clear->setEnabled(!history.isEmpty());
    connect(clear, &QAction::triggered, &m_memory, &SendMemory::clearHistory);
}

void MemoryMenus::fillSnippets()
{
    m_snippets->clear();
    const QList<SendMemory::Entry> snippets = m_memory.snippets();
    for (const SendMemory::Entry &entry : snippets)
        add(*m_snippets, entry, visibleText(entry.name, 80));
    m_snippets->addSeparator();
    connect(m_snippets->addAction(tr("Keep this as a snippet…")), &QAction::triggered, this,
            &MemoryMenus::askName);
    if (snippets.isEmpty())
        return;
    QMenu *drop = m_snippets->addMenu(tr("Remove"));
    for (const SendMemory::Entry &entry : snippets)
        connect(drop->addAction(visibleText(entry.name, 80)), &QAction::triggered, this,
                [this, name = entry.name] { m_memory.drop(name); });
}

void MemoryMenus::askName()
{
    auto *question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Keep a snippet"));
    question->setLabelText(tr("Its name:"));
    connect(question, &QInputDialog::textValueSelected, this,
            [this](const QString &name) { Q_EMIT keepRequested(name.trimmed()); });
    question->open();
}

void MemoryMenus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
