#include "session/WatchMessage.h"

#include "term/Printer.h"

namespace nodescope::session {

using base::NodeName;
using term::Term;

namespace {
constexpr qsizetype MaxReasonCharacters = 200;

/// The value of a key in a list of pairs, as `net_kernel:monitor_nodes/2` hands out its information.
Term infoValue(const Term &list, QLatin1String key)
{
    for (const Term &entry : list.elements()) {
        if (entry.isTuple(2) && entry.at(0).isAtom(key))
            return entry.at(1);
    }
    return list.value(key);
}

QString reasonText(const Term &reason)
{
    if (reason.isAtom())
        return reason.atomText();
    return reason.isValid() ? term::toErlang(reason, MaxReasonCharacters) : QString();
}

std::optional<WatchMessage> readEvent(const Term &event)
{
    // With options the event is a triple, without a pair.
    if (event.tupleSize() < 2)
        return std::nullopt;
    const std::optional<NodeName> node = NodeName::parse(event.at(1).atomText());
    if (!node)
        return std::nullopt;
    if (event.at(0).isAtom(QLatin1String("nodeup"))) {
        const bool hidden =
            infoValue(event.at(2), QLatin1String("node_type")).isAtom(QLatin1String("hidden"));
        return WatchNodeUp{PeerSeen{*node, hidden}};
    }
    if (event.at(0).isAtom(QLatin1String("nodedown")))
        return WatchNodeDown{*node, reasonText(infoValue(event.at(2), QLatin1String("nodedown_reason")))};
    return std::nullopt;
}
} // namespace

QList<PeerSeen> readPeers(const Term &names, bool hidden)
{
    QList<PeerSeen> peers;
    for (const Term &name : names.elements()) {
        if (const auto node = NodeName::parse(name.atomText()))
            peers.append(PeerSeen{*node, hidden});
    }
    return peers;
}

std::optional<WatchMessage> readWatchMessage(const Term &message)
{
    if (message.isTuple(4) && message.at(0).isAtom(QLatin1String("nodescope_hello")))
        return WatchHello{readPeers(message.at(2), false) + readPeers(message.at(3), true)};
    if (message.isTuple(3) && message.at(0).isAtom(QLatin1String("nodescope_event")))
        return readEvent(message.at(2));
    return std::nullopt;
}

} // namespace nodescope::session
