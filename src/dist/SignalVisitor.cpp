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

    void operator()(const control::Send &send) { deliver(own(send.to), send.from.value_or(term::Pid{})); }
    void operator()(const control::RegSend &send) { deliver(m_router.m_processes.find(send.to), send.from); }
    void operator()(const control::AliasSend &send)
    {
        deliver(m_router.m_processes.findAlias(send.alias), send.from);
    }

    void operator()(const control::AltactSend &send)
    {
        LocalProcess *process = nullptr;
        if (const auto *alias = std::get_if<term::Reference>(&send.to))
            process = m_router.m_processes.findAlias(*alias);
        else if (const auto *pid = std::get_if<term::Pid>(&send.to))
            process = own(*pid);
        else
            process = m_router.m_processes.find(std::get<QString>(send.to));
        if (!(send.flags & control::AltactSend::ExitSignal))
            deliver(process, send.from);
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
            m_router.m_relations.removeLink(process, unlink.from);
        if (unlink.id != 0)
            answer(control::UnlinkAck{unlink.id, unlink.to, unlink.from});
    }

    void operator()(const control::UnlinkAck &) {}
    void operator()(const control::NodeLink &) {}
    void operator()(const control::GroupLeader &) {}

    void operator()(const control::Exit &exit)
    {
        LocalProcess *process = own(exit.to);
        // An exit that crossed our unlink is no longer for us.
        if (process && m_router.m_relations.removeLink(process, exit.from))
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
        if (const auto monitor = m_router.m_relations.takeOutgoing(exit.reference))
            m_router.deliverDown(exit.reference, *monitor, m_signal.reason());
    }

    void operator()(const control::SpawnRequest &request)
    {
        m_router.m_spawns.take(m_peer, request, m_signal);
    }
    void operator()(const control::SpawnReply &reply) { m_router.m_spawns.take(m_peer, reply); }

private:
    [[nodiscard]] LocalProcess *own(const term::Pid &pid)
    {
        if (m_router.isOwn(m_peer.text(), pid.node, pid.creation))
            return m_router.m_processes.find(pid.id, pid.serial);
        m_stale = true;
        drop("stale_creation");
        return nullptr;
    }

    [[nodiscard]] LocalProcess *addressed(const control::Process &to)
    {
        const auto *pid = std::get_if<term::Pid>(&to);
        return pid ? own(*pid) : m_router.m_processes.find(std::get<QString>(to));
    }

    void deliver(LocalProcess *process, const term::Pid &from)
    {
        if (!process) {
            if (!m_stale)
                drop("no_process");
            return;
        }
        const auto message = m_signal.payload.decode();
        if (message.ok())
            Q_EMIT process->message(message.value(), from, m_peer);
        else
            drop("undecodable");
    }

    void answer(const protocol::ControlMessage &message) { m_router.m_links.send(m_peer.text(), message); }
    void drop(const char *why) { Q_EMIT m_router.dropped(m_peer, QString::fromLatin1(why)); }

    SignalRouter &m_router;
    const base::NodeName &m_peer;
    const protocol::Signal &m_signal;
    bool m_stale = false;
};

void SignalRouter::take(const base::NodeName &peer, const protocol::Signal &signal)
{
    std::visit(Visitor(*this, peer, signal), signal.control);
}

} // namespace nodescope::dist
