#pragma once

#include "cluster/Visit.h"
#include "dist/DialReport.h"
#include "doctor/Verdict.h"

namespace nodescope::doctor {

/// What an acceptor can conclude from the end of a call (protocol.md 1.6). Cookies are not its business: a
/// digest that fits none that the post signs with is how every call of a node ends that gets so far.
[[nodiscard]] Verdict verdictOf(const dist::AcceptReport &report);

/// What called.
[[nodiscard]] cluster::VisitorKind kindOf(const dist::AcceptReport &report);

/// The first message of that kind that the caller sent, or null.
template<class Message>
[[nodiscard]] const Message *saidBy(const dist::AcceptReport &report)
{
    for (const protocol::HandshakeMessage &message : report.messages) {
        if (message.direction == protocol::HandshakeMessage::Direction::Received) {
            if (const auto *body = std::get_if<Message>(&message.body))
                return body;
        }
    }
    return nullptr;
}

} // namespace nodescope::doctor
