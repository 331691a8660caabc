#pragma once

#include <QObject>

#include "dist/LinkTable.h"
#include "dist/LocalNode.h"
#include "dist/ProcessTable.h"
#include "dist/Relations.h"
#include "dist/SpawnDesk.h"
#include "protocol/link/Signal.h"

namespace nodescope::dist {

/// Takes the peers' signals apart and brings them to the processes of one LocalNode; sends what these
/// processes want sent; keeps monitors and links, and answers them when a process or a connection ends.
///
/// A signal to a pid or alias of ours must carry the name and incarnation that we have on this very
/// link: after reconnecting under the same dynamic name, mail for the earlier incarnation still comes.
///
/// Part of LocalNode, which owns it.
class SignalRouter final : public QObject
{
    Q_OBJECT

public:
    SignalRouter(LocalNode &node, LinkTable &links, QObject *parent = nullptr);
    ~SignalRouter() override;

    [[nodiscard]] ProcessTable &processes() { return m_processes; }
    [[nodiscard]] SpawnDesk &spawns() { return m_spawns; }

    LocalProcess *create(const QString &name);
    [[nodiscard]] term::Reference makeReference(const QString &peer);

    // What processes do; see LocalProcess.
    SendResult send(LocalProcess &from, const Destination &to, const term::Term &message,
                    const MessageOptions &options);
    term::Reference monitor(LocalProcess &watcher, const Destination &target, std::optional<AliasKind> alias);
    void demonitor(const term::Reference &reference);
    void link(LocalProcess &process, const term::Pid &other);
    void unlink(LocalProcess &process, const term::Pid &other);
    SendResult sendExit(LocalProcess &from, const term::Pid &to, const term::Term &reason,
                        const MessageOptions &options);
    SendResult setGroupLeader(const term::Pid &of, const term::Pid &leader);
    void exit(LocalProcess &process, const term::Term &reason);
    [[nodiscard]] ProcessTies tiesOf(const LocalProcess &process) const
    {
        return m_relations.tiesOf(process);
    }

    // What SpawnDesk needs.
    void addOutgoingMonitor(const term::Reference &reference, LocalProcess *watcher, const term::Pid &target);
    /// The process that a monitor of ours watches, if it was given by pid.
    [[nodiscard]] std::optional<term::Pid> monitoredBy(const term::Reference &reference) const;
    void addLink(LocalProcess *process, const QString &peer, const term::Pid &other);
    /// Whether this is our name and incarnation on that link.
    [[nodiscard]] bool isOwn(const QString &peer, const QString &node, quint32 creation) const;
    void addIncomingMonitor(LocalProcess *watched, const QString &peer, const term::Pid &watcher,
                            const term::Reference &reference, const protocol::control::Process &addressed);
    [[nodiscard]] LinkTable &links() { return m_links; }

    void take(const base::NodeName &peer, const protocol::Signal &signal);
    /// The link is gone: answers everything that went over it.
    void forget(const LinkInfo &link);
    void drop(const base::NodeName &peer, const char *why);

Q_SIGNALS:
    void dropped(const nodescope::base::NodeName &peer, const QString &why);
    /// For a `logger_proxy` that we do not have: see LocalNode::loggedElsewhere().
    void logged(const nodescope::base::NodeName &peer, const nodescope::term::Term &event);

private:
    class Visitor;
    [[nodiscard]] bool isLocal(const QString &node) const;
    [[nodiscard]] LocalProcess *findLocal(const Destination &to) const;
    /// Who gets a message to an alias; one that is over with it is forgotten.
    [[nodiscard]] LocalProcess *takeAlias(const term::Reference &alias);
    [[nodiscard]] static SendResult sendOver(const LinkTable::Entry &link, const term::Pid &sender,
                                             const Destination &to, const term::Term &message,
                                             const MessageOptions &options);
    static void deliver(LocalProcess &receiver, const Delivery &delivery);
    void deliverLater(LocalProcess *process, std::function<void(LocalProcess &)> what);
    SendResult sendLocally(LocalProcess &from, const Destination &to, const term::Term &message,
                           const MessageOptions &options);
    void linkLocally(LocalProcess &process, const term::Pid &other);
    void takeExit(LocalProcess &process, const term::Pid &from, const term::Term &reason, bool linked);
    void answerMonitor(const IncomingMonitor &monitor, const term::Term &reason);
    void deliverDown(const term::Reference &reference, const OutgoingMonitor &monitor,
                     const term::Term &reason);

    LocalNode &m_node;
    LinkTable &m_links;
    ProcessTable m_processes;
    Relations m_relations;
    SpawnDesk m_spawns;
    quint64 m_lastUnlink = 0;
};

} // namespace nodescope::dist
