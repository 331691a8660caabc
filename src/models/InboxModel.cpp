#include "models/InboxModel.h"

#include <algorithm>
#include <utility>

#include "models/Roles.h"

namespace nodescope::models {

using cluster::Mail;

namespace {
QVariant display(const Mail &mail, int column)
{
    switch (column) {
    case InboxModel::Time:
        return mail.time;
    case InboxModel::Sender:
        return mail.senderName.isEmpty() ? mail.sender : mail.senderName;
    case InboxModel::Receiver:
        return mail.receiver;
    case InboxModel::Size:
        return qint64(mail.externalTerm.size());
    case InboxModel::Message:
        return mail.excerpt;
    default:
        return {};
    }
}
} // namespace

InboxModel::InboxModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void InboxModel::take(const cluster::Reports &reports)
{
    QList<Mail> mails;
    const quint64 before = m_dropped;
    const quint64 receivedBefore = m_received;
    for (const cluster::Report &report : reports) {
        if (const auto *arrived = std::get_if<cluster::MailArrived>(&report))
            mails.append(arrived->mail);
        else if (const auto *lost = std::get_if<cluster::MailDropped>(&report)) {
            m_dropped += lost->messages;
            m_received += lost->messages;
        } else if (const auto *named = std::get_if<cluster::SenderNamed>(&report)) {
            // Those of the same batch come before it.
            append(std::exchange(mails, {}));
            name(*named);
        }
    }
    append(std::move(mails));
    if (m_received != receivedBefore || m_dropped != before)
        Q_EMIT countsChanged();
}

void InboxModel::append(QList<Mail> mails)
{
    if (mails.isEmpty())
        return;
    m_received += static_cast<quint64>(mails.size());
    // Of one batch, too, only so much is taken as there is room for.
    qint64 bytes = 0;
    qsizetype first = mails.size();
    while (first > 0 && mails.size() - first < m_maxRows) {
        const qint64 size = mails.at(first - 1).heldBytes();
        if (first < mails.size() && bytes + size > m_maxBytes)
            break;
        bytes += size;
        --first;
    }
    m_dropped += static_cast<quint64>(first);
    mails.remove(0, first);
    makeRoom(bytes, mails.size());
    const int row = rowCount();
    beginInsertRows({}, row, row + static_cast<int>(mails.size()) - 1);
    m_rows.insert(m_rows.end(), mails.cbegin(), mails.cend());
    m_bytes += bytes;
    endInsertRows();
}

void InboxModel::name(const cluster::SenderNamed &named)
{
    // The name came soon after the first message: what has it stands near the end.
    constexpr int Reach = 2000;
    for (int row = rowCount() - 1; row >= std::max(0, rowCount() - Reach); --row) {
        Mail &mail = m_rows[static_cast<std::size_t>(row)];
        if (mail.sender != named.pid || !mail.senderName.isEmpty())
            continue;
        mail.senderName = named.name;
        Q_EMIT dataChanged(index(row, Sender), index(row, Sender));
    }
}

void InboxModel::makeRoom(qint64 bytes, qsizetype rows)
{
    const bool fits = m_bytes + bytes <= m_maxBytes && rowCount() + rows <= m_maxRows;
    if (fits || m_rows.empty())
        return;
    // A tenth more than needed, so that a flood does not move all rows with each batch.
    const qint64 wantedBytes = std::max<qint64>(0, m_maxBytes - m_maxBytes / 10 - bytes);
    const qsizetype wantedRows = std::max<qsizetype>(0, m_maxRows - m_maxRows / 10 - rows);
    int count = 0;
    qint64 left = m_bytes;
    while (count < rowCount() && (left > wantedBytes || rowCount() - count > wantedRows)) {
        left -= mailAt(count).heldBytes();
        ++count;
    }
    beginRemoveRows({}, 0, count - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    m_bytes = left;
    m_dropped += static_cast<quint64>(count);
    endRemoveRows();
}

void InboxModel::setLimits(qint64 bytes, int rows)
{
    m_maxBytes = std::max<qint64>(bytes, 1);
    m_maxRows = std::max(rows, 1);
    makeRoom(0, 0);
    Q_EMIT countsChanged();
}

void InboxModel::clear()
{
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_rows.clear();
    m_bytes = 0;
    endRemoveRows();
    Q_EMIT countsChanged();
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Mail &mail = mailAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(mail, index.column());
    case SortRole:
        return index.column() == Time ? QVariant(mail.id) : display(mail, index.column());
    case ValueRole:
        return QVariant::fromValue(mail);
    case NodeNameRole:
        return QVariant::fromValue(mail.node);
    default:
        return {};
    }
}

QModelIndex InboxModel::indexOf(quint64 id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                        [](const Mail &mail, quint64 wanted) { return mail.id < wanted; });
    if (found == m_rows.end() || found->id != id)
        return {};
    return index(static_cast<int>(found - m_rows.begin()), 0);
}

} // namespace nodescope::models
