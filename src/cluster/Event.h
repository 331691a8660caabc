#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "cluster/Cause.h"

namespace nodescope::cluster {

enum class EventKind {
    NodeUp,         ///< `source` says that it is connected to `node` now
    NodeDown,       ///< `source` says that it lost `node`; `reason` in its own words
    NodeDiscovered, ///< `node` was heard of for the first time; `reason`: the kind of source, if one told
    WatchStarted,   ///< we watch `node` now; `reason` is push or poll
    WatchEnded,     ///< we do not any more
    ConnectFailed,  ///< an attempt from `source` to `node` failed; `reason` is the cause's identifier
    Sent,           ///< a message went from `source` to a process on `node`
    Received,       ///< a message from `node` reached us
    Acted,          ///< somebody had us do something on `source`; `reason` says what
    Notice,         ///< something worth telling that is none of these
};

/// `nodeup`, `nodedown`, `discovered`, `watch_started`, `watch_ended`, `connect_failed`, `sent`,
/// `received`, `acted`, `notice`.
[[nodiscard]] QString identifierOf(EventKind kind);

/// Something that happened, when, and who said so. Never changed once it is made.
struct Event
{
    quint64 id = 0; ///< rises by one per event of a session; 0 until the cluster numbers it
    EventKind kind = EventKind::Notice;
    QDateTime time;                           ///< by our wall clock when it reached us, UTC
    base::Instant at{};                       ///< the same moment, monotonic: order by this
    base::NodeName source;                    ///< whose word it is; null: ours
    base::NodeName node;                      ///< whom it is about
    QString reason;                           ///< in the protocol's words, untranslated
    QString detail;                           ///< more, e.g. the message's text, capped
    Certainty certainty = Certainty::Certain; ///< with ConnectFailed: of the cause
    quint64 exchange = 0;                     ///< the message's (MessageStep::exchange); 0: it is about none
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Event)
