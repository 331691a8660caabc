#include "dist/SignalRouter.h"

/// Monitors and links, their ends included: part of SignalRouter.
namespace nodescope::dist {

namespace {

namespace control = protocol::control;
using term::Term;

control::Process asProcess(const Destination &destination)
{
    if (const auto *name = std::get_if<ProcessName>(&destination))
        return name->name;
    if (const auto *pid = std::get_if<term::Pid>(&destination))
        return *pid;
    return term::Pid{};
}

} // namespace

// Monitors.

term::Reference SignalRouter::monitor(LocalProcess &watcher, const Destination &target,
                                      std::optional<AliasKind> alias)
{
    const QString peer = nodeOf(target);
    const term::Reference reference = makeReference(peer);
    if (alias)
        m_processes.addAlias(reference, &watcher, *alias);
    const OutgoingMonitor entry{&watcher, target};
    const auto fail = [&](QLatin1String why) {
        m_relations.addOutgoing(reference, entry);
        deliverLater(&watcher, [this, reference, why = QString(why)](LocalProcess &) {
            if (const auto monitor = m_relations.takeOutgoing(reference))
                deliverDown(reference, *monitor, Term::atom(why));
        });
        return reference;
    };
    if (std::holds_alternative<term::Reference>(target))
        return fail(QLatin1String("noproc")); // nobody monitors an alias
    if (isLocal(peer)) {
        LocalProcess *process = findLocal(target);
        if (!process)
            return fail(QLatin1String("noproc"));
        m_relations.addOutgoing(reference, entry);
        addIncomingMonitor(process, peer, watcher.pid(), reference, asProcess(target));
        return reference;
    }
    const LinkInfo *link = m_links.info(peer);
    if (!link)
        return fail(QLatin1String("noconnection"));
    const SendResult sent =
        m_links.send(peer, control::Monitor{watcher.pidOn(link->peer), asProcess(target), reference});
    if (sent != SendResult::Sent)
        return fail(sent == SendResult::Unsupported ? QLatin1String("notsup")
                                                    : QLatin1String("noconnection"));
    m_relations.addOutgoing(reference, entry);
    return reference;
}

void SignalRouter::demonitor(const term::Reference &reference)
{
    const auto monitor = m_relations.takeOutgoing(reference);
    if (!monitor)
        return;
    m_processes.removeAliasOfMonitor(reference);
    const QString peer = nodeOf(monitor->target);
    if (isLocal(peer)) {
        m_relations.removeIncoming(reference, monitor->watcher->pid());
        return;
    }
    if (const LinkInfo *link = m_links.info(peer))
        m_links.send(peer, control::Demonitor{monitor->watcher->pidOn(link->peer), asProcess(monitor->target),
                                              reference});
}

void SignalRouter::link(LocalProcess &process, const term::Pid &other)
{
    const auto fail = [&](QLatin1String why) {
        deliverLater(&process, [this, other, why = QString(why)](LocalProcess &receiver) {
            takeExit(receiver, other, Term::atom(why), true);
        });
    };
    if (isLocal(other.node)) {
        if (!m_processes.find(other.id, other.serial))
            return fail(QLatin1String("noproc"));
        linkLocally(process, other);
        return;
    }
    const LinkInfo *link = m_links.info(other.node);
    if (!link)
        return fail(QLatin1String("noconnection"));
    if (!m_relations.activate(&process, {other.node, other}))
        return;
    if (m_links.send(other.node, control::Link{process.pidOn(link->peer), other}) == SendResult::Sent)
        return;
    m_relations.deactivate(&process, other, 0);
    fail(QLatin1String("noconnection"));
}

void SignalRouter::linkLocally(LocalProcess &process, const term::Pid &other)
{
    m_relations.activate(&process, {other.node, other});
    m_relations.activate(m_processes.find(other.id, other.serial), {other.node, process.pid()});
}

void SignalRouter::unlink(LocalProcess &process, const term::Pid &other)
{
    if (isLocal(other.node)) {
        LocalProcess *local = m_processes.find(other.id, other.serial);
        if (m_relations.deactivate(&process, other, 0) && local)
            m_relations.deactivate(local, process.pid(), 0);
        return;
    }
    // Before OTP 23.3 there is no acknowledgement to wait for.
    const bool withId = m_links.agreed(other.node).contains(protocol::Flag::UnlinkId);
    const quint64 id = withId ? ++m_lastUnlink : 0;
    const LinkInfo *link = m_links.info(other.node);
    if (m_relations.deactivate(&process, other, id) && link)
        m_links.send(other.node, control::Unlink{id, process.pidOn(link->peer), other});
}

void SignalRouter::exit(LocalProcess &process, const Term &reason)
{
    m_processes.remove(&process);
    m_spawns.forget(&process);
    for (const auto &[reference, monitor] : m_relations.takeOutgoingOf(&process)) {
        m_relations.addOutgoing(reference, monitor);
        demonitor(reference);
    }
    for (const IncomingMonitor &monitor : m_relations.takeIncomingOf(&process))
        answerMonitor(monitor, reason);
    for (const LinkedProcess &other : m_relations.takeLinksOf(&process)) {
        if (const LinkInfo *link = m_links.info(other.peer)) {
            m_links.send(other.peer, control::Exit{process.pidOn(link->peer), other.pid, reason, {}});
        } else if (LocalProcess *local = m_processes.find(other.pid.id, other.pid.serial);
                   local && isLocal(other.peer)) {
            m_relations.deactivate(local, process.pid(), 0);
            deliverLater(local, [this, from = process.pid(), reason](LocalProcess &receiver) {
                takeExit(receiver, from, reason, true);
            });
        }
    }
}

void SignalRouter::answerMonitor(const IncomingMonitor &monitor, const Term &reason)
{
    if (m_links.find(monitor.peer)) {
        m_links.send(monitor.peer,
                     control::MonitorExit{monitor.addressed, monitor.watcher, monitor.reference, reason});
        return;
    }
    LocalProcess *watcher = m_processes.find(monitor.watcher.id, monitor.watcher.serial);
    if (!watcher)
        return;
    deliverLater(watcher, [this, reference = monitor.reference, reason](LocalProcess &) {
        if (const auto outgoing = m_relations.takeOutgoing(reference))
            deliverDown(reference, *outgoing, reason);
    });
}

void SignalRouter::deliverDown(const term::Reference &reference, const OutgoingMonitor &monitor,
                               const Term &reason)
{
    m_processes.removeAliasOfMonitor(reference);
    if (monitor.watcher->isAlive())
        Q_EMIT monitor.watcher->down(reference, monitor.target, reason);
}

void SignalRouter::addOutgoingMonitor(const term::Reference &reference, LocalProcess *watcher,
                                      const term::Pid &target)
{
    m_relations.addOutgoing(reference, {watcher, target});
}

std::optional<term::Pid> SignalRouter::monitoredBy(const term::Reference &reference) const
{
    const OutgoingMonitor *monitor = m_relations.findOutgoing(reference);
    const auto *pid = monitor ? std::get_if<term::Pid>(&monitor->target) : nullptr;
    return pid ? std::optional(*pid) : std::nullopt;
}

void SignalRouter::addLink(LocalProcess *process, const QString &peer, const term::Pid &other)
{
    m_relations.takeLink(process, {peer, other});
}

void SignalRouter::addIncomingMonitor(LocalProcess *watched, const QString &peer, const term::Pid &watcher,
                                      const term::Reference &reference, const control::Process &addressed)
{
    m_relations.addIncoming(watched, {peer, watcher, addressed, reference});
}

void SignalRouter::forget(const LinkInfo &link)
{
    const QString peer = link.peer.text();
    const Term noConnection = Term::atom(u"noconnection");
    // A dynamic name is ours no longer; under a fixed one, references stay good for the next link.
    if (m_node.identity().isDynamic())
        m_processes.removeAliasesUnder(link.handshake.ownName.text(), link.handshake.ownCreation);
    m_relations.removeIncomingFrom(peer);
    m_spawns.forget(peer);
    for (const auto &[reference, monitor] : m_relations.takeOutgoingTo(peer))
        deliverDown(reference, monitor, noConnection);
    for (const auto &[process, other] : m_relations.takeLinksTo(peer)) {
        if (process->isAlive())
            takeExit(*process, other, noConnection, true);
    }
}

} // namespace nodescope::dist
