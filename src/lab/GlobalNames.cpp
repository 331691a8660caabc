#include "lab/GlobalNames.h"

#include <algorithm>

#include "lab/PracticeNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

namespace {
/// The newest version of global's protocol that we know; OTP 25 to 29 speak it, OTP 23 speaks 5.
constexpr int ProtocolVersion = 8;
constexpr int FirstWithTagInLockSet = 8;
constexpr int FirstWithLockSetAsCast = 6;
constexpr int FirstWithVersionsOfNodes = 7;
const QLatin1String ServerName{"global_name_server"};
} // namespace

GlobalNames::GlobalNames(PracticeNode &node)
    : QObject(&node.local())
    , m_node(node)
    , m_process(node.local().createProcess(QString(ServerName)))
{
    connect(m_process, &dist::LocalProcess::message, this, &GlobalNames::take);
    connect(
        m_process, &dist::LocalProcess::down, this,
        [this](const term::Reference &monitor, const dist::Destination &target) { onDown(monitor, target); });
    connect(&node, &PracticeNode::linkDown, this, [this](const dist::LinkInfo &link) { forget(link.peer); });
}

void GlobalNames::take(const Term &message, const term::Pid &, const base::NodeName &peer)
{
    if (const auto call = dist::GenCall::parse(message))
        return onCall(*call);
    if (message.isTuple(2) && isAtom(message.at(0), "$gen_cast"))
        return onCast(message.at(1), peer);
    const Term tag = message.at(0);
    if (isAtom(tag, "lock_set")) // to the locker itself, before version 6
        onLockSet(message, peer);
    else if (isAtom(tag, "cancel_connect"))
        m_peers.remove(peer); // it starts again with init_connect
    else if (isAtom(tag, "remove_connection"))
        m_node.local().disconnectFrom(peer);
}

void GlobalNames::onCall(const dist::GenCall &call)
{
    if (const auto reply = answer(call.request, call.from))
        call.reply(*m_process, *reply);
}

std::optional<Term> GlobalNames::answer(const Term &request, const term::Pid &from)
{
    const Term tag = request.isTuple() ? request.at(0) : request;
    const Term lock = request.at(1);
    if (isAtom(tag, "set_lock") && lock.isTuple(2)) {
        const bool set = m_locks.set(lock.at(0).detached(), lock.at(1).detached(), from);
        if (set && !m_holders.contains(from))
            m_holders.insert(from, m_process->monitor(from));
        return Term::boolean(set);
    }
    if (isAtom(tag, "del_lock") && lock.isTuple(2)) {
        m_locks.remove(lock.at(0), lock.at(1), from);
        if (!m_locks.isHeldBy(from) && m_holders.contains(from))
            m_process->demonitor(m_holders.take(from));
        return Term::boolean(true);
    }
    if (isAtom(tag, "register") || isAtom(tag, "register_ext")) {
        insertName(request.at(1), request.at(2), request.at(3));
        return atom("yes");
    }
    if (isAtom(tag, "unregister")) {
        removeName(request.at(1));
        return atom("ok");
    }
    if (isAtom(tag, "get_known") || isAtom(tag, "get_synced"))
        return atoms(m_node.visiblePeers());
    if (isAtom(tag, "get_protocol_version"))
        return Term::integer(ProtocolVersion);
    if (isAtom(tag, "get_names_ext"))
        return Term::nil();
    return {};
}

void GlobalNames::onCast(const Term &message, const base::NodeName &peer)
{
    const Term tag = message.at(0);
    if (isAtom(tag, "init_connect"))
        onInitConnect(message, peer);
    else if (isAtom(tag, "lock_set"))
        onLockSet(message, peer);
    else if (isAtom(tag, "exchange"))
        onExchange(message, peer);
    else if (isAtom(tag, "resolved"))
        onResolved(message, peer);
    else if (isAtom(tag, "in_sync"))
        onInSync(peer);
    else if (isAtom(tag, "new_nodes"))
        apply(message.at(2));
}

/// `{init_connect, {Version, Tag, ...}, Node, {locker, _, Known, Locker}}`.
void GlobalNames::onInitConnect(const Term &message, const base::NodeName &peer)
{
    const auto version = message.at(1).at(0).toInteger();
    const auto locker = message.at(3).at(3).toPid();
    if (!version || *version < 1 || !locker || !message.at(1).at(1).isValid())
        return;
    Peer state;
    state.version = int(std::min<qint64>(*version, ProtocolVersion));
    state.ownTag = ++m_lastTag;
    state.tag = message.at(1).at(1).detached();
    state.locker = *locker;
    m_inSync.remove(peer);
    const Term ownTag = Term::integer(state.ownTag);
    cast(peer, Term::tuple({atom("init_connect"), Term::tuple({Term::integer(ProtocolVersion), ownTag}),
                            atom(m_node.name()),
                            Term::tuple({atom("locker"), atom("no_longer_a_pid"), Term::nil(),
                                         Term::pid(m_process->pidOn(peer))})}));
    if (*version >= FirstWithTagInLockSet)
        m_process->send(dist::ProcessName{peer, QString(ServerName)},
                        Term::tuple({atom("init_connect_ack"), atom(m_node.name()), state.tag, ownTag}));
    m_peers.insert(peer, state);
}

