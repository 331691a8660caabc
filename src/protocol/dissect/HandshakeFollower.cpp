#include "protocol/dissect/HandshakeFollower.h"

namespace nodescope::protocol {

using namespace handshake_failure;
using Step = HandshakeStep;

Role HandshakeFollower::turn() const
{
    switch (m_step) {
    case Step::AwaitStatus:
    case Step::AwaitChallenge:
    case Step::AwaitAck:
        return Role::Acceptor;
    default:
        return Role::Initiator;
    }
}

std::optional<Reason> HandshakeFollower::take(const HandshakeBody &body)
{
    Next outcome = next(body);
    if (const Step *step = std::get_if<Step>(&outcome)) {
        m_step = *step;
        return std::nullopt;
    }
    return std::get<Reason>(std::move(outcome));
}

// The sender of a message has been seen to by decodeHandshake(): only the order can be wrong.
HandshakeFollower::Next HandshakeFollower::next(const HandshakeBody &body)
{
    if (const auto *name = std::get_if<NameMessage>(&body); name && m_step == Step::AwaitName) {
        m_name = *name;
        return Step::AwaitStatus;
    }
    if (const auto *status = std::get_if<StatusMessage>(&body)) {
        if (m_step == Step::AwaitStatus)
            return afterStatus(*status);
        if (m_step == Step::AwaitAck && status->status == HandshakeStatus::NotAllowed)
            return Reason(Refused{status->status, true});
    }
    if (const auto *reply = std::get_if<StatusReplyMessage>(&body); reply && m_step == Step::AwaitStatusReply)
        return reply->proceed ? Next(Step::AwaitChallenge) : Next(Reason(GaveWay()));
    if (const auto *challenge = std::get_if<ChallengeMessage>(&body);
        challenge && m_step == Step::AwaitChallenge) {
        m_challenge = *challenge;
        return complementDue() ? Step::AwaitComplement : Step::AwaitReply;
    }
    if (const auto *more = std::get_if<ComplementMessage>(&body); more && m_step == Step::AwaitComplement) {
        m_complement = *more;
        return Step::AwaitReply;
    }
    if (std::holds_alternative<ReplyMessage>(body) && m_step == Step::AwaitReply)
        return Step::AwaitAck;
    if (std::holds_alternative<AckMessage>(body) && m_step == Step::AwaitAck)
        return Step::Up;
    return Reason(OutOfOrder{inputOf(body)});
}

HandshakeFollower::Next HandshakeFollower::afterStatus(const StatusMessage &message)
{
    switch (message.status) {
    case HandshakeStatus::Named:
        m_named = message;
        return Step::AwaitChallenge;
    case HandshakeStatus::OkSimultaneous:
        m_simultaneous = true;
        return Step::AwaitChallenge;
    case HandshakeStatus::Ok:
        return Step::AwaitChallenge;
    case HandshakeStatus::Alive:
        return Step::AwaitStatusReply;
    case HandshakeStatus::Nok:
    case HandshakeStatus::NotAllowed:
        return Reason(Refused{message.status, false});
    case HandshakeStatus::Unknown:
        break;
    }
    return Reason(UnknownStatus{message.unknown});
}

// Version 5 had no room for the upper flags and the creation; they follow where both ends speak 6.
bool HandshakeFollower::complementDue() const
{
    return m_name.version == HandshakeVersion::V5 && m_name.flags.contains(Flag::Handshake23) &&
           m_challenge.version == HandshakeVersion::V6;
}

HandshakeResult HandshakeFollower::result() const
{
    const auto nodeName = [](const QString &text) {
        return base::NodeName::parse(text).value_or(base::NodeName());
    };
    HandshakeResult result;
    result.peer = nodeName(m_challenge.name);
    result.peerFlags = m_challenge.flags;
    result.peerCreation = m_challenge.creation;
    result.ownName = nodeName(m_named ? m_named->dynamicName : m_name.name);
    result.ownCreation = m_named ? m_named->creation : m_name.creation;
    result.ownFlags = m_name.flags;
    if (m_complement) {
        result.ownFlags = Flags(quint64(m_complement->flagsHigh) << 32 | m_name.flags.low());
        result.ownCreation = m_complement->creation;
    }
    result.agreedFlags = agreed(result.ownFlags, result.peerFlags);
    result.version = m_challenge.version;
    result.simultaneous = m_simultaneous;
    return result;
}

} // namespace nodescope::protocol
