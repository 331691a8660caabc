#pragma once

#include <variant>

#include <QList>
#include <QMetaType>

#include "cluster/Mail.h"
#include "cluster/Process.h"

/// Reports: what the session tells beside the deltas: mail, and answers to questions of one page of the
/// window. They are no part of what is known of the cluster, so they are neither kept in its history, nor
/// recorded, nor replayed; a message of 64 MiB would have no place there.
namespace nodescope::cluster {

struct MailArrived
{
    Mail mail;
};
/// So many messages (and their bytes) were dropped on the way, since nobody took them fast enough.
struct MailDropped
{
    quint64 messages = 0;
    quint64 bytes = 0;
};
/// The mailbox is there, or can be written to from other nodes than before.
struct MailboxChanged
{
    Mailbox mailbox;
};
/// Somebody who has sent to us turned out to be registered.
struct SenderNamed
{
    QString pid; ///< as Mail::sender
    QString name;
};
struct ProcessesTold
{
    ProcessPage page;
};
struct ProcessTold
{
    ProcessDetail detail;
};
struct SupervisionTold
{
    SupervisionTree tree;
};

using Report = std::variant<MailArrived, MailDropped, MailboxChanged, SenderNamed, ProcessesTold, ProcessTold,
                            SupervisionTold>;
/// In the order in which they happened.
using Reports = QList<Report>;

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Reports)
