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

SendResult LocalProcess::send(const Destination &to, const term::Term &message)
{
    return m_node.router().send(*this, to, message);
}

term::Reference LocalProcess::monitor(const Destination &target)
{
    return m_node.router().monitor(*this, target);
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

SendResult LocalProcess::sendExit(const term::Pid &to, const term::Term &reason)
{
    return m_node.router().sendExit(*this, to, reason);
}

term::Reference LocalProcess::spawnRequest(const base::NodeName &peer, const QString &module,
                                           const QString &function, const std::vector<term::Term> &arguments,
                                           SpawnOptions options)
{
    return m_node.router().spawns().request(*this, peer, module, function, arguments, options);
}

void LocalProcess::abandonSpawn(const term::Reference &request)
{
    m_node.router().spawns().abandon(request);
}

term::Reference LocalProcess::createAlias(const base::NodeName &peer)
{
    const term::Reference alias = m_node.makeReference(peer);
    m_node.router().processes().addAlias(alias, this);
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
