#include "widgets/inbox/InboxPage.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "models/Roles.h"
#include "term/Encoder.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"
#include "widgets/tables/FollowNewest.h"
#include "widgets/terms/CompareDialog.h"
#include "widgets/terms/TermFiles.h"
#include "widgets/terms/TermView.h"
#include "widgets/terms/TermWindow.h"

namespace nodescope::widgets {

using cluster::Mail;
using models::InboxModel;

namespace {

QString titleOf(const Mail &mail)
{
    return timeText(mail.time) + QStringLiteral("  ") + senderText(mail);
}

} // namespace

InboxPage::InboxPage(QWidget *parent)
    : QWidget(parent)
    , m_find(new QLineEdit(this))
    , m_newest(makeQuietButton(this))
    , m_address(makeTool(this, Glyph::Name, "inboxAddress"))
    , m_reply(makeTool(this, Glyph::Send, "replyToMessage"))
    , m_clear(makeTool(this, Glyph::Remove, "clearInbox"))
    , m_compare(makeTool(this, Glyph::Layout, "compareMessages"))
    , m_open(makeTool(this, Glyph::Open, "openTerm"))
    , m_window(makeTool(this, Glyph::More, "termWindow"))
    , m_table(new DataTable(this))
    , m_view(new TermView(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_view);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({Theme::current(this).ipx(460), Theme::current(this).ipx(690)});
    m_view->addButton(m_window);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    join();
    retranslate();
    update();
}

QWidget *InboxPage::makeList()
{
    m_newest->hide(); // before the row is measured for the first time
    m_table->setModel(&m_filter);
    m_table->sortByColumn(InboxModel::Time, Qt::AscendingOrder);
    m_table->setColumnWidths({84, 150, 80, 76});
    m_table->setObjectName(QStringLiteral("inboxTable"));
    m_table->offerColumns({InboxModel::Receiver});
    m_find->setClearButtonEnabled(true);
    m_find->setObjectName(QStringLiteral("filterInbox"));
    m_address->setPopupMode(QToolButton::InstantPopup);
    m_address->setMenu(new QMenu(m_address));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_find, 1);
    row->addWidget(m_newest);
    for (QToolButton *button : {m_address, m_reply, m_compare, m_open, m_clear})
        row->addWidget(button);
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    return list;
}

void InboxPage::join()
{
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setWords(text);
        closeUnlessListed();
        update();
    });
    new FollowNewest(*m_table, *m_newest);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InboxPage::onCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxPage::update);
    connect(m_table, &QTableView::doubleClicked, this, &InboxPage::openWindow);
    connect(&m_model, &InboxModel::countsChanged, this, &InboxPage::update);
    connect(m_address->menu(), &QMenu::aboutToShow, this, &InboxPage::fillAddresses);
    connect(m_reply, &QToolButton::clicked, this, &InboxPage::reply);
    connect(m_clear, &QToolButton::clicked, this, &InboxPage::clear);
    connect(m_compare, &QToolButton::clicked, this, &InboxPage::compareSelected);
    connect(m_open, &QToolButton::clicked, this, &InboxPage::openFile);
    connect(m_window, &QToolButton::clicked, this, &InboxPage::openWindow);
}

void InboxPage::take(const cluster::Reports &reports)
{
    for (const cluster::Report &report : reports) {
        if (const auto *changed = std::get_if<cluster::MailboxChanged>(&report)) {
            m_mailbox = changed->mailbox;
            update();
        }
    }
    m_model.take(reports);
}

void InboxPage::onCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Mail mail = index.data(models::ValueRole).value<Mail>();
    if (mail.id == m_shown)
        return;
    m_shown = mail.id;
    m_view->open(mail.externalTerm);
}

void InboxPage::closeUnlessListed()
{
    const QModelIndex row = m_model.indexOf(m_shown);
    if (m_shown == 0 || (row.isValid() && m_filter.mapFromSource(m_words.mapFromSource(row)).isValid()))
        return;
    m_shown = 0;
    m_view->close(tr("Select a message"));
}

bool InboxPage::select(quint64 id)
{
    const QModelIndex row = m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(id)));
    if (!row.isValid())
        return false;
    m_table->selectRow(row.row());
    m_table->scrollTo(row);
    return true;
}

// Of more than two, none: nothing is done with so many, and there may be a hundred thousand.
QList<const Mail *> InboxPage::selectedMails() const
{
    QList<const Mail *> mails;
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        if (mails.size() + range.height() > 2)
            return {};
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex at = m_filter.mapToSource(m_filter.index(row, 0));
            mails.append(&m_model.mailAt(m_words.mapToSource(at).row()));
        }
    }
    return mails;
}

bool InboxPage::canCompare() const
{
    return !selectedMails().isEmpty();
}

