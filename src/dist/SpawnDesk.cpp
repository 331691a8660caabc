#include "dist/SpawnDesk.h"

#include <algorithm>
#include <array>

#include "dist/SignalRouter.h"

namespace nodescope::dist {

namespace {

namespace control = protocol::control;

/// What a spawn request asks for beside the function. Unknown options are `badopt`, as OTP answers.
struct WireOptions
{
    bool monitor = false;
    bool link = false;
    bool replyOnSuccess = true;
    bool replyOnError = true;
    bool good = true;
};

void readReplyOption(const term::Term &value, WireOptions &options)
{
    options.replyOnSuccess =
        value.isAtom(QLatin1String("yes")) || value.isAtom(QLatin1String("success_only"));
    options.replyOnError = value.isAtom(QLatin1String("yes")) || value.isAtom(QLatin1String("error_only"));
    options.good =
        options.good && (options.replyOnSuccess || options.replyOnError || value.isAtom(QLatin1String("no")));
}

/// Options of erlang:spawn_opt/4 that mean nothing here, and are no mistake.
bool isTuning(const QString &key)
{
    static constexpr std::array Keys{
        QLatin1String("priority"),      QLatin1String("fullsweep_after"),
        QLatin1String("min_heap_size"), QLatin1String("min_bin_vheap_size"),
        QLatin1String("max_heap_size"), QLatin1String("message_queue_data"),
        QLatin1String("async_dist"),    QLatin1String("scheduler"),
        QLatin1String("reply_tag"),
    };
    return std::find(Keys.begin(), Keys.end(), key) != Keys.end();
}

QString errorFor(SendResult sent)
{
    switch (sent) {
    case SendResult::Unsupported:
        return QStringLiteral("notsup");
    case SendResult::Busy:
        return QStringLiteral("busy");
    default:
        return QStringLiteral("noconnection");
    }
}

WireOptions readOptions(const term::Term &list)
{
    WireOptions options;
    for (const term::Term &option : list.elements()) {
        const bool isPair = option.isTuple(2);
        const QString key = isPair ? option.at(0).atomText() : option.atomText();
        if (key == QLatin1String("monitor"))
            options.monitor = true; // `{monitor, Opts}` asks for an alias, which is the asker's own business
        else if (key == QLatin1String("link") && !isPair)
            options.link = true;
        else if (key == QLatin1String("reply") && isPair)
            readReplyOption(option.at(1), options);
        else if (!isPair || !isTuning(key))
            options.good = false;
    }
    return options;
}

} // namespace

SpawnDesk::SpawnDesk(SignalRouter &router)
    : m_router(router)
    , m_monitorOnly(term::Term::list({term::Term::atom(u"monitor")}))
{
}

term::Term SpawnDesk::wireOptions(const SpawnOptions &options) const
{
    if (options.monitor && !options.link && options.further.empty())
        return m_monitorOnly;
    std::vector<term::Term> wireOptions = options.further;
    if (options.monitor)
        wireOptions.push_back(term::Term::atom(u"monitor"));
    if (options.link)
        wireOptions.push_back(term::Term::atom(u"link"));
    return term::Term::list(wireOptions);
}

term::Reference SpawnDesk::request(LocalProcess &from, const base::NodeName &peer, const QString &module,
                                   const QString &function, const term::Term &arguments,
                                   const SpawnOptions &options)
{
    const term::Reference reference = m_router.makeReference(peer.text());
    const control::SpawnRequest request{reference,
                                        from.pidOn(peer),
                                        options.groupLeader ? *options.groupLeader
                                                            : from.node().groupLeader().pidOn(peer),
                                        module,
                                        function,
                                        quint32(arguments.size()),
                                        wireOptions(options),
                                        {}};
    const SendResult sent = m_router.links().send(peer.text(), request, arguments);
    if (sent == SendResult::Sent) {
        if (options.alias)
            m_router.processes().addAlias(reference, &from, *options.alias);
        m_pending.insert(reference, {&from, peer.text(), options, false, {}});
    } else {
        answerLater(from, {reference, errorFor(sent), false, false, options.tag}, options.reply);
    }
    return reference;
}

void SpawnDesk::answerLater(LocalProcess &from, const SpawnOutcome &outcome, SpawnOptions::Reply reply)
{
    QMetaObject::invokeMethod(
        &from, [&from, outcome, reply] { tell(from, outcome, reply); }, Qt::QueuedConnection);
}

void SpawnDesk::tell(LocalProcess &from, const SpawnOutcome &outcome, SpawnOptions::Reply reply)
{
    using Reply = SpawnOptions::Reply;
    const Reply silentFor = outcome.pid() ? Reply::ErrorOnly : Reply::SuccessOnly;
    if (from.isAlive() && reply != Reply::No && reply != silentFor)
        Q_EMIT from.spawned(outcome);
}

void SpawnDesk::abandon(LocalProcess &from, const term::Reference &request, const term::Term &reason)
{
    if (const auto pending = m_pending.find(request); pending != m_pending.end()) {
        pending->abandoned = true; // the reply may bring a monitor that is to be taken back
        pending->endReason = reason;
        m_router.processes().removeAliasOfMonitor(request);
        return;
    }
    const auto pid = m_router.monitoredBy(request);
    m_router.demonitor(request);
    if (pid && reason.isValid())
        m_router.sendExit(from, *pid, reason, {});
}

void SpawnDesk::take(const base::NodeName &peer, const control::SpawnReply &reply)
{
    const auto entry = m_pending.find(reply.request);
    if (entry == m_pending.end() || entry->peer != peer.text()) {
        takeUnasked(peer, reply);
        return;
    }
    const Pending pending = std::move(*entry);
    m_pending.erase(entry);
    const auto *pid = std::get_if<term::Pid>(&reply.result);
    const bool monitored = pid && (reply.flags & control::SpawnReply::Monitored);
    const bool linked = pid && (reply.flags & control::SpawnReply::Linked);
    if (monitored)
        m_router.addOutgoingMonitor(reply.request, pending.from, *pid);
    else
        m_router.processes().removeAliasOfMonitor(reply.request);
    if (linked)
        m_router.addLink(pending.from, peer.text(), *pid);
    if (!pending.abandoned) {
        tell(*pending.from, {reply.request, reply.result, monitored, linked, pending.options.tag},
             pending.options.reply);
        return;
    }
    m_router.demonitor(reply.request);
    if (linked)
        m_router.unlink(*pending.from, *pid);
    if (pid && pending.endReason.isValid())
        m_router.sendExit(*pending.from, *pid, pending.endReason, {});
}

// Nobody waits for it, since the process that asked is gone: its link and monitor end as they would have.
void SpawnDesk::takeUnasked(const base::NodeName &peer, const control::SpawnReply &reply)
{
    const auto *pid = std::get_if<term::Pid>(&reply.result);
    if (!pid || !m_router.isOwn(peer.text(), reply.to.node, reply.to.creation))
        return m_router.drop(peer, pid ? "stale_creation" : "no_process");
    if (reply.flags & control::SpawnReply::Monitored)
        m_router.links().send(peer.text(), control::Demonitor{reply.to, *pid, reply.request});
    if (reply.flags & control::SpawnReply::Linked)
        m_router.links().send(peer.text(), control::Exit{reply.to, *pid, term::Term::atom(u"noproc"), {}});
}

void SpawnDesk::take(const base::NodeName &peer, const control::SpawnRequest &request,
                     const protocol::Signal &signal)
{
    const auto arguments = signal.payload.decode();
    const WireOptions options = readOptions(request.options);
    if (!arguments.ok() || !arguments->isProperList() || !options.good) {
        reply(peer, request, 0, QStringLiteral("badopt"));
        return;
    }
    const SpawnRequest asked{peer,
                             request.from,
                             request.groupLeader,
                             request.request,
                             request.module,
                             request.function,
                             [&] {
                                 const auto list = arguments->toList().value_or(QList<term::Term>());
                                 return std::vector<term::Term>(list.begin(), list.end());
                             }(),
                             options.monitor,
                             options.link};
    const SpawnDecision decision = m_handler ? m_handler(asked) : SpawnRefused{QStringLiteral("notsup")};
    if (const auto *refused = std::get_if<SpawnRefused>(&decision)) {
        if (options.replyOnError)
            reply(peer, request, 0, refused->atom);
        return;
    }
    LocalProcess *process = m_router.create({});
    const term::Pid pid = process->pidOn(peer);
    const quint32 flags = (options.link ? control::SpawnReply::Linked : 0u) |
                          (options.monitor ? control::SpawnReply::Monitored : 0u);
    if (options.monitor)
        m_router.addIncomingMonitor(process, peer.text(), request.from, request.request, pid);
    if (options.link)
        m_router.addLink(process, peer.text(), request.from);
    if (options.replyOnSuccess)
        reply(peer, request, flags, pid);
    std::get<SpawnAccepted>(decision).run(*process);
}

void SpawnDesk::reply(const base::NodeName &peer, const control::SpawnRequest &request, quint32 flags,
                      const std::variant<term::Pid, QString> &result)
{
    m_router.links().send(peer.text(), control::SpawnReply{request.request, request.from, flags, result, {}});
}

void SpawnDesk::forget(const QString &peer)
{
    std::vector<std::pair<term::Reference, Pending>> lost;
    m_pending.removeIf([&](PendingTable::iterator entry) {
        if (entry->peer != peer)
            return false;
        lost.emplace_back(entry.key(), *entry);
        return true;
    });
    for (const auto &[reference, pending] : lost) {
        m_router.processes().removeAliasOfMonitor(reference);
        if (!pending.abandoned)
            tell(*pending.from,
                 {reference, QStringLiteral("noconnection"), false, false, pending.options.tag},
                 pending.options.reply);
    }
}

void SpawnDesk::forget(LocalProcess *process)
{
    m_pending.removeIf([process](PendingTable::iterator entry) { return entry->from == process; });
}

} // namespace nodescope::dist
