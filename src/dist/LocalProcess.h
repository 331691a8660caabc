#pragma once

#include <optional>
#include <variant>
#include <vector>

#include <QHash>
#include <QObject>

#include "dist/Destination.h"
#include "dist/Link.h"
#include "term/Term.h"

namespace nodescope::dist {

class LocalNode;

/// How long an alias works, as the options of `erlang:alias/1` and `erlang:monitor/3`.
enum class AliasKind : quint8 {
    Explicit,      ///< until it is dropped
    Reply,         ///< until the first message over it
    Demonitor,     ///< of a monitor: until that fires or is taken back
    ReplyDemonitor ///< of a monitor: as Demonitor, and the first message ends both
};

/// How a message or an exit signal travels.
struct MessageOptions
{
    /// Overtakes ordinary ones in the receiver's mailbox, from OTP 28 on. Older peers get an ordinary one.
    bool priority = false;
    /// A sequential trace token to be passed on; we interpret none.
    term::Term token{};
};

/// A message with all that its signal says.
struct Delivery
{
    term::Term message;
    term::Pid from;                       ///< an empty node: the signal does not say
    base::NodeName peer;                  ///< the node at the other end of the link, or our own name
    std::optional<term::Reference> alias; ///< that it was sent to
    bool priority = false;
    term::Term token;   ///< sequential trace token; invalid without one
    qsizetype size = 0; ///< bytes of the signal; 0 from our own node
};

/// What a process asks of another node with SPAWN_REQUEST.
struct SpawnOptions
{
    /// Of which outcomes spawned() tells.
    enum class Reply : quint8 { Yes, No, ErrorOnly, SuccessOnly };

    bool monitor = false;
    bool link = false;
    std::optional<AliasKind> alias{}; ///< the request becomes an alias, too; with `monitor`
    Reply reply = Reply::Yes;
    term::Term tag{};                       ///< comes back in SpawnOutcome; stays on this side
    std::optional<term::Pid> groupLeader{}; ///< default: the node's own
    std::vector<term::Term> further{};      ///< as they go over the wire, e.g. `{priority, low}`
};

/// The answer to a spawn request.
struct SpawnOutcome
{
    term::Reference request;
    /// The new process, or the error's atom: `notsup`, `badopt`, `noconnection` …
    std::variant<term::Pid, QString> result;
    bool monitored = false;
    bool linked = false;
    term::Term tag{}; ///< of SpawnOptions

    [[nodiscard]] const term::Pid *pid() const { return std::get_if<term::Pid>(&result); }
};

/// Whom a process is tied to at a moment, in no order: what `process_info/2` calls `links`, `monitors` and
/// `monitored_by`.
struct ProcessTies
{
    std::vector<term::Pid> links;
    std::vector<Destination> monitors;
    std::vector<term::Pid> monitoredBy;
};

/// A process of a LocalNode: an address that others can send to, monitor and link to. What it does
/// with its messages is up to whoever connects to its signals; there is no mailbox to wait on.
///
/// On a link under a dynamic name our node has the name that this acceptor gave us, so a process has
/// one pid for each link; use pidOn() when a pid goes into a term.
///
/// Made by LocalNode::createProcess() and owned by the node (its QObject parent). Ends with exit() or
/// with the node; deletes itself later. Lives on the network thread.
class LocalProcess final : public QObject
{
    Q_OBJECT

public:
    ~LocalProcess() override;

    /// The pid that `peer` knows this process by. Without a link to it: under our own name, if any.
    [[nodiscard]] term::Pid pidOn(const base::NodeName &peer) const;
    /// The pid under our own, fixed name. Nodes with a dynamic name have none.
    [[nodiscard]] term::Pid pid() const;
    [[nodiscard]] quint32 id() const { return m_id; }
    [[nodiscard]] quint32 serial() const { return m_serial; }
    /// The registered name, or empty.
    [[nodiscard]] const QString &registeredName() const { return m_name; }
    [[nodiscard]] LocalNode &node() const { return m_node; }
    [[nodiscard]] bool isAlive() const { return m_alive; }
    /// Its links and monitors, those of others on it included.
    [[nodiscard]] ProcessTies ties() const;

