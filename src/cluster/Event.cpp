#include "cluster/Event.h"

namespace nodescope::cluster {

QString identifierOf(EventKind kind)
{
    switch (kind) {
    case EventKind::NodeUp:
        return QStringLiteral("nodeup");
    case EventKind::NodeDown:
        return QStringLiteral("nodedown");
    case EventKind::NodeDiscovered:
        return QStringLiteral("discovered");
    case EventKind::WatchStarted:
        return QStringLiteral("watch_started");
    case EventKind::WatchEnded:
        return QStringLiteral("watch_ended");
    case EventKind::ConnectFailed:
        return QStringLiteral("connect_failed");
    case EventKind::Sent:
        return QStringLiteral("sent");
    case EventKind::Received:
        return QStringLiteral("received");
    case EventKind::Acted:
        return QStringLiteral("acted");
    case EventKind::Notice:
        break;
    }
    return QStringLiteral("notice");
}

} // namespace nodescope::cluster
