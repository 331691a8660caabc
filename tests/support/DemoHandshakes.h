#pragma once

#include "base/Clock.h"
#include "doctor/handshakes/RecordOf.h"
#include "protocol/handshake/HandshakeMessage.h"

/// Handshakes made up, as values: with the messages that a real one has.
namespace nodescope::test {

inline const base::Secret DemoCookie{"demo-cookie"};
inline constexpr quint32 DemoChallenge = 0x01020304;
inline constexpr quint32 DemoReplyChallenge = 0xfeedbeef;

struct DemoHandshake
{
    base::NodeName peer = base::NodeName::literal(u"alice@127.0.0.1");
    protocol::Flags peerFlags = protocol::masks::Default25 | protocol::Flag::Published;
    bool refused = false; ///< the peer closes after our reply
    base::Secret cookie = DemoCookie;

    [[nodiscard]] dist::DialReport report() const
    {
        using namespace protocol;
        dist::DialReport report;
        report.target = peer;
        report.wall = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, QTimeZone::utc());
        report.endpoints = {QHostAddress::LocalHost, 40000, QHostAddress::LocalHost, 40001};
        const auto own = base::NodeName::literal(u"probe@127.0.0.1");
        add(report, Role::Initiator, NameMessage{HandshakeVersion::V6, masks::Recommended, 7, own.text()});
        add(report, Role::Acceptor, StatusMessage());
        add(report, Role::Acceptor,
            ChallengeMessage{HandshakeVersion::V6, peerFlags, DemoChallenge, 9, peer.text()});
        add(report, Role::Initiator, ReplyMessage{DemoReplyChallenge, Digest::of(cookie, DemoChallenge)});
        report.elapsed = std::chrono::milliseconds(12);
        if (refused) {
            HandshakeError error;
            error.reason = handshake_failure::Closed();
            error.step = HandshakeStep::AwaitAck;
            error.sinceLastSend = std::chrono::milliseconds(1);
            report.end = dist::dial_end::HandshakeFailed{error};
            return report;
        }
        add(report, Role::Acceptor, AckMessage{Digest::of(cookie, DemoReplyChallenge)});
        HandshakeResult result;
        result.peer = peer;
        result.ownName = own;
        report.end = dist::dial_end::Connected{result};
        return report;
    }
    [[nodiscard]] cluster::HandshakeRecord record(quint64 id) const
    {
        cluster::HandshakeRecord made = *doctor::recordOf(report());
        made.id = id;
        return made;
    }
    /// In step mode, with a reply that waits to be sent.
    [[nodiscard]] cluster::HandshakeRecord waiting(quint64 id) const
    {
        cluster::HandshakeRecord made = record(id);
        made.stepped = true;
        made.running = true;
        made.outcome.clear();
        cluster::HandshakeDue due;
        due.line = made.lines.at(3);
        due.fields = {QStringLiteral("length"), QStringLiteral("challenge"), QStringLiteral("digest"),
                      QStringLiteral("cookie")};
        due.since = due.peerSince = base::SystemClock().now();
        made.lines = made.lines.mid(0, 3);
        made.due = due;
        return made;
    }

private:
    static void add(dist::DialReport &report, protocol::Role sender, const protocol::HandshakeBody &body)
    {
        using namespace protocol;
        const auto direction = sender == Role::Initiator ? HandshakeMessage::Direction::Sent
                                                         : HandshakeMessage::Direction::Received;
        const base::Instant at = report.began + std::chrono::milliseconds(1 + report.messages.size());
        report.messages.push_back({direction, sender, at, LengthPrefix::TwoBytes,
                                   withLength(LengthPrefix::TwoBytes, encodeHandshake(body)), body});
    }
};

} // namespace nodescope::test
