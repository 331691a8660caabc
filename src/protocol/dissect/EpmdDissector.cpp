#include "protocol/dissect/EpmdDissector.h"

namespace nodescope::protocol {

using namespace dissector_event;

EpmdDissector::EpmdDissector(const Limits &limits)
    : m_limits(limits)
    , m_request(limits)
{
}

EpmdEvents EpmdDissector::receive(Role sender, QByteArrayView bytes, base::Instant at)
{
    EpmdEvents out;
    if (sender == Role::Initiator)
        takeRequest(bytes, at, out);
    else
        takeReply(bytes, at, out);
    return out;
}

void EpmdDissector::takeRequest(QByteArrayView bytes, base::Instant at, EpmdEvents &out)
{
    if (m_requestOver)
        return; // bytes behind a request have no meaning
    const auto outcome = m_request.receive(bytes);
    if (!outcome)
        return;
    m_requestOver = true;
    if (!outcome->ok()) {
        out.push_back({Role::Initiator, at, outcome->error()});
        m_since = Undecodable::Since::LinkError;
        dropHeld(at, out);
        return;
    }
    out.push_back({Role::Initiator, at, outcome->value()});
    m_reply.emplace(epmd::kindOf(outcome->value()), m_limits);
    const QByteArray held = std::exchange(m_held, {});
    if (!held.isEmpty())
        takeReply(held, at, out);
    if (m_serverClosed && !m_replyOver)
        take(m_reply->peerClosed(), at, out);
}

void EpmdDissector::takeReply(QByteArrayView bytes, base::Instant at, EpmdEvents &out)
{
    if (m_replyOver || (m_requestOver && !m_reply)) {
        m_dropped += bytes.size();
        return;
    }
    if (!m_reply) {
        const qsizetype room = m_limits.epmdReply - m_held.size();
        m_held.append(bytes.first(qMin(bytes.size(), room)));
        m_dropped += qMax(bytes.size() - room, qsizetype(0));
        return;
    }
    if (const auto outcome = m_reply->receive(bytes))
        take(*outcome, at, out);
}

void EpmdDissector::take(const epmd::ReplyParser::Outcome &outcome, base::Instant at, EpmdEvents &out)
{
    m_replyOver = true;
    if (outcome.ok())
        out.push_back({Role::Acceptor, at, outcome.value()});
    else
        out.push_back({Role::Acceptor, at, outcome.error()});
}

void EpmdDissector::dropHeld(base::Instant at, EpmdEvents &out)
{
    m_dropped += std::exchange(m_held, {}).size();
    if (m_dropped > 0 && !m_reply)
        out.push_back({Role::Acceptor, at, Undecodable{m_since, std::exchange(m_dropped, 0)}});
}

EpmdEvents EpmdDissector::lost(Role sender, qint64 bytes, Gap::Cause cause, base::Instant at)
{
    EpmdEvents out;
    const bool matters = sender == Role::Initiator ? !m_requestOver : !m_replyOver;
    if (!matters)
        return out;
    Gap gap;
    gap.cause = cause;
    gap.length = bytes;
    out.push_back({sender, at, gap});
    if (sender == Role::Initiator)
        m_requestOver = true;
    else
        m_replyOver = true;
    return out;
}

EpmdEvents EpmdDissector::closed(Role sender, bool reset, base::Instant at)
{
    EpmdEvents out;
    if (sender == Role::Acceptor) {
        m_serverClosed = true;
        if (m_reply && !m_replyOver)
            take(m_reply->peerClosed(), at, out);
    }
    out.push_back({sender, at, Closed{reset, 0}});
    return out;
}

EpmdEvents EpmdDissector::finish(base::Instant at)
{
    EpmdEvents out;
    dropHeld(at, out);
    return out;
}

} // namespace nodescope::protocol
