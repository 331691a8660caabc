#include "dist/SignalRouter.h"

/// What the peers' signals do here: the receiving half of SignalRouter.
namespace nodescope::dist {

namespace control = protocol::control;
using term::Term;

/// One overload for each control message.
class SignalRouter::Visitor
{
public:
    Visitor(SignalRouter &router, const base::NodeName &peer, const protocol::Signal &signal)
        : m_router(router)
        , m_peer(peer)
        , m_signal(signal)
    {
    }

    void operator()(const control::Send &send)
    {
        deliver(own(send.to), send.from.value_or(term::Pid{}), send.token);
    }
    void operator()(const control::RegSend &send)
    {
        LocalProcess *process = m_router.m_processes.find(send.to);
        if (!process && send.to == QLatin1String("logger_proxy"))
            takeLogEvent();
        else
            deliver(process, send.from, send.token);
    }
    void operator()(const control::AliasSend &send)
    {
        deliver(ownAlias(send.alias), send.from, send.token, send.alias);
    }

    void operator()(const control::AltactSend &send)
    {
        const auto *alias = std::get_if<term::Reference>(&send.to);
        const auto *pid = std::get_if<term::Pid>(&send.to);
        LocalProcess *process = alias ? ownAlias(*alias)
                                : pid ? own(*pid)
                                      : m_router.m_processes.find(std::get<QString>(send.to));
        m_priority = (send.flags & control::AltactSend::Priority) != 0;
        if (!(send.flags & control::AltactSend::ExitSignal))
            deliver(process, send.from, send.token, alias ? std::optional(*alias) : std::nullopt);
        else if (process)
            m_router.takeExit(*process, send.from, m_signal.reason(), false);
    }

    void operator()(const control::Link &link)
    {
        if (link.from.node != m_peer.text()) {
            drop("foreign_pid");
            return;
        }
        if (LocalProcess *process = own(link.to))
            m_router.addLink(process, m_peer.text(), link.from);
        else
            answer(control::Exit{link.to, link.from, Term::atom(u"noproc"), {}});
    }

    void operator()(const control::Unlink &unlink)
    {
        if (LocalProcess *process = own(unlink.to))
            m_router.m_relations.takeUnlink(process, unlink.from);
        // At once: no other signal of this process may come before it.
        if (unlink.id != 0)
            answer(control::UnlinkAck{unlink.id, unlink.to, unlink.from});
    }

    void operator()(const control::UnlinkAck &ack)
    {
        if (LocalProcess *process = own(ack.to))
            m_router.m_relations.acknowledge(process, ack.from, ack.id);
    }
    void operator()(const control::NodeLink &) {}
    void operator()(const control::GroupLeader &message)
    {
        if (LocalProcess *process = own(message.to)) {
            process->m_groupLeader = message.from;
            Q_EMIT process->groupLeaderChanged(message.from);
        }
    }

    void operator()(const control::Exit &exit)
    {
        LocalProcess *process = own(exit.to);
        // An exit that crossed our unlink is no longer for us.
        if (process && m_router.m_relations.takeExit(process, m_peer.text(), exit.from))
            m_router.takeExit(*process, exit.from, m_signal.reason(), true);
    }

    void operator()(const control::Exit2 &exit)
    {
        if (LocalProcess *process = own(exit.to))
            m_router.takeExit(*process, exit.from, m_signal.reason(), false);
    }

    void operator()(const control::Monitor &monitor)
    {
        if (LocalProcess *process = addressed(monitor.to))
            m_router.addIncomingMonitor(process, m_peer.text(), monitor.from, monitor.reference, monitor.to);
        else
            answer(control::MonitorExit{monitor.to, monitor.from, monitor.reference, Term::atom(u"noproc")});
    }

    void operator()(const control::Demonitor &demonitor)
    {
        m_router.m_relations.removeIncoming(demonitor.reference, demonitor.from);
    }

    void operator()(const control::MonitorExit &exit)
    {
        const OutgoingMonitor *monitor = m_router.m_relations.findOutgoing(exit.reference);
        if (!own(exit.to) || !monitor || nodeOf(monitor->target) != m_peer.text())
            return; // not ours any more, or not the peer's to end
        if (const auto taken = m_router.m_relations.takeOutgoing(exit.reference))
            m_router.deliverDown(exit.reference, *taken, m_signal.reason());
    }

    void operator()(const control::SpawnRequest &request)
    {
        m_router.m_spawns.take(m_peer, request, m_signal);
    }
    void operator()(const control::SpawnReply &reply) { m_router.m_spawns.take(m_peer, reply); }

private:
    [[nodiscard]] bool isOwn(const QString &node, quint32 creation)
    {
        m_stale = !m_router.isOwn(m_peer.text(), node, creation);
        if (m_stale)
            drop("stale_creation");
        return !m_stale;
    }
    [[nodiscard]] LocalProcess *own(const term::Pid &pid)
    {
        return isOwn(pid.node, pid.creation) ? m_router.m_processes.find(pid.id, pid.serial) : nullptr;
    }
    [[nodiscard]] LocalProcess *ownAlias(const term::Reference &alias)
    {
        return isOwn(alias.node(), alias.creation()) ? m_router.takeAlias(alias) : nullptr;
    }

    [[nodiscard]] LocalProcess *addressed(const control::Process &to)
    {
        const auto *pid = std::get_if<term::Pid>(&to);
        return pid ? own(*pid) : m_router.m_processes.find(std::get<QString>(to));
    }

    void deliver(LocalProcess *process, const term::Pid &from, const Term &token,
                 const std::optional<term::Reference> &alias = {})
    {
        if (!process) {
            if (!m_stale)
                drop("no_process");
            return;
        }
        const auto message = m_signal.payload.decode();
        if (!message.ok())
            return drop("undecodable");
        SignalRouter::deliver(*process,
                              {message.value(), from, m_peer, alias, m_priority, token, m_signal.size});
    }

    // What a process writes to its log whose group leader is ours.
    void takeLogEvent()
    {
        if (const auto event = m_signal.payload.decode(); event.ok())
            Q_EMIT m_router.logged(m_peer, event.value());
        else
            drop("undecodable");
    }

    void answer(const protocol::ControlMessage &message) { m_router.m_links.send(m_peer.text(), message); }
    void drop(const char *why) { m_router.drop(m_peer, why); }

    SignalRouter &m_router;
    const base::NodeName &m_peer;
    const protocol::Signal &m_signal;
    bool m_stale = false;
    bool m_priority = false;
};

void SignalRouter::take(const base::NodeName &peer, const protocol::Signal &signal)
{
    std::visit(Visitor(*this, peer, signal), signal.control);
}

} // namespace nodescope::dist
