#include "dist/LocalProcess.h"

#include "dist/LocalNode.h"
#include "dist/SignalRouter.h"

namespace nodescope::dist {

LocalProcess::LocalProcess(LocalNode &node, quint32 id, quint32 serial)
    : QObject(&node)
    , m_node(node)
    , m_id(id)
    , m_serial(serial)
{
}

LocalProcess::~LocalProcess() = default;

term::Pid LocalProcess::pidOn(const base::NodeName &peer) const
{
    const auto address = m_node.addressOn(peer.text());
    return {address.node, m_id, m_serial, address.creation};
}

term::Pid LocalProcess::pid() const
{
    return pidOn({});
}

ProcessTies LocalProcess::ties() const
{
    return m_node.router().tiesOf(*this);
}

SendResult LocalProcess::send(const Destination &to, const term::Term &message, const MessageOptions &options)
{
    return m_node.router().send(*this, to, message, options);
}

term::Reference LocalProcess::monitor(const Destination &target)
{
    return m_node.router().monitor(*this, target, {});
}

term::Reference LocalProcess::monitorWithAlias(const Destination &target, AliasKind alias)
{
    return m_node.router().monitor(*this, target, alias);
}

void LocalProcess::demonitor(const term::Reference &monitor)
{
    m_node.router().demonitor(monitor);
}

void LocalProcess::link(const term::Pid &other)
{
    m_node.router().link(*this, other);
}

void LocalProcess::unlink(const term::Pid &other)
{
    m_node.router().unlink(*this, other);
}

SendResult LocalProcess::sendExit(const term::Pid &to, const term::Term &reason,
                                  const MessageOptions &options)
{
    return m_node.router().sendExit(*this, to, reason, options);
}

SendResult LocalProcess::setGroupLeader(const term::Pid &of, const term::Pid &leader)
{
    return m_node.router().setGroupLeader(of, leader);
}

term::Reference LocalProcess::spawnRequest(const base::NodeName &peer, const QString &module,
                                           const QString &function, const std::vector<term::Term> &arguments,
                                           const SpawnOptions &options)
{
    return requestSpawn(peer, module, function, term::Term::list(std::span<const term::Term>(arguments)),
                        options);
}

term::Reference LocalProcess::requestSpawn(const base::NodeName &peer, const QString &module,
                                           const QString &function, const term::Term &arguments,
                                           const SpawnOptions &options)
{
    return m_node.router().spawns().request(*this, peer, module, function, arguments, options);
}

void LocalProcess::abandonSpawn(const term::Reference &request, const term::Term &reason)
{
    m_node.router().spawns().abandon(*this, request, reason);
}

term::Reference LocalProcess::createAlias(const base::NodeName &peer, AliasKind kind)
{
    term::Reference alias = m_node.makeReference(peer);
    m_node.router().processes().addAlias(alias, this, kind);
    return alias;
}

void LocalProcess::dropAlias(const term::Reference &alias)
{
    m_node.router().processes().removeAlias(alias);
}

void LocalProcess::exit(const term::Term &reason)
{
    if (!m_alive)
        return;
    m_alive = false;
    m_node.router().exit(*this, reason);
    Q_EMIT exited(reason);
    deleteLater();
}

void LocalProcess::exit()
{
    exit(term::Term::atom(u"normal"));
}

} // namespace nodescope::dist
