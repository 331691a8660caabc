#include "dist/SpawnDesk.h"

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

WireOptions readOptions(const term::Term &list)
{
    WireOptions options;
    for (const term::Term &option : list.elements()) {
        const QString key = option.isTuple() ? option.at(0).atomText() : option.atomText();
        if (key == QLatin1String("monitor"))
            options.monitor = true; // `{monitor, Opts}` asks for an alias, which is the asker's own business
        else if (key == QLatin1String("link"))
            options.link = true;
        else if (key == QLatin1String("reply") && option.isTuple(2))
            readReplyOption(option.at(1), options);
        else if (!option.isTuple(2)) // heap sizes and priorities mean nothing here
            options.good = false;
    }
    return options;
}

} // namespace

SpawnDesk::SpawnDesk(SignalRouter &router)
    : m_router(router)
{
}

term::Reference SpawnDesk::request(LocalProcess &from, const base::NodeName &peer, const QString &module,
                                   const QString &function, const std::vector<term::Term> &arguments,
                                   SpawnOptions options)
{
    const term::Reference reference = m_router.makeReference(peer.text());
    std::vector<term::Term> wireOptions;
    if (options.monitor)
        wireOptions.push_back(term::Term::atom(u"monitor"));
    if (options.link)
        wireOptions.push_back(term::Term::atom(u"link"));
    const control::SpawnRequest request{
        reference, from.pidOn(peer),          from.node().groupLeader().pidOn(peer), module,
        function,  quint32(arguments.size()), term::Term::list(wireOptions),         {}};
    const SendResult sent =
        m_router.links().send(peer.text(), request, term::Term::list(std::span<const term::Term>(arguments)));
    if (sent == SendResult::Sent)
        m_pending.insert(reference, {&from, peer.text(), options, false});
    else
        answerLater(from, reference,
                    sent == SendResult::Unsupported ? QStringLiteral("notsup")
                                                    : QStringLiteral("noconnection"));
    return reference;
}

void SpawnDesk::answerLater(LocalProcess &from, const term::Reference &request, const QString &error)
{
    QMetaObject::invokeMethod(
        &from,
        [&from, request, error] {
            Q_EMIT from.spawned({request, error, false, false});
        },
        Qt::QueuedConnection);
}

void SpawnDesk::abandon(const term::Reference &request)
{
    if (const auto pending = m_pending.find(request); pending != m_pending.end())
        pending->abandoned = true; // the reply may bring a monitor that is to be taken back
    else
        m_router.demonitor(request);
}

void SpawnDesk::take(const base::NodeName &peer, const control::SpawnReply &reply)
{
    const auto entry = m_pending.constFind(reply.request);
    if (entry == m_pending.constEnd() || entry->peer != peer.text())
        return;
    const Pending pending = *entry;
    m_pending.erase(entry);
    const auto *pid = std::get_if<term::Pid>(&reply.result);
    const bool monitored = pid && (reply.flags & control::SpawnReply::Monitored);
    const bool linked = pid && (reply.flags & control::SpawnReply::Linked);
    if (monitored)
        m_router.addOutgoingMonitor(reply.request, pending.from, *pid);
    if (pending.abandoned) {
        m_router.demonitor(reply.request);
        return;
    }
    if (linked)
        m_router.addLink(pending.from, peer.text(), *pid);
    Q_EMIT pending.from->spawned({reply.request, reply.result, monitored, linked});
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
        if (!pending.abandoned)
            Q_EMIT pending.from->spawned({reference, QStringLiteral("noconnection"), false, false});
    }
}

void SpawnDesk::forget(LocalProcess *process)
{
    m_pending.removeIf([process](PendingTable::iterator entry) { return entry->from == process; });
}

} // namespace nodescope::dist
