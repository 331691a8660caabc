#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "FuzzInput.h"
#include "protocol/Bytes.h"
#include "protocol/handshake/Handshake.h"

/// One handshake under fire, with what must hold after every step, in either role.
namespace nodescope::fuzz {

using namespace nodescope::protocol;

/// The challenge of another handshake of the same node, which waits for its answer.
inline constexpr quint32 OtherChallenge = 0x5a5a5a5a;

inline base::Secret cookie()
{
    return base::Secret("secret");
}

/// What a peer in the other role would send that knows the cookie: the digest that our challenge asks for.
inline QByteArray honestProof(Role ours, LengthPrefix prefix, quint32 ourChallenge, quint32 theirs)
{
    const Digest digest = Digest::of(cookie(), ourChallenge);
    return withLength(prefix, ours == Role::Initiator ? encodeHandshake(AckMessage{digest})
                                                      : encodeHandshake(ReplyMessage{theirs, digest}));
}

class HandshakeRun
{
public:
    /// `challenge` is what our random generator gives: chosen by the input, so that recorded proofs fit,
    /// and so that what is one in four thousand million happens.
    HandshakeRun(Role role, const HandshakeSettings &settings, quint32 challenge,
                 const AcceptDecision &decision = {})
        : m_decision(decision)
        , m_settings(settings)
        , m_next(challenge)
        , m_book([this] { return std::exchange(m_first, false) ? OtherChallenge : m_next++; })
        , m_other(m_book.issue())
        , m_machine(role, settings, m_book)
    {
        FUZZ_CHECK(m_other && m_other->challenge() == OtherChallenge);
        take(m_machine.start(m_now));
    }

    void receive(QByteArrayView bytes) { take(m_machine.receive(bytes, m_now)); }
    void close() { take(m_machine.peerClosed(m_now)); }
    void wait(base::Duration duration)
    {
        m_now += duration;
        take(m_machine.timeout(m_now));
        const auto deadline = m_machine.deadline();
        FUZZ_CHECK(!deadline || *deadline > m_now);
    }
    [[nodiscard]] bool isOver() const { return m_machine.isOver(); }
    /// Our last challenge, 0 before.
    [[nodiscard]] quint32 ownChallenge() const { return m_issued.value_or(0); }
    [[nodiscard]] const QByteArray &log() const { return m_log; }
    [[nodiscard]] const QByteArray &leftover() const { return m_leftover; }
    [[nodiscard]] QByteArray framed(QByteArrayView body) const { return withLength(m_settings.prefix, body); }

    /// What a peer would send that knows the cookie: the digest that our last challenge asks for.
    [[nodiscard]] QByteArray honestProof(quint32 theirs) const
    {
        return fuzz::honestProof(m_machine.role(), m_settings.prefix, ownChallenge(), theirs);
    }

private:
    void take(HandshakeOutput output)
    {
        m_leftover += output.leftover;
        QByteArray said;
        for (const HandshakeEvent &event : output.events) {
            FUZZ_CHECK(!m_ended);
            if (const auto *message = std::get_if<handshake_event::Message>(&event))
                said += note(message->message);
            else
                end(event);
        }
        FUZZ_CHECK(output.toSend == said);
        FUZZ_CHECK(m_ended == m_machine.isOver());
        // The challenge of a handshake that is over is open no more; the other one stays.
        FUZZ_CHECK(m_book.isOutstanding(OtherChallenge));
        FUZZ_CHECK(m_book.count() <= (m_machine.isOver() ? 1 : 2));
        FUZZ_CHECK(m_machine.isOver() || m_machine.step() == HandshakeStep::Idle || m_machine.deadline());
        if (m_machine.step() == HandshakeStep::AwaitDecision)
            take(m_machine.decide(m_decision, m_now));
    }

    /// Notes a message; gives its bytes if it went out.
    QByteArray note(const HandshakeMessage &message)
    {
        const bool sent = message.direction == HandshakeMessage::Direction::Sent;
        m_log += (sent ? "> " : "< ") + message.packet.toHex() + '\n';
        if (!sent) {
            m_received = message.body;
            return {};
        }
        if (const auto *reply = std::get_if<ReplyMessage>(&message.body)) {
            m_issued = reply->challenge;
            checkSigned(reply->digest);
        } else if (const auto *ack = std::get_if<AckMessage>(&message.body)) {
            checkSigned(ack->digest);
        } else if (const auto *challenge = std::get_if<ChallengeMessage>(&message.body)) {
            m_issued = challenge->challenge;
        }
        return message.packet;
    }

    /// No digest leaves that would answer a challenge of our own, nor any but for the peer's challenge.
    void checkSigned(const Digest &digest)
    {
        FUZZ_CHECK(!m_settings.probe);
        FUZZ_CHECK(digest != Digest::of(cookie(), OtherChallenge));
        FUZZ_CHECK(!m_issued || digest != Digest::of(cookie(), *m_issued));
        FUZZ_CHECK(m_received);
        const auto *reply = std::get_if<ReplyMessage>(&*m_received);
        const auto *challenge = std::get_if<ChallengeMessage>(&*m_received);
        FUZZ_CHECK(reply || challenge);
        FUZZ_CHECK(digest == Digest::of(cookie(), reply ? reply->challenge : challenge->challenge));
        // As acceptor we sign only for who has proved the cookie.
        FUZZ_CHECK(!reply || (m_issued && reply->digest == Digest::of(cookie(), *m_issued)));
    }

