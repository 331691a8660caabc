#include "dist/LocalNodePrivate.h"

/// What LocalNode says of its links' traffic, and its calls.
namespace nodescope::dist {

namespace {
/// What a peer may claim at most, in seconds: a day.
constexpr qint64 MaxTickTime = 24 * 3600;
} // namespace

std::optional<LinkCounters> LocalNode::countersOf(const base::NodeName &peer) const
{
    const Link *link = d->links.find(peer.text());
    return link ? std::optional(link->counters()) : std::nullopt;
}

std::optional<LinkMeasure> LocalNode::measureOf(const base::NodeName &peer) const
{
    const Link *link = d->links.find(peer.text());
    return link ? std::optional(link->measure()) : std::nullopt;
}

void LocalNode::pauseReading(const base::NodeName &peer)
{
    if (Link *link = d->links.find(peer.text()))
        link->pauseReading();
}

void LocalNode::resumeReading(const base::NodeName &peer)
{
    if (Link *link = d->links.find(peer.text()))
        link->resumeReading();
}

void LocalNode::consume(const base::NodeName &peer, qint64 bytes)
{
    if (Link *link = d->links.find(peer.text()))
        link->consume(bytes);
}

void LocalNode::setPeerTickTime(const base::NodeName &peer, base::Duration tickTime)
{
    if (Link *link = d->links.find(peer.text()))
        link->setPeerTickTime(tickTime);
}

void LocalNode::learnTickTime(const base::NodeName &peer)
{
    CallRequest request;
    request.node = peer;
    request.module = QStringLiteral("net_kernel");
    request.function = QStringLiteral("get_net_ticktime");
    call(request, this, [this, peer](const CallResult &result) {
        // Seconds, or `{ongoing_change_to, Seconds}`; since OTP 25 the latter has the old value, too.
        const term::Term *value = result.value();
        if (!value)
            return;
        const auto seconds = (value->isTuple() ? value->at(1) : *value).toInteger();
        if (!seconds || *seconds <= 0 || *seconds > MaxTickTime)
            return;
        setPeerTickTime(peer, std::chrono::seconds(*seconds));
        Q_EMIT peerTickTimeLearned(peer, std::chrono::seconds(*seconds));
    });
}

CallId LocalNode::call(const CallRequest &request, QObject *context, CallHandler handler)
{
    return d->caller->call(request, context, std::move(handler));
}

void LocalNode::cancelCall(CallId id)
{
    d->caller->cancel(id);
}

CallId LocalNode::genCall(const GenCallRequest &request, QObject *context, GenCallHandler handler)
{
    return d->genCaller->call(request, context, std::move(handler));
}

void LocalNode::cancelGenCall(CallId id)
{
    d->genCaller->cancel(id);
}

SendResult LocalNode::genCast(const Destination &server, const term::Term &request)
{
    return send(server, term::Term::tuple({term::Term::atom(u"$gen_cast"), request}));
}

} // namespace nodescope::dist
