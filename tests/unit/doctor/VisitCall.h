#pragma once

#include <optional>

#include "doctor/post/VisitOf.h"
#include "protocol/handshake/Handshake.h"

/// Calls at a listening post, in memory.
namespace nodescope::test {

inline const base::NodeName &post()
{
    static const base::NodeName name = base::NodeName::literal(u"post@127.0.0.1");
    return name;
}

inline std::vector<doctor::SavedCookie> five()
{
    return {{QStringLiteral("production"), base::Secret("one")},
            {QStringLiteral("staging"), base::Secret("two")},
            {QStringLiteral("test"), base::Secret("three")},
            {QStringLiteral("mine"), base::Secret("four")},
            {QStringLiteral("hers"), base::Secret("five")}};
}

inline QByteArray packet(const protocol::HandshakeBody &body)
{
    return protocol::withLength(protocol::LengthPrefix::TwoBytes, protocol::encodeHandshake(body));
}

// A caller of the post in memory: it says what it is told to, and the post's handshake answers it.
class Call
{
public:
    explicit Call(protocol::ChallengeBook &book)
        : m_handshake(protocol::Role::Acceptor, settings(), book)
    {
        report.id = 7;
        report.endpoints.peerAddress = QHostAddress::LocalHost;
        report.endpoints.peerPort = 50'000;
        take(m_handshake.start(m_now));
    }

    void say(const QByteArray &bytes) { take(m_handshake.receive(bytes, m_now)); }
    void name(const QString &name, protocol::Flags flags = protocol::masks::Default25,
              protocol::HandshakeVersion version = protocol::HandshakeVersion::V6, quint32 creation = 5)
    {
        protocol::NameMessage message;
        message.version = version;
        message.flags = flags;
        message.creation = creation;
        message.name = name;
        say(packet(message));
    }
    void reply(const base::Secret &cookie, std::optional<quint32> challenge = std::nullopt)
    {
        protocol::ReplyMessage message;
        message.challenge = challenge.value_or(1234567890);
        message.digest = protocol::Digest::of(cookie, issued());
        say(packet(message));
    }
    void close() { take(m_handshake.peerClosed(m_now)); }
    void waitInVain()
    {
        m_now += std::chrono::seconds(60);
        take(m_handshake.timeout(m_now));
    }
    // The challenge that the post gave.
    [[nodiscard]] quint32 issued() const
    {
        for (const protocol::HandshakeMessage &message : report.messages) {
            if (const auto *challenge = std::get_if<protocol::ChallengeMessage>(&message.body))
                return challenge->challenge;
        }
        return 0;
    }
    [[nodiscard]] cluster::Visit visit(const std::vector<doctor::SavedCookie> &cookies = five()) const
    {
        return doctor::visitOf(report, post(), cookies);
    }

    dist::AcceptReport report;
    bool completed = false;
    QByteArray sent;

private:
    static protocol::HandshakeSettings settings()
    {
        protocol::HandshakeSettings settings;
        settings.ownName = post();
        settings.creation = 9;
        settings.flags = protocol::masks::Recommended;
        settings.required = doctor::DemandedOfVisitors;
        return settings;
    }
    void take(const protocol::HandshakeOutput &output)
    {
        sent += output.toSend;
        for (const protocol::HandshakeEvent &event : output.events) {
            if (const auto *message = std::get_if<protocol::handshake_event::Message>(&event)) {
                report.messages.push_back(message->message);
            } else if (const auto *wanted = std::get_if<protocol::handshake_event::DecisionWanted>(&event)) {
                decide(wanted->caller);
            } else if (const auto *failed = std::get_if<protocol::handshake_event::Failed>(&event)) {
                report.error = failed->error;
            } else {
                completed = true;
            }
        }
    }
    void decide(const protocol::Caller &caller)
    {
        protocol::AcceptDecision decision;
        decision.status = caller.wantsName               ? protocol::HandshakeStatus::Named
                          : caller.name == post().text() ? protocol::HandshakeStatus::Nok
                                                         : protocol::HandshakeStatus::Ok;
        decision.cookie = base::Secret("nobody's");
        decision.dynamicName = base::NodeName::literal(u"ABCDEFGHIJKLM@127.0.0.1");
        decision.dynamicCreation = 77;
        take(m_handshake.decide(decision, m_now));
    }

    base::Instant m_now{std::chrono::seconds(100)};
    protocol::Handshake m_handshake;
};

} // namespace nodescope::test
