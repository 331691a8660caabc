#pragma once

#include "protocol/Bytes.h"
#include "protocol/handshake/HandshakePackets.h"
#include "protocol/handshake/SteppedHandshake.h"

/// The inside of SteppedHandshake. For SteppedHandshake.cpp only.
namespace nodescope::protocol {

// What comes next follows from what was received and, as acceptor, from the status that was really sent. The
// step is the normal machine's, so that errors say where it stood.
class SteppedHandshake::Machine
{
    using Step = HandshakeStep;
    using Direction = HandshakeMessage::Direction;
    using Reason = handshake_failure::Reason;

public:
    Machine(Role role, SteppedSettings settings, ChallengeBook &book)
        : m_role(role)
        , m_settings(std::move(settings))
        , m_book(book)
        , m_cookie(m_settings.cookie)
        , m_packets(m_settings.prefix, m_settings.limits)
    {
    }

    void start(base::Instant now)
    {
        if (m_step != Step::Idle)
            return;
        m_now = m_started = m_lastSend = m_lastMessage = m_peerSince = now;
        if (m_role == Role::Acceptor) {
            m_step = Step::AwaitName;
            return;
        }
        m_step = Step::AwaitStatus;
        propose(NameMessage{HandshakeVersion::V6, m_settings.flags, m_settings.creation,
                            m_settings.ownName.text()});
    }

    void receive(QByteArrayView bytes, base::Instant now)
    {
        m_now = now;
        if (m_step == Step::Up) {
            m_out.leftover.append(bytes);
            return;
        }
        if (isOver())
            return;
        m_packets.append(bytes);
        if (m_packets.rest().size() > 2 * qsizetype(m_settings.limits.handshakePacket))
            return fail(handshake_failure::OutOfOrder{HandshakeInput::Malformed});
        readPackets();
    }

    void release(const HandshakeChange &change, base::Instant now)
    {
        if (!m_proposal)
            return;
        m_now = now;
        const HandshakeProposal proposal = *std::exchange(m_proposal, std::nullopt);
        const HandshakeBody body = changedBody(proposal.body, change, proposal.signedChallenge);
        if (!holdChallenge(body))
            return fail(handshake_failure::NoChallenge());
        const QByteArray packet = changedPacket(m_settings.prefix, body, change);
        m_out.toSend.append(packet);
        m_lastSend = m_lastMessage = now;
        auto fields = changedFields(proposal.body, body, change, m_settings.prefix);
        m_asDue = fields.empty();
        if (!change.cookie.isNull() && proposal.signedChallenge != 0)
            m_cookie = change.cookie; // what the peer's digest is compared with from now on
        m_out.messages.push_back(
            {{Direction::Sent, m_role, now, m_settings.prefix, packet, body}, std::move(fields)});
        std::visit([this](const auto &message) { sent(message); }, body);
        readPackets();
    }

    void peerClosed(base::Instant now)
    {
        if (isOver())
            return;
        m_now = now;
        fail(handshake_failure::Closed());
    }

    void timeout(base::Instant now)
    {
        const auto due = deadline();
        if (!due || now < *due)
            return;
        m_now = now;
        fail(handshake_failure::TimedOut());
    }

    [[nodiscard]] std::optional<base::Instant> deadline() const
    {
        if (isOver() || m_proposal || m_step == Step::Idle)
            return std::nullopt;
        return m_lastMessage + m_settings.patience;
    }
    [[nodiscard]] bool isOver() const { return m_step >= Step::Up; }
    [[nodiscard]] const HandshakeProposal *proposal() const { return m_proposal ? &*m_proposal : nullptr; }
    [[nodiscard]] const HandshakeError *error() const { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] QString peerName() const { return m_peerName; }
    [[nodiscard]] std::optional<Flags> peerFlags() const { return m_peerFlags; }
    [[nodiscard]] std::optional<DigestProof> proof() const { return m_proof; }
    [[nodiscard]] SteppedOutput takeOutput() { return std::exchange(m_out, {}); }

private:
    void propose(const HandshakeBody &body, quint32 signedChallenge = 0)
    {
        m_proposal = HandshakeProposal{body, signedChallenge, m_now, m_peerSince};
    }

    // A challenge that a person chose is outstanding like any other.
    [[nodiscard]] bool holdChallenge(const HandshakeBody &body)
    {
        const auto *challenge = std::get_if<ChallengeMessage>(&body);
        const auto *reply = std::get_if<ReplyMessage>(&body);
        if (!challenge && !reply)
            return true;
        const quint32 value = challenge ? challenge->challenge : reply->challenge;
        if (value == m_issued.challenge() && m_hasIssued)
            return true;
        auto ticket = m_book.hold(value);
        if (!ticket)
            return false;
        m_issued = *std::move(ticket);
        return true;
    }

