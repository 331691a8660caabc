#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"

namespace nodescope::cluster {

/// A message that reached a process of ours. Never changed once it is made; copies share the bytes.
///
/// The term is kept as bytes, not as cells: that is what is shown as hex, it is compact, and it says exactly
/// how much memory it takes. Whoever looks at it decodes it, away from the window's thread.
struct Mail
{
    quint64 id = 0;          ///< rises by one per message of a session, from 1
    QDateTime time;          ///< by our wall clock when it reached us, UTC
    base::Instant at{};      ///< the same moment, monotonic
    base::NodeName node;     ///< at the other end of the link; null: this program
    QString sender;          ///< `#Pid<…>`, as the signal claims; empty if it does not say
    QString senderName;      ///< registered there, as far as known
    QString receiver;        ///< the registered name or the `#Ref<…>` of the alias that it was sent to
    qint64 wireBytes = 0;    ///< of the whole signal; 0 from this program
    QByteArray externalTerm; ///< External Term Format, with version byte
    QString excerpt;         ///< the beginning of the term in Erlang's syntax

    /// What keeping it costs: its bytes, and its texts roughly.
    [[nodiscard]] qint64 heldBytes() const { return externalTerm.size() + 2 * excerpt.size() + 256; }
};

/// How a process of ours can be written to from a node that we are linked with. Under a dynamic name each
/// node knows us by another.
struct MailAddress
{
    base::NodeName from; ///< the node that would write
    base::NodeName us;   ///< our name there
    QString pid;         ///< `#Pid<…>`, as that node knows it

    friend bool operator==(const MailAddress &, const MailAddress &) = default;
};

/// The mailbox itself.
struct Mailbox
{
    QString name; ///< registered
    QList<MailAddress> addresses;

    friend bool operator==(const Mailbox &, const Mailbox &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Mail)
Q_DECLARE_METATYPE(nodescope::cluster::Mailbox)
