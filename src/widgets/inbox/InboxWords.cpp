#include "widgets/inbox/InboxWords.h"

#include <algorithm>

#include <QLocale>

#include "models/Roles.h"
#include "term/Printer.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using cluster::Mail;
using models::InboxModel;

QVariant InboxWords::data(const QModelIndex &index, int role) const
{
    const auto *model = static_cast<const InboxModel *>(sourceModel());
    if (role == Qt::TextAlignmentRole && index.column() == InboxModel::Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return TableWords::data(index, role);
    const Mail &mail = model->mailAt(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == InboxModel::Message ? QVariant(visibleRichText(mail.excerpt))
                                                     : QVariant(visibleRichText(senderText(mail)));
    switch (index.column()) {
    case InboxModel::Time:
        return timeText(mail.time);
    case InboxModel::Sender:
        return senderText(mail);
    case InboxModel::Receiver:
        return mail.receiver.isEmpty() ? tr("a process of ours") : visibleText(mail.receiver, 60);
    case InboxModel::Size:
        return QLocale().formattedDataSize(mail.externalTerm.size());
    case InboxModel::Message:
        return visibleText(mail.excerpt);
    default:
        return {};
    }
}

QVariant InboxWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section == InboxModel::Size && role == Qt::ToolTipRole)
        return tr("Of the term, in the external term format as it came over the wire");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return TableWords::headerData(section, orientation, role);
    switch (section) {
    case InboxModel::Time:
        return tr("Time");
    case InboxModel::Sender:
        return tr("From");
    case InboxModel::Receiver:
        return tr("To");
    case InboxModel::Size:
        return tr("Size");
    case InboxModel::Message:
        return tr("Message");
    default:
        return {};
    }
}

InboxFilter::InboxFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(models::SortRole);
}

void InboxFilter::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool InboxFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const Mail mail = sourceModel()->index(row, 0, parent).data(models::ValueRole).value<Mail>();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return mail.excerpt.contains(word, Qt::CaseInsensitive) ||
               mail.sender.contains(word, Qt::CaseInsensitive) ||
               mail.senderName.contains(word, Qt::CaseInsensitive) ||
               mail.node.text().contains(word, Qt::CaseInsensitive) ||
               mail.receiver.contains(word, Qt::CaseInsensitive);
    });
}

QString shortPid(const QString &pid)
{
    // #Pid<'node@host'.id.serial.creation>: the node may hold dots, the numbers stand last.
    const QStringList parts = pid.chopped(pid.endsWith(u'>') ? 1 : 0).split(u'.');
    if (!pid.startsWith(QStringLiteral("#Pid<")) || parts.size() < 4)
        return pid;
    return u'<' + parts.at(parts.size() - 3) + u'.' + parts.at(parts.size() - 2) + u'>';
}

QString senderText(const Mail &mail)
{
    const QString who = !mail.senderName.isEmpty() ? visibleText(mail.senderName, 60)
                        : !mail.sender.isEmpty()   ? shortPid(mail.sender)
                                                   : InboxWords::tr("unknown");
    const QString where =
        mail.node.isNull() ? InboxWords::tr("this program") : visibleText(mail.node.text(), 80);
    return who + QStringLiteral("  ") + where;
}

QString sendLine(const cluster::Mailbox &mailbox, const cluster::MailAddress &address, bool elixir)
{
    using term::Term;
    const Term to = Term::tuple({Term::atom(mailbox.name), Term::atom(address.us.text())});
    return elixir ? QStringLiteral("send(%1, :hello)").arg(term::toElixir(to))
                  : QStringLiteral("%1 ! hello.").arg(term::toErlang(to));
}

} // namespace nodescope::widgets