    void end(const HandshakeEvent &event)
    {
        if (std::holds_alternative<handshake_event::DecisionWanted>(event)) {
            m_log += "decision wanted\n";
            return;
        }
        m_ended = true;
        if (const auto *failed = std::get_if<handshake_event::Failed>(&event))
            fail(failed->error);
        else if (const auto *completed = std::get_if<handshake_event::Completed>(&event))
            complete(completed->result);
        else
            FUZZ_CHECK(m_settings.probe && std::holds_alternative<handshake_event::Probed>(event));
    }
    void fail(const HandshakeError &error)
    {
        FUZZ_CHECK(error.evidence.size() <= EvidenceBytes);
        FUZZ_CHECK(error.offset >= 0 && error.offset <= error.received);
        FUZZ_CHECK(error.sinceStart >= error.sinceLastSend);
        // Where the owner's decision is what fails, the evidence is what has come until then.
        const bool decided = error.step == HandshakeStep::AwaitDecision;
        m_log += QByteArray("failed ") + reasonName(error.reason) + ' ' + stepName(error.step) + ' ' +
                 QByteArray::number(error.offset) + ' ' + (decided ? QByteArray() : error.evidence.toHex()) +
                 '\n';
    }
    void complete(const HandshakeResult &result)
    {
        FUZZ_CHECK(!m_settings.probe);
        FUZZ_CHECK(m_issued && m_received);
        const auto *reply = std::get_if<ReplyMessage>(&*m_received);
        const auto *ack = std::get_if<AckMessage>(&*m_received);
        FUZZ_CHECK(reply || ack);
        FUZZ_CHECK((reply ? reply->digest : ack->digest) == Digest::of(cookie(), *m_issued));
        FUZZ_CHECK(!result.peer.isNull() && base::NodeName::parse(result.peer.text()));
        FUZZ_CHECK(m_settings.expectedPeer.isNull() || result.peer == m_settings.expectedPeer);
        FUZZ_CHECK(missingFlags(result.peerFlags, m_settings.required).isEmpty());
        FUZZ_CHECK(result.agreedFlags == agreed(result.ownFlags, result.peerFlags));
        m_log += "up " + result.peer.text().toUtf8() + ' ' +
                 QByteArray::number(result.agreedFlags.bits(), 16) + ' ' +
                 QByteArray::number(result.peerCreation) + '\n';
    }

    AcceptDecision m_decision;
    HandshakeSettings m_settings;
    bool m_first = true;
    quint32 m_next;
    ChallengeBook m_book;
    std::optional<ChallengeBook::Ticket> m_other;
    Handshake m_machine;
    base::Instant m_now{};
    std::optional<quint32> m_issued;
    std::optional<HandshakeBody> m_received;
    QByteArray m_log;
    QByteArray m_leftover;
    bool m_ended = false;
};

/// Raw bytes, whole and in slices, come to the same.
inline void checkSlices(Role role, const HandshakeSettings &settings, quint32 challenge,
                        const AcceptDecision &decision, QByteArrayView bytes, quint8 slices)
{
    // Beyond this the flood before the decision is cut off, which depends on the slices by its nature.
    bytes = bytes.first(qMin(bytes.size(), qsizetype(settings.limits.handshakePacket)));
    HandshakeRun whole(role, settings, challenge, decision);
    whole.receive(bytes);
    HandshakeRun sliced(role, settings, challenge, decision);
    inSlices(bytes, slices, [&sliced](QByteArrayView slice) { sliced.receive(slice); });
    FUZZ_CHECK(sliced.isOver() == whole.isOver());
    whole.close();
    sliced.close();
    FUZZ_SAME(sliced.log(), whole.log());
    FUZZ_CHECK(sliced.leftover() == whole.leftover());
}

/// One deed of a peer that knows the cookie, or pretends to. `which` chooses it, of `deed` more follows.
template<class Run>
void doAsPeer(Run &run, Input &input, int which, quint8 deed)
{
    switch (which) {
    case 0: // any body with a right length
        run.receive(run.framed(input.take(input.byte())));
        break;
    case 1:
        run.receive(run.honestProof(ByteReader(input.take(4)).u32()));
        break;
    case 2: // reflection, of this handshake's challenge or the other's
        run.receive(run.honestProof(deed & 0x80 ? run.ownChallenge() : OtherChallenge));
        break;
    case 3:
        run.receive(input.take(input.byte() % 16));
        break;
    case 4:
        run.wait(std::chrono::milliseconds(50 * input.byte()));
        break;
    default:
        run.close();
    }
}

/// The input as a list of such deeds.
inline void play(HandshakeRun &run, Input &input)
{
    while (!input.isEmpty()) {
        const quint8 deed = input.byte();
        doAsPeer(run, input, deed % 6, deed);
    }
    run.wait(std::chrono::seconds(30));
    FUZZ_CHECK(run.isOver());
}

} // namespace nodescope::fuzz
