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
    SendResult send(LocalProcess &from, const Destination &to, const term::Term &message);
    term::Reference monitor(LocalProcess &watcher, const Destination &target);
    void demonitor(const term::Reference &reference);
    void link(LocalProcess &process, const term::Pid &other);
    void unlink(LocalProcess &process, const term::Pid &other);
    SendResult sendExit(LocalProcess &from, const term::Pid &to, const term::Term &reason);
    void exit(LocalProcess &process, const term::Term &reason);

    // What SpawnDesk needs.
    void addOutgoingMonitor(const term::Reference &reference, LocalProcess *watcher, const term::Pid &target);
    void addLink(LocalProcess *process, const QString &peer, const term::Pid &other);
    void addIncomingMonitor(LocalProcess *watched, const QString &peer, const term::Pid &watcher,
                            const term::Reference &reference, const protocol::control::Process &addressed);
    [[nodiscard]] LinkTable &links() { return m_links; }

    void take(const base::NodeName &peer, const protocol::Signal &signal);
    /// The link is gone: answers everything that went over it.
    void forget(const base::NodeName &peer);

Q_SIGNALS:
    void dropped(const nodescope::base::NodeName &peer, const QString &why);

private:
    class Visitor;
    [[nodiscard]] bool isLocal(const QString &node) const;
    [[nodiscard]] bool isOwn(const QString &peer, const QString &node, quint32 creation) const;
    [[nodiscard]] LocalProcess *findLocal(const Destination &to) const;
    void deliverLater(LocalProcess *process, std::function<void(LocalProcess &)> what);
    SendResult sendLocally(LocalProcess &from, const Destination &to, const term::Term &message);
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
