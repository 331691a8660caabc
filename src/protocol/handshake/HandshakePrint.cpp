// How handshake values print: for logs and tests. No packet and no digest is ever printed.

#include <array>

#include "protocol/handshake/HandshakeError.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "protocol/handshake/HandshakeTable.h"

namespace nodescope::protocol {

namespace {

struct BodyPrinter
{
    QDebug &debug;

    void operator()(const NameMessage &m) const
    {
        debug << "name v" << int(m.version) << ' ' << m.name << ' ' << m.flags << " creation " << m.creation;
    }
    void operator()(const StatusMessage &m) const
    {
        debug << "status " << (m.status == HandshakeStatus::Unknown ? m.unknown : statusWord(m.status));
        if (m.status == HandshakeStatus::Named)
            debug << m.dynamicName << " creation " << m.creation;
    }
    void operator()(const StatusReplyMessage &m) const { debug << "status reply " << m.proceed; }
    void operator()(const ChallengeMessage &m) const
    {
        debug << "challenge v" << int(m.version) << ' ' << m.name << ' ' << m.flags << " creation "
              << m.creation << " challenge " << m.challenge;
    }
    void operator()(const ComplementMessage &m) const
    {
        debug << "complement " << Flags(quint64(m.flagsHigh) << 32) << " creation " << m.creation;
    }
    void operator()(const ReplyMessage &m) const
    {
        debug << "reply challenge " << m.challenge << ' ' << m.digest;
    }
    void operator()(const AckMessage &m) const { debug << "ack " << m.digest; }
};

constexpr std::array StepNames{"Idle",
                               "AwaitStatus",
                               "AwaitChallenge",
                               "AwaitAck",
                               "AwaitName",
                               "AwaitDecision",
                               "AwaitStatusReply",
                               "AwaitComplement",
                               "AwaitReply",
                               "Up",
                               "Probed",
                               "Failed"};
static_assert(StepNames.size() == HandshakeStepCount);

constexpr std::array InputNames{"start",
                                "name",
                                "status ok",
                                "status ok_simultaneous",
                                "status named:",
                                "status nok",
                                "status not_allowed",
                                "status alive",
                                "unknown status",
                                "challenge",
                                "ack",
                                "reply true",
                                "reply false",
                                "complement",
                                "challenge reply",
                                "owner accepts",
                                "owner says alive",
                                "owner refuses",
                                "malformed packet",
                                "peer closed",
                                "deadline"};
static_assert(InputNames.size() == HandshakeInputCount);

constexpr std::array GuardNames{"",
                                "A",
                                "B",
                                "probe",
                                "not a probe",
                                "old link is replaced",
                                "old link is kept",
                                "v5 caller that speaks v6",
                                "no complement due"};

constexpr std::array ReasonNames{
    "closed",         "timed_out",     "not_erlang", "malformed", "out_of_order", "refused",
    "unknown_status", "flags_missing", "other_name", "bad_name",  "dynamic_name", "reflection",
    "wrong_digest",   "declined",      "gave_way",   "no_cookie", "no_challenge", "crowded"};
static_assert(ReasonNames.size() == std::variant_size_v<handshake_failure::Reason>);

} // namespace

const char *stepName(HandshakeStep step)
{
    return StepNames[std::size_t(step)];
}

const char *inputName(HandshakeInput input)
{
    return InputNames[std::size_t(input)];
}

const char *guardName(HandshakeGuard guard)
{
    return GuardNames[std::size_t(guard)];
}

const char *reasonName(const handshake_failure::Reason &reason)
{
    return ReasonNames[reason.index()];
}

QDebug operator<<(QDebug debug, const HandshakeBody &body)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote();
    std::visit(BodyPrinter{debug}, body);
    return debug;
}

QDebug operator<<(QDebug debug, const HandshakeMessage &message)
{
    QDebugStateSaver saver(debug);
    const bool sent = message.direction == HandshakeMessage::Direction::Sent;
    return debug.nospace().noquote() << (sent ? "sent " : "received ") << message.body;
}

QDebug operator<<(QDebug debug, const HandshakeError &error)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "HandshakeError(" << reasonName(error.reason) << " at "
                              << stepName(error.step) << ", " << base::toMilliseconds(error.sinceLastSend)
                              << " ms after our last packet, " << error.received << " bytes received)";
    return debug;
}

HandshakeFault HandshakeError::fault() const
{
    using namespace handshake_failure;
    if (as<Closed>() || as<TimedOut>())
        return HandshakeFault::Network;
    if (as<Refused>() || as<Declined>() || as<GaveWay>() || as<FlagsMissing>())
        return HandshakeFault::Refusal;
    if (as<NoCookie>() || as<NoChallenge>() || as<Crowded>())
        return HandshakeFault::Ourselves;
    return HandshakeFault::Peer;
}

} // namespace nodescope::protocol