    [[nodiscard]] std::optional<quint32> issue(std::optional<quint32> peers)
    {
        auto ticket = m_book.issue(peers);
        if (!ticket)
            return std::nullopt;
        m_issued = *std::move(ticket);
        m_hasIssued = true;
        return m_issued.challenge();
    }

    // What follows from a message of ours.
    void sent(const NameMessage &) { m_step = Step::AwaitStatus; }
    void sent(const StatusMessage &status)
    {
        switch (status.status) {
        case HandshakeStatus::Ok:
        case HandshakeStatus::OkSimultaneous:
        case HandshakeStatus::Named:
            return proposeChallenge();
        case HandshakeStatus::Alive:
            m_step = Step::AwaitStatusReply;
            return;
        default:
            m_step = Step::AwaitReply; // nothing is due any more; what does the caller do?
            m_refused = true;
        }
    }
    void sent(const StatusReplyMessage &reply)
    {
        if (reply.proceed)
            m_step = Step::AwaitChallenge;
        else
            fail(handshake_failure::Refused{HandshakeStatus::Alive, false});
    }
    void sent(const ChallengeMessage &) { m_step = Step::AwaitReply; }
    void sent(const ComplementMessage &) {}
    void sent(const ReplyMessage &) { m_step = Step::AwaitAck; }
    void sent(const AckMessage &)
    {
        // A changed one is answered by a close; the peer says nothing when it takes one.
        if (m_asDue)
            finish();
        else
            m_step = Step::AwaitAck;
    }

    // What follows from a message of the peer.
    void take(const NameMessage &name)
    {
        m_peerName = name.name;
        m_peerFlags = name.flags;
        if (!m_settings.expectedPeer.isNull() && m_settings.expectedPeer.text() != name.name)
            return fail(handshake_failure::OtherName{m_settings.expectedPeer.text(), name.name});
        StatusMessage status;
        if (name.flags.contains(Flag::NameMe) && name.version == HandshakeVersion::V6) {
            status.status = HandshakeStatus::Named;
            status.dynamicName = m_settings.dynamicName.text();
            status.creation = m_settings.dynamicCreation;
        }
        m_step = Step::AwaitDecision;
        propose(status);
    }
    void take(const StatusMessage &status)
    {
        switch (status.status) {
        case HandshakeStatus::Ok:
        case HandshakeStatus::OkSimultaneous:
        case HandshakeStatus::Named:
            m_step = Step::AwaitChallenge;
            return;
        case HandshakeStatus::Alive:
            return propose(StatusReplyMessage{false});
        case HandshakeStatus::Unknown:
            return fail(handshake_failure::UnknownStatus{status.unknown});
        default:
            return fail(handshake_failure::Refused{status.status, m_step == Step::AwaitAck});
        }
    }
    void take(const StatusReplyMessage &reply)
    {
        if (reply.proceed)
            proposeChallenge();
        else
            fail(handshake_failure::GaveWay());
    }
    void take(const ChallengeMessage &challenge)
    {
        m_peerName = challenge.name;
        m_peerFlags = challenge.flags;
        if (m_book.isOutstanding(challenge.challenge))
            return fail(handshake_failure::Reflection{challenge.challenge});
        if (!m_settings.expectedPeer.isNull() && m_settings.expectedPeer.text() != challenge.name)
            return fail(handshake_failure::OtherName{m_settings.expectedPeer.text(), challenge.name});
        if (m_cookie.isNull())
            return fail(handshake_failure::NoCookie());
        const auto issued = issue(challenge.challenge);
        if (!issued)
            return fail(handshake_failure::NoChallenge());
        propose(ReplyMessage{*issued, Digest::of(m_cookie, challenge.challenge)}, challenge.challenge);
    }
    void take(const ComplementMessage &complement)
    {
        m_peerFlags = Flags(quint64(complement.flagsHigh) << 32 | m_peerFlags.value_or(Flags()).low());
    }
    void take(const ReplyMessage &reply)
    {
        m_proof = DigestProof{m_issued.challenge(), reply.digest};
        if (m_cookie.isNull())
            return fail(handshake_failure::NoCookie());
        if (!m_proof->digestMatches(m_cookie))
            return fail(handshake_failure::WrongDigest{*m_proof});
        if (m_book.isOutstanding(reply.challenge))
            return fail(handshake_failure::Reflection{reply.challenge});
        propose(AckMessage{Digest::of(m_cookie, reply.challenge)}, reply.challenge);
    }
    void take(const AckMessage &ack)
    {
        m_proof = DigestProof{m_issued.challenge(), ack.digest};
        if (m_proof->digestMatches(m_cookie))
            finish();
        else
            fail(handshake_failure::WrongDigest{*m_proof});
    }

