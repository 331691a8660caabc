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
/// A process elsewhere to which one of ours is linked, or was until it unlinked.
struct LinkedProcess
{
    QString peer;
    term::Pid pid;
    /// Not active: unlinked by us, and not yet acknowledged under this id.
    bool active = true;
    quint64 unlinkId = 0;
};

/// Who watches whom, and who is linked to whom: tables without any sending. Part of SignalRouter.
class Relations
{
public:
    void addOutgoing(const term::Reference &reference, const OutgoingMonitor &monitor);
    /// Removes and returns it.
    std::optional<OutgoingMonitor> takeOutgoing(const term::Reference &reference);
    [[nodiscard]] const OutgoingMonitor *findOutgoing(const term::Reference &reference) const;
    [[nodiscard]] std::vector<std::pair<term::Reference, OutgoingMonitor>>
    takeOutgoingOf(LocalProcess *watcher);
    [[nodiscard]] std::vector<std::pair<term::Reference, OutgoingMonitor>>
    takeOutgoingTo(const QString &peer);

    void addIncoming(LocalProcess *watched, const IncomingMonitor &monitor);
    void removeIncoming(const term::Reference &reference, const term::Pid &watcher);
    [[nodiscard]] std::vector<IncomingMonitor> takeIncomingOf(LocalProcess *watched);

    // Links between processes, by the rules of erl_dist_protocol, "Link Protocol".

    /// We link. Whether that is news to the other end, which then must be told.
    bool activate(LocalProcess *process, const LinkedProcess &other);
    /// The other end links. Ignored while it has not acknowledged our last unlink: then it will see that
    /// after its own link, and both agree that there is none.
    void takeLink(LocalProcess *process, const LinkedProcess &other);
    /// We unlink. Whether they were linked, so that the other end must be told. The entry stays until it
    /// acknowledges `unlinkId`; with 0 it does not, as before OTP 23.3.
    bool deactivate(LocalProcess *process, const term::Pid &other, quint64 unlinkId);
    /// The other end unlinks.
    void takeUnlink(LocalProcess *process, const term::Pid &other);
    /// The other end has seen our unlink.
    void acknowledge(LocalProcess *process, const term::Pid &other, quint64 unlinkId);
    /// The other end is over. Whether they were linked.
    bool takeExit(LocalProcess *process, const QString &peer, const term::Pid &other);
    /// The active ones; forgets all.
    [[nodiscard]] std::vector<LinkedProcess> takeLinksOf(LocalProcess *process);
    /// Processes of ours and the other ends, over a link that is gone; the active ones.
    [[nodiscard]] std::vector<std::pair<LocalProcess *, term::Pid>> takeLinksTo(const QString &peer);
    /// Forgets the monitors that came over a link that is gone.
    void removeIncomingFrom(const QString &peer);

    [[nodiscard]] ProcessTies tiesOf(const LocalProcess &process) const;

private:
    using OutgoingTable = QHash<term::Reference, OutgoingMonitor>;
    using IncomingTable = QMultiHash<LocalProcess *, IncomingMonitor>;
    using LinkedTable = QMultiHash<LocalProcess *, LinkedProcess>;

    [[nodiscard]] LinkedTable::iterator findLink(LocalProcess *process, const term::Pid &other);

    OutgoingTable m_outgoing;
    IncomingTable m_incoming;
    LinkedTable m_links;
};

} // namespace nodescope::dist
