#pragma once

#include <optional>
#include <vector>

#include <QHash>
#include <QMultiHash>

#include "base/NodeName.h"
#include "dist/Destination.h"
#include "dist/LocalProcess.h"
#include "protocol/link/ControlMessage.h"

namespace nodescope::dist {

/// A monitor that one of our processes has on another.
struct OutgoingMonitor
{
    LocalProcess *watcher = nullptr;
    Destination target;
};
/// A monitor that somebody has on one of our processes.
struct IncomingMonitor
{
    QString peer; ///< the node at the other end; our own name for a local watcher
    term::Pid watcher;
    protocol::control::Process addressed; ///< as it was addressed, since the answer says the same
    term::Reference reference;
};
/// A process elsewhere to which one of ours is linked.
struct LinkedProcess
{
    QString peer;
    term::Pid pid;
};

/// Who watches whom, and who is linked to whom: tables without any sending. Part of SignalRouter.
class Relations
{
public:
    void addOutgoing(const term::Reference &reference, OutgoingMonitor monitor);
    /// Removes and returns it.
    std::optional<OutgoingMonitor> takeOutgoing(const term::Reference &reference);
    [[nodiscard]] std::vector<std::pair<term::Reference, OutgoingMonitor>>
    takeOutgoingOf(LocalProcess *watcher);
    [[nodiscard]] std::vector<std::pair<term::Reference, OutgoingMonitor>>
    takeOutgoingTo(const QString &peer);

    void addIncoming(LocalProcess *watched, IncomingMonitor monitor);
    void removeIncoming(const term::Reference &reference, const term::Pid &watcher);
    [[nodiscard]] std::vector<IncomingMonitor> takeIncomingOf(LocalProcess *watched);

    void addLink(LocalProcess *process, LinkedProcess other);
    /// Whether they were linked.
    bool removeLink(LocalProcess *process, const term::Pid &other);
    [[nodiscard]] std::vector<LinkedProcess> takeLinksOf(LocalProcess *process);
    /// Processes of ours and the other ends, over a link that is gone.
    [[nodiscard]] std::vector<std::pair<LocalProcess *, term::Pid>> takeLinksTo(const QString &peer);
    /// Forgets the monitors that came over a link that is gone.
    void removeIncomingFrom(const QString &peer);

private:
    using OutgoingTable = QHash<term::Reference, OutgoingMonitor>;
    using IncomingTable = QMultiHash<LocalProcess *, IncomingMonitor>;
    using LinkedTable = QMultiHash<LocalProcess *, LinkedProcess>;

    OutgoingTable m_outgoing;
    IncomingTable m_incoming;
    LinkedTable m_links;
};

} // namespace nodescope::dist