    void proposeChallenge()
    {
        m_step = Step::AwaitDecision;
        const auto issued = issue(std::nullopt);
        if (!issued)
            return fail(handshake_failure::NoChallenge());
        propose(ChallengeMessage{HandshakeVersion::V6, m_settings.flags, *issued, m_settings.creation,
                                 m_settings.ownName.text()});
    }

    void readPackets()
    {
        while (!isOver() && !m_proposal && m_step != Step::Idle) {
            HandshakePackets::Next next = m_packets.next();
            if (std::holds_alternative<HandshakePackets::NeedMore>(next))
                return;
            if (const auto *foreign = std::get_if<HandshakePackets::Foreign>(&next)) {
                m_evidence = foreign->evidence;
                return fail(foreign->failure);
            }
            take(std::get<HandshakePackets::Packet>(next));
        }
    }

    void take(const HandshakePackets::Packet &packet)
    {
        const Role sender = m_role == Role::Initiator ? Role::Acceptor : Role::Initiator;
        const auto body = decodeHandshake(sender, packet.body);
        if (!body) {
            m_evidence = packet.body;
            const bool noNode =
                packet.offset == 0 && body.error().reason == MalformedMessage::Reason::UnknownTag;
            return fail(noNode ? Reason(handshake_failure::NotErlang())
                               : Reason(handshake_failure::Malformed{body.error()}));
        }
        m_lastMessage = m_peerSince = m_now;
        m_out.messages.push_back(
            {{Direction::Received, sender, m_now, m_settings.prefix, packet.bytes, *body}, {}});
        if (!isDue(*body))
            return fail(handshake_failure::OutOfOrder{inputOf(*body)});
        std::visit([this](const auto &message) { take(message); }, *body);
    }

    [[nodiscard]] bool isDue(const HandshakeBody &body) const
    {
        if (m_refused)
            return false;
        switch (m_step) {
        case Step::AwaitStatus:
            return std::holds_alternative<StatusMessage>(body);
        case Step::AwaitChallenge:
            return std::holds_alternative<ChallengeMessage>(body);
        case Step::AwaitAck: {
            const auto *status = std::get_if<StatusMessage>(&body);
            const bool late = status && status->status == HandshakeStatus::NotAllowed;
            return m_role == Role::Initiator && (late || std::holds_alternative<AckMessage>(body));
        }
        case Step::AwaitName:
            return std::holds_alternative<NameMessage>(body);
        case Step::AwaitStatusReply:
            return std::holds_alternative<StatusReplyMessage>(body);
        case Step::AwaitReply:
            return std::holds_alternative<ReplyMessage>(body) ||
                   std::holds_alternative<ComplementMessage>(body);
        default:
            return false;
        }
    }

    void finish()
    {
        m_step = Step::Up;
        m_out.leftover = m_packets.takeRest();
    }

    void fail(Reason reason)
    {
        HandshakeError error;
        error.reason = std::move(reason);
        error.step = m_step;
        error.role = m_role;
        error.received = m_packets.received();
        // A reply or an ack holds a digest.
        if (!m_evidence.startsWith('r') && !m_evidence.startsWith('a'))
            error.evidence = evidenceOf(m_evidence);
        error.sinceLastSend = m_now - m_lastSend;
        error.sinceStart = m_now - m_started;
        m_proposal.reset();
        m_step = Step::Failed;
        m_error = std::move(error);
    }

    const Role m_role;
    const SteppedSettings m_settings;
    ChallengeBook &m_book;
    base::Secret m_cookie;
    HandshakePackets m_packets;
    Step m_step = Step::Idle;
    bool m_refused = false;
    bool m_hasIssued = false;
    bool m_asDue = true; // what was sent last is as a node would send it
    ChallengeBook::Ticket m_issued;
    std::optional<HandshakeProposal> m_proposal;
    std::optional<DigestProof> m_proof;
    std::optional<HandshakeError> m_error;
    std::optional<Flags> m_peerFlags;
    QString m_peerName;
    QByteArray m_evidence;
    SteppedOutput m_out;
    base::Instant m_now;
    base::Instant m_started;
    base::Instant m_lastSend;
    base::Instant m_lastMessage;
    base::Instant m_peerSince; // when the peer spoke last: its set-up timer begins anew with what it sends
};

} // namespace nodescope::protocol
