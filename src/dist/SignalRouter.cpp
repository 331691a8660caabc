#include "dist/SignalRouter.h"

namespace nodescope::dist {

namespace {

namespace control = protocol::control;
using term::Term;

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
    if (const LinkInfo *link = m_links.info(peer))
        return link->handshake.ownCreation == creation &&
               QStringView(link->handshake.ownName.text()) == QStringView(node);
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

// Messages.

LocalProcess *SignalRouter::takeAlias(const term::Reference &alias)
{
    LocalProcess *process = m_processes.findAlias(alias);
    const auto kind = m_processes.kindOf(alias);
    if (kind == AliasKind::Reply || kind == AliasKind::ReplyDemonitor)
        m_processes.removeAlias(alias);
    if (kind == AliasKind::ReplyDemonitor)
        demonitor(alias);
    return process;
}

void SignalRouter::deliver(LocalProcess &receiver, const Delivery &delivery)
{
    Q_EMIT receiver.delivered(delivery);
    if (receiver.isAlive())
        Q_EMIT receiver.message(delivery.message, delivery.from, delivery.peer);
}

SendResult SignalRouter::sendLocally(LocalProcess &from, const Destination &to, const Term &message,
                                     const MessageOptions &options)
{
    const auto *alias = std::get_if<term::Reference>(&to);
    LocalProcess *process = alias ? takeAlias(*alias) : findLocal(to);
    if (!process)
        return SendResult::NoProcess;
    Delivery delivery{message, from.pid(), m_node.identity().name, {}, options.priority, options.token, 0};
    if (alias)
        delivery.alias = *alias;
    deliverLater(process, [delivery](LocalProcess &receiver) { deliver(receiver, delivery); });
    return SendResult::Sent;
}

SendResult SignalRouter::send(LocalProcess &from, const Destination &to, const Term &message,
                              const MessageOptions &options)
{
    const QString peer = nodeOf(to);
    const LinkTable::Entry *link = m_links.entry(peer);
    if (!link)
        return isLocal(peer) ? sendLocally(from, to, message, options) : SendResult::NoConnection;
    const protocol::HandshakeResult &own = link->info.handshake;
    return sendOver(*link, {own.ownName.text(), from.m_id, from.m_serial, own.ownCreation}, to, message,
                    options);
}

SendResult SignalRouter::sendOver(const LinkTable::Entry &link, const term::Pid &sender,
                                  const Destination &to, const Term &message, const MessageOptions &options)
{
    const auto *pid = std::get_if<term::Pid>(&to);
    const auto *name = std::get_if<ProcessName>(&to);
    if (options.priority && link.info.handshake.agreedFlags.contains(protocol::Flag::AltactSig)) {
        const control::Target target = pid    ? control::Target(*pid)
                                       : name ? control::Target(name->name)
                                              : control::Target(std::get<term::Reference>(to));
        return link.link->send(
            control::AltactSend{control::AltactSend::Priority, sender, target, options.token}, message);
    }
    if (pid)
        return link.link->send(control::Send{sender, *pid, options.token}, message);
    if (name)
        return link.link->send(control::RegSend{sender, name->name, options.token}, message);
    return link.link->send(control::AliasSend{sender, std::get<term::Reference>(to), options.token}, message);
}

SendResult SignalRouter::setGroupLeader(const term::Pid &of, const term::Pid &leader)
{
    return m_links.send(of.node, control::GroupLeader{leader, of});
}

void SignalRouter::drop(const base::NodeName &peer, const char *why)
{
    Q_EMIT dropped(peer, QString::fromLatin1(why));
}

SendResult SignalRouter::sendExit(LocalProcess &from, const term::Pid &to, const Term &reason,
                                  const MessageOptions &options)
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
    if (!link)
        return SendResult::NoConnection;
    const term::Pid sender = from.pidOn(link->peer);
    if (!options.priority || !m_links.agreed(to.node).contains(protocol::Flag::AltactSig))
        return m_links.send(to.node, control::Exit2{sender, to, reason, options.token});
    using Altact = control::AltactSend;
    return m_links.send(to.node, Altact{Altact::Priority | Altact::ExitSignal, sender, to, options.token},
                        reason);
}

void SignalRouter::takeExit(LocalProcess &process, const term::Pid &from, const Term &reason, bool linked)
{
    const bool kills = !linked && reason.isAtom(QLatin1String("kill"));
    const bool ends = kills || (!process.m_trapsExits && !reason.isAtom(QLatin1String("normal")));
    if (ends)
        process.exit(kills ? Term::atom(u"killed") : reason);
    else if (process.m_trapsExits)
        Q_EMIT process.exitReceived(from, reason, linked);
}

} // namespace nodescope::dist
