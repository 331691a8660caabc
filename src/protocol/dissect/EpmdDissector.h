#pragma once

#include "protocol/dissect/DissectorEvents.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::protocol {

/// What an observer learns of one connection to a port mapper. The client is the Initiator.
struct EpmdEvent
{
    /// Gap: what was asked or answered is unknown. Undecodable: a reply to a request that is unknown.
    using What = std::variant<epmd::Request, epmd::Reply, epmd::EpmdError, dissector_event::Gap,
                              dissector_event::Undecodable, dissector_event::Closed>;

    Role sender = Role::Initiator;
    base::Instant at;
    What what;

    /// The event as that type, or null.
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&what);
    }
};
using EpmdEvents = std::vector<EpmdEvent>;

/// Observes one connection to a port mapper (erl_dist_protocol, "Protocol between EPMD and a node"): the one
/// request, and its reply. The reply may arrive first. A registration lasts until the client's Closed.
/// Holds at most Limits::epmdReply bytes. A value; not thread-safe.
class EpmdDissector
{
public:
    explicit EpmdDissector(const Limits &limits = {});

    [[nodiscard]] EpmdEvents receive(Role sender, QByteArrayView bytes, base::Instant at);
    /// Bytes of `sender` are missing here; -1: an unknown number.
    [[nodiscard]] EpmdEvents lost(Role sender, qint64 bytes, dissector_event::Gap::Cause cause,
                                  base::Instant at);
    [[nodiscard]] EpmdEvents closed(Role sender, bool reset, base::Instant at);
    /// The observation ends.
    [[nodiscard]] EpmdEvents finish(base::Instant at);

private:
    void takeRequest(QByteArrayView bytes, base::Instant at, EpmdEvents &out);
    void takeReply(QByteArrayView bytes, base::Instant at, EpmdEvents &out);
    void take(const epmd::ReplyParser::Outcome &outcome, base::Instant at, EpmdEvents &out);
    void dropHeld(base::Instant at, EpmdEvents &out);

    Limits m_limits;
    epmd::RequestParser m_request;
    bool m_requestOver = false; // read, wrong or lost
    std::optional<epmd::ReplyParser> m_reply;
    bool m_replyOver = false;
    QByteArray m_held; // what the server said while the request is not known
    qint64 m_dropped = 0;
    dissector_event::Undecodable::Since m_since = dissector_event::Undecodable::Since::Gap;
    bool m_serverClosed = false;
};

} // namespace nodescope::protocol
