#pragma once

#include "cluster/Diagnosis.h"
#include "dist/DialReport.h"
#include "doctor/Verdict.h"

/// An attempt of ours as rungs and excerpts. Pure and thread-safe.
namespace nodescope::doctor {

/// The rungs of an attempt that has ended, up to LinkUp; what lies above the broken one was not reached.
[[nodiscard]] QList<cluster::RungResult> rungsOf(const dist::DialReport &report, const Verdict &verdict);
/// The rungs that an attempt under way has passed.
[[nodiscard]] QList<cluster::RungResult> rungsSoFar(const dist::DialReport &report);
/// The handshake's messages, and how it broke off; proofs are zeroed.
[[nodiscard]] QList<cluster::WireExcerpt> excerptsOf(const dist::DialReport &report, const Verdict &verdict);
/// How excerpts of EPMD's messages are called, after PORT_PLEASE2_REQ and PORT2_RESP.
[[nodiscard]] inline QString epmdQuestionLabel()
{
    return QStringLiteral("port_please2_req");
}
[[nodiscard]] inline QString epmdReplyLabel()
{
    return QStringLiteral("port2_resp");
}
/// One message as an excerpt; digests, and the challenges they answer, are zeroed.
[[nodiscard]] cluster::WireExcerpt excerptOf(const protocol::HandshakeMessage &message, base::Instant began);

/// Since our last packet went out, for ends that the handshake itself did not time.
[[nodiscard]] base::Duration sinceLastSend(const dist::DialReport &report);
/// The last message of that kind that came from the peer, or null.
template<class Message>
[[nodiscard]] const Message *received(const dist::DialReport &report)
{
    const Message *found = nullptr;
    for (const protocol::HandshakeMessage &message : report.messages) {
        if (message.direction == protocol::HandshakeMessage::Direction::Received) {
            if (const auto *body = std::get_if<Message>(&message.body))
                found = body;
        }
    }
    return found;
}

} // namespace nodescope::doctor