    /// Sends from this process. Destinations on our own node are delivered in a later turn of the loop.
    SendResult send(const Destination &to, const term::Term &message, const MessageOptions &options = {});

    /// Monitors a process or a name; down() answers, with `noconnection` if there is no link.
    term::Reference monitor(const Destination &target);
    /// The same, and the reference is an alias of this process as well.
    term::Reference monitorWithAlias(const Destination &target, AliasKind alias);
    void demonitor(const term::Reference &monitor);
    /// Links to a process; exitReceived() tells of its end, `noconnection` included.
    void link(const term::Pid &other);
    void unlink(const term::Pid &other);
    /// Whether exit signals of others only raise exitReceived() (the default), or end this process as in
    /// Erlang without trap_exit. `kill` ends it in any case.
    void setTrapsExits(bool traps) { m_trapsExits = traps; }
    /// `exit(Pid, Reason)`.
    SendResult sendExit(const term::Pid &to, const term::Term &reason, const MessageOptions &options = {});
    /// Makes `leader` the group leader of a process elsewhere.
    SendResult setGroupLeader(const term::Pid &of, const term::Pid &leader);
    /// Who was made our group leader by others, if anybody.
    [[nodiscard]] const std::optional<term::Pid> &groupLeader() const { return m_groupLeader; }

    /// Asks `peer` to spawn Module:Function(Arguments...); spawned() answers. With `monitor`, down()
    /// tells of the end under the same reference. The group leader is the node's own (see LocalNode).
    term::Reference spawnRequest(const base::NodeName &peer, const QString &module, const QString &function,
                                 const std::vector<term::Term> &arguments, const SpawnOptions &options = {});
    /// Forgets a spawn request: nothing more is heard of it, and a monitor that comes with a late reply
    /// is taken back.
    /// With a valid `reason` the process that was or will be made gets it as an exit signal.
    void abandonSpawn(const term::Reference &request, const term::Term &reason = {});

    /// An alias on the link to `peer`: messages to it come here until it is dropped.
    term::Reference createAlias(const base::NodeName &peer, AliasKind kind = AliasKind::Explicit);
    void dropAlias(const term::Reference &alias);

    /// Ends the process: monitors and links of others are answered with `reason`.
    void exit(const term::Term &reason);
    /// With reason `normal`.
    void exit();

Q_SIGNALS:
    /// A message, before message() tells the same in short.
    void delivered(const nodescope::dist::Delivery &delivery);
    /// A message. `from` is who sent it as far as the signal says (SEND_SENDER, REG_SEND, ALIAS_SEND),
    /// else a pid with an empty node; `peer` is the node at the other end of the link, or our own name.
    void message(const nodescope::term::Term &message, const nodescope::term::Pid &from,
                 const nodescope::base::NodeName &peer);
    /// A monitor of ours fired.
    void down(const nodescope::term::Reference &monitor, const nodescope::dist::Destination &target,
              const nodescope::term::Term &reason);
    /// A linked process ended (`linked`), or somebody called exit/2.
    void exitReceived(const nodescope::term::Pid &from, const nodescope::term::Term &reason, bool linked);
    void spawned(const nodescope::dist::SpawnOutcome &outcome);
    /// Somebody made `leader` our group leader.
    void groupLeaderChanged(const nodescope::term::Pid &leader);
    /// It is over; the last signal.
    void exited(const nodescope::term::Term &reason);

private:
    friend class LocalNode;
    friend class SignalRouter;
    friend class ProcessTable;
    friend class Caller;
    LocalProcess(LocalNode &node, quint32 id, quint32 serial);
    /// spawnRequest() with the arguments as the proper list that goes over the wire.
    term::Reference requestSpawn(const base::NodeName &peer, const QString &module, const QString &function,
                                 const term::Term &arguments, const SpawnOptions &options);

    LocalNode &m_node;
    const quint32 m_id;
    const quint32 m_serial;
    QString m_name;
    bool m_alive = true;
    bool m_trapsExits = true;
    std::optional<term::Pid> m_groupLeader;
};

} // namespace nodescope::dist
