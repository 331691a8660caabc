#include "dist/SignalRouter.h"

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

SignalRouter::SignalRouter(LocalNode &node, LinkTable &links, QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_links(links)
    , m_spawns(*this)
{
}

SignalRouter::~SignalRouter() = default;

LocalProcess *SignalRouter::create(const QString &name)
{
    const ProcessTable::Number number = m_processes.nextNumber();
    auto *process = new LocalProcess(m_node, number.id, number.serial);
    process->m_name = name;
    m_processes.add(process);
    return process;
}

term::Reference SignalRouter::makeReference(const QString &peer)
{
    const auto words = m_processes.nextReference();
    const auto name = m_node.addressOn(peer);
    return term::Reference(name.node, name.creation, words);
}

bool SignalRouter::isLocal(const QString &node) const
{
    return node == m_node.identity().name.text() || m_links.isOwnName(node);
}

bool SignalRouter::isOwn(const QString &peer, const QString &node, quint32 creation) const
{
    const auto name = m_node.addressOn(peer);
    return name.node == node && name.creation == creation;
}

LocalProcess *SignalRouter::findLocal(const Destination &to) const
{
    if (const auto *pid = std::get_if<term::Pid>(&to))
        return m_processes.find(pid->id, pid->serial);
    if (const auto *name = std::get_if<ProcessName>(&to))
        return m_processes.find(name->name);
    return m_processes.findAlias(std::get<term::Reference>(to));
}

void SignalRouter::deliverLater(LocalProcess *process, std::function<void(LocalProcess &)> what)
{
    QMetaObject::invokeMethod(
        process,
        [process, what = std::move(what)] {
            if (process->isAlive())
                what(*process);
        },
        Qt::QueuedConnection);
}

// What processes do.

SendResult SignalRouter::sendLocally(LocalProcess &from, const Destination &to, const Term &message)
{
    LocalProcess *process = findLocal(to);
    if (!process)
        return SendResult::NoProcess;
    const term::Pid sender = from.pid();
    const base::NodeName own = m_node.identity().name;
    deliverLater(process, [message, sender, own](LocalProcess &receiver) {
        Q_EMIT receiver.message(message, sender, own);
    });
    return SendResult::Sent;
}

SendResult SignalRouter::send(LocalProcess &from, const Destination &to, const Term &message)
{
    const QString peer = nodeOf(to);
    const LinkInfo *link = m_links.info(peer);
    if (!link)
        return isLocal(peer) ? sendLocally(from, to, message) : SendResult::NoConnection;
    const term::Pid sender = from.pidOn(link->peer);
    if (const auto *pid = std::get_if<term::Pid>(&to))
        return m_links.send(peer, control::Send{sender, *pid, {}}, message);
    if (const auto *name = std::get_if<ProcessName>(&to))
        return m_links.send(peer, control::RegSend{sender, name->name, {}}, message);
    return m_links.send(peer, control::AliasSend{sender, std::get<term::Reference>(to), {}}, message);
}

term::Reference SignalRouter::monitor(LocalProcess &watcher, const Destination &target)
{
    const QString peer = nodeOf(target);
    const term::Reference reference = makeReference(peer);
    const OutgoingMonitor entry{&watcher, target};
    const auto fail = [&](QLatin1String why) {
        m_relations.addOutgoing(reference, entry);
        deliverLater(&watcher, [this, reference, why = QString(why)](LocalProcess &) {
            if (const auto monitor = m_relations.takeOutgoing(reference))
                deliverDown(reference, *monitor, Term::atom(why));
        });
        return reference;
    };
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
        LocalProcess *local = m_processes.find(other.id, other.serial);
        if (!local)
            return fail(QLatin1String("noproc"));
        m_relations.addLink(&process, {other.node, other});
        m_relations.addLink(local, {other.node, process.pid()});
        return;
    }
    const LinkInfo *link = m_links.info(other.node);
    if (!link)
        return fail(QLatin1String("noconnection"));
    m_relations.addLink(&process, {other.node, other});
    m_links.send(other.node, control::Link{process.pidOn(link->peer), other});
}

void SignalRouter::unlink(LocalProcess &process, const term::Pid &other)
{
    if (!m_relations.removeLink(&process, other))
        return;
    if (isLocal(other.node)) {
        if (LocalProcess *local = m_processes.find(other.id, other.serial))
            m_relations.removeLink(local, process.pid());
    } else if (const LinkInfo *link = m_links.info(other.node)) {
        m_links.send(other.node, control::Unlink{++m_lastUnlink, process.pidOn(link->peer), other});
    }
}

SendResult SignalRouter::sendExit(LocalProcess &from, const term::Pid &to, const Term &reason)
{
    if (isLocal(to.node)) {
        LocalProcess *local = m_processes.find(to.id, to.serial);
        if (!local)
            return SendResult::NoProcess;
        deliverLater(local, [this, sender = from.pid(), reason](LocalProcess &receiver) {
            takeExit(receiver, sender, reason, false);
        });
        return SendResult::Sent;
    }
    const LinkInfo *link = m_links.info(to.node);
    return link ? m_links.send(to.node, control::Exit2{from.pidOn(link->peer), to, reason, {}})
                : SendResult::NoConnection;
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
            m_relations.removeLink(local, process.pid());
            deliverLater(local, [this, from = process.pid(), reason](LocalProcess &receiver) {
                takeExit(receiver, from, reason, true);
            });
        }
    }
}

// What others do.

void SignalRouter::takeExit(LocalProcess &process, const term::Pid &from, const Term &reason, bool linked)
{
    const bool kills = !linked && reason.isAtom(QLatin1String("kill"));
    const bool ends = kills || (!process.m_trapsExits && !reason.isAtom(QLatin1String("normal")));
    if (ends)
        process.exit(kills ? Term::atom(u"killed") : reason);
    else if (process.m_trapsExits)
        Q_EMIT process.exitReceived(from, reason, linked);
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
    if (monitor.watcher->isAlive())
        Q_EMIT monitor.watcher->down(reference, monitor.target, reason);
}

void SignalRouter::addOutgoingMonitor(const term::Reference &reference, LocalProcess *watcher,
                                      const term::Pid &target)
{
    m_relations.addOutgoing(reference, {watcher, target});
}

void SignalRouter::addLink(LocalProcess *process, const QString &peer, const term::Pid &other)
{
    m_relations.addLink(process, {peer, other});
}

void SignalRouter::addIncomingMonitor(LocalProcess *watched, const QString &peer, const term::Pid &watcher,
                                      const term::Reference &reference, const control::Process &addressed)
{
    m_relations.addIncoming(watched, {peer, watcher, addressed, reference});
}

void SignalRouter::forget(const base::NodeName &peer)
{
    const Term noConnection = Term::atom(u"noconnection");
    m_relations.removeIncomingFrom(peer.text());
    m_spawns.forget(peer.text());
    for (const auto &[reference, monitor] : m_relations.takeOutgoingTo(peer.text()))
        deliverDown(reference, monitor, noConnection);
    for (const auto &[process, other] : m_relations.takeLinksTo(peer.text())) {
        if (process->isAlive())
            takeExit(*process, other, noConnection, true);
    }
}

} // namespace nodescope::dist
