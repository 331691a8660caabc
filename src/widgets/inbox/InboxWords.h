#pragma once

#include <QSortFilterProxyModel>

#include "cluster/Mail.h"
#include "models/InboxModel.h"
#include "widgets/tables/TableWords.h"

namespace nodescope::widgets {

/// Words over models::InboxModel.
class InboxWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Messages in whose sender, receiver or text some words stand, all of them.
class InboxFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit InboxFilter(QObject *parent = nullptr);
    void setWords(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

/// Who sent it: the registered name if it is known, the pid, or that the signal does not say; and where.
[[nodiscard]] QString senderText(const cluster::Mail &mail);
/// `#Pid<a@h.85.0.1>` as people say it: `<85.0>`, since the node stands beside it.
[[nodiscard]] QString shortPid(const QString &pid);
/// How somebody on a node writes to the mailbox, in one line of its shell.
[[nodiscard]] QString sendLine(const cluster::Mailbox &mailbox, const cluster::MailAddress &address,
                               bool elixir);

} // namespace nodescope::widgets