void InboxPage::compareSelected()
{
    const QList<const Mail *> mails = selectedMails();
    if (mails.isEmpty())
        return;
    const Mail left = *mails.constFirst();
    Mail right;
    QString title;
    if (mails.size() == 2) {
        right = *mails.constLast();
        title = titleOf(right);
    } else {
        const term::Term term = loadTerm(this);
        if (!term.isValid())
            return;
        right.externalTerm = term::encode(term);
        title = tr("the file");
    }
    auto *dialog = new CompareDialog(left.externalTerm, titleOf(left), right.externalTerm, title, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVisible(true);
}

void InboxPage::openWindow()
{
    if (!m_view->document().term().isValid())
        return;
    const QModelIndex row = m_model.indexOf(m_shown);
    const QString title = row.isValid() ? titleOf(m_model.mailAt(row.row())) : tr("Term");
    auto *window = new TermWindow(m_view->document().bytes(), title, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void InboxPage::reply()
{
    const QList<const Mail *> mails = selectedMails();
    if (mails.size() == 1 && !mails.constFirst()->node.isNull() && !mails.constFirst()->sender.isEmpty())
        Q_EMIT replyRequested(mails.constFirst()->node, mails.constFirst()->sender);
}

void InboxPage::openFile()
{
    const term::Term term = loadTerm(this);
    if (!term.isValid())
        return;
    auto *window = new TermWindow(term::encode(term), tr("Term"), this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

void InboxPage::clear()
{
    m_shown = 0;
    m_model.clear();
    m_view->close(tr("Select a message"));
}

void InboxPage::fillAddresses()
{
    QMenu *menu = m_address->menu();
    menu->clear();
    constexpr qsizetype Most = 20;
    for (const cluster::MailAddress &address :
         std::as_const(m_mailbox.addresses).first(std::min(Most, m_mailbox.addresses.size()))) {
        menu->addSection(visibleText(address.from.text(), 80));
        for (const bool elixir : {false, true}) {
            const QString line = sendLine(m_mailbox, address, elixir);
            // An ampersand in a menu is a mnemonic.
            menu->addAction(tr("Copy %1").arg(visibleText(line, 120).replace(u'&', QStringLiteral("&&"))),
                            this, [line] { QGuiApplication::clipboard()->setText(line); });
        }
    }
    if (menu->isEmpty())
        menu->addAction(tr("No node is connected"))->setEnabled(false);
}

QString InboxPage::summary() const
{
    const QLocale locale;
    const int here = m_model.rowCount();
    QString text =
        tr("%n message(s), %1 of memory", nullptr, here).arg(locale.formattedDataSize(m_model.heldBytes()));
    if (m_model.dropped() > 0)
        text += QStringLiteral(" · ") +
                tr("%1 older ones dropped beyond %2")
                    .arg(locale.toString(m_model.dropped()), locale.formattedDataSize(m_model.maxBytes()));
    return text;
}

void InboxPage::update()
{
    const QList<const Mail *> mails = selectedMails();
    m_reply->setEnabled(mails.size() == 1 && !mails.constFirst()->node.isNull() &&
                        !mails.constFirst()->sender.isEmpty());
    m_compare->setEnabled(!mails.isEmpty());
    m_compare->setToolTip(mails.size() == 1 ? tr("Compare the selected message with a file")
                                            : tr("Compare the two selected messages"));
    m_clear->setEnabled(m_model.rowCount() > 0);
    const QString from = m_mailbox.addresses.isEmpty()
                             ? QString()
                             : sendLine(m_mailbox, m_mailbox.addresses.constFirst(), false);
    m_table->setEmptyText(
        m_model.rowCount() > 0 ? tr("No message matches")
        : from.isEmpty()
            ? tr("Connect to a node: what it sends to us is kept here")
            : tr("What nodes send to us is kept here. In the shell of %1: %2")
                  .arg(visibleText(m_mailbox.addresses.constFirst().from.text(), 80), visibleText(from)));
    Q_EMIT summaryChanged(summary());
}

void InboxPage::retranslate()
{
    m_find->setPlaceholderText(tr("Filter messages"));
    m_find->setAccessibleName(tr("Filter messages"));
    m_newest->setText(tr("Go to the newest"));
    m_table->setAccessibleName(tr("Messages"));
    m_address->setToolTip(tr("How to write to this mailbox, from each node"));
    m_reply->setToolTip(tr("Send to whoever sent the selected message"));
    m_clear->setToolTip(tr("Forget all messages"));
    m_open->setToolTip(tr("Open a term from a file"));
    m_window->setToolTip(tr("Show this term in a window of its own"));
    for (QToolButton *button : {m_address, m_reply, m_clear, m_open, m_window})
        button->setAccessibleName(button->toolTip());
    m_compare->setAccessibleName(tr("Compare"));
    m_words.retranslate();
    if (m_shown == 0)
        m_view->close(tr("Select a message"));
    update();
}

QSize InboxPage::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(900), theme.ipx(280)};
}

void InboxPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