/// `{lock_set, Locker, IsSet, Known[, OurTag]}`: the peer's locker holds the lock on both of us.
void GlobalNames::onLockSet(const Term &message, const base::NodeName &peer)
{
    const auto found = m_peers.constFind(peer);
    const auto locker = message.at(1).toPid();
    if (found == m_peers.cend() || !locker || !message.at(2).toBoolean().value_or(false))
        return;
    if (message.isTuple(5) && message.at(4).toInteger() != found->ownTag)
        return;
    const Term own = Term::pid(m_process->pidOn(peer));
    const Term yes = Term::boolean(true);
    if (found->version >= FirstWithTagInLockSet)
        cast(peer, Term::tuple({atom("lock_set"), own, yes, Term::nil(), found->tag}));
    else if (found->version >= FirstWithLockSetAsCast)
        cast(peer, Term::tuple({atom("lock_set"), own, yes, Term::nil()}));
    else
        m_process->send(*locker, Term::tuple({atom("lock_set"), own, yes, Term::nil()}));
    cast(peer, Term::tuple({atom("exchange"), atom(m_node.name()), namesTerm(), Term::nil(), found->tag}));
}

/// `{exchange, Node, Names, _, OurTag}`: the peer's names. We say which nodes we know.
void GlobalNames::onExchange(const Term &message, const base::NodeName &peer)
{
    const auto found = m_peers.constFind(peer);
    if (found == m_peers.cend() || message.at(4).toInteger() != found->ownTag)
        return;
    for (const Term &entry : message.at(2).elements())
        if (entry.isTuple(3) && !m_names.contains(entry.at(0)))
            insertName(entry.at(0), entry.at(1), entry.at(2));
    cast(peer, Term::tuple({atom("resolved"), atom(m_node.name()), Term::nil(),
                            knownTerm(peer, found->version), atom("unused"), Term::nil(), found->tag}));
}

/// `{resolved, Node, Operations, Known, _, _, OurTag}`: the end; the peer has us in its list now.
void GlobalNames::onResolved(const Term &message, const base::NodeName &peer)
{
    const auto found = m_peers.constFind(peer);
    if (found == m_peers.cend() || message.at(6).toInteger() != found->ownTag)
        return;
    apply(message.at(2));
    m_peers.erase(found);
    m_inSync.insert(peer);
}

/// The peer learnt of us from one of ours, so it needs no more than this from us.
void GlobalNames::onInSync(const base::NodeName &peer)
{
    m_peers.remove(peer);
    if (m_inSync.contains(peer))
        return;
    m_inSync.insert(peer);
    cast(peer, Term::tuple({atom("in_sync"), atom(m_node.name()), Term::boolean(true)}));
}

void GlobalNames::onDown(const term::Reference &monitor, const dist::Destination &target)
{
    const auto *pid = std::get_if<term::Pid>(&target);
    if (pid && m_holders.value(*pid) == monitor) {
        m_holders.remove(*pid);
        m_locks.removeHolder(*pid);
    }
    m_names.removeIf([&](const auto &entry) { return entry.value().monitor == monitor; });
}

void GlobalNames::forget(const base::NodeName &peer)
{
    m_peers.remove(peer);
    m_inSync.remove(peer);
}

/// A list of `{insert, {Name, Pid, Method}}` and `{delete, Name}`.
void GlobalNames::apply(const Term &operations)
{
    for (const Term &operation : operations.elements()) {
        const Term subject = operation.at(1);
        if (isAtom(operation.at(0), "insert") && subject.isTuple(3))
            insertName(subject.at(0), subject.at(1), subject.at(2));
        else if (isAtom(operation.at(0), "delete"))
            removeName(subject);
    }
}

void GlobalNames::insertName(const Term &name, const Term &pid, const Term &method)
{
    const auto process = pid.toPid();
    if (!process)
        return;
    removeName(name);
    const Term key = name.detached();
    m_names.insert(key, {key, *process, method.detached(), m_process->monitor(*process)});
}

void GlobalNames::removeName(const Term &name)
{
    const auto found = m_names.constFind(name);
    if (found == m_names.cend())
        return;
    m_process->demonitor(found->monitor);
    m_names.erase(found);
}

Term GlobalNames::namesTerm() const
{
    QList<Term> names;
    for (const Name &entry : m_names)
        names.append(Term::tuple({entry.name, Term::pid(entry.pid), entry.method}));
    return listOf(names);
}

Term GlobalNames::knownTerm(const base::NodeName &without, int version) const
{
    QList<Term> known;
    for (const base::NodeName &peer : m_node.visiblePeers()) {
        if (peer == without)
            continue;
        known.append(version >= FirstWithVersionsOfNodes
                         ? Term::tuple({atom(peer), Term::integer(ProtocolVersion)})
                         : atom(peer));
    }
    return listOf(known);
}

void GlobalNames::cast(const base::NodeName &peer, const Term &message)
{
    m_process->send(dist::ProcessName{peer, QString(ServerName)}, Term::tuple({atom("$gen_cast"), message}));
}

} // namespace nodescope::lab
