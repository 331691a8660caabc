// The handshake of the Erlang distribution protocol, versions 5 and 6, both roles: every rule that
// affects a transition is in this file.
//
// Specification: erl_dist_protocol, "Distribution handshake". A is the initiator, B the acceptor.
//
// Rules
//  1. The table below holds every step that exists. An input without a row ends the handshake: a packet
//     with OutOfOrder or Malformed, a closed connection with Closed, a deadline with TimedOut.
//  2. An action answers with the next phase, which is the one that its row names, or with the reason why
//     the handshake fails. Nothing else changes the phase.
//  3. A challenge that our node has outstanding is never signed (see ChallengeBook).
//  4. B verifies the caller's digest before it proves the cookie itself; A proves it first. So A can only
//     infer a wrong cookie (the peer closes), B can prove one.
//  5. B refuses missing flags with `not_allowed`: in place of the status, or, if they were missing in a
//     complement, in place of the ack. A refuses them silently.
//  6. Each step may take Limits::handshakeStep, all together Limits::handshakeTotal.
//  7. Bytes that come while the owner decides wait, so that the outcome does not depend on slices. Bytes
//     behind the last packet belong to the connected phase.
//  8. The owner may give a handshake up at any step, to make room for newer callers: Crowded.

#include "protocol/handshake/Handshake.h"

#include <algorithm>
#include <array>

#include "protocol/Bytes.h"
#include "protocol/handshake/HandshakeMachine.h"

namespace nodescope::protocol {

using namespace handshake_failure;
using Step = HandshakeStep;
using In = HandshakeInput;
using If = HandshakeGuard;

// clang-format off
constexpr Handshake::Machine::Row Handshake::Machine::Rows[] = {
    // from                  input                     only if                 to                     sends                section             action
    {{Step::Idle,             In::Start,                If::AsInitiator,       Step::AwaitStatus,      "name",              "1) send_name"},       &Machine::sendName},
    {{Step::AwaitStatus,      In::StatusOk,             If::Always,            Step::AwaitChallenge,   "",                  "2) recv_status"},     &Machine::goOn},
    {{Step::AwaitStatus,      In::StatusOkSimultaneous, If::Always,            Step::AwaitChallenge,   "",                  "2) recv_status"},     &Machine::goOn},
    {{Step::AwaitStatus,      In::StatusNamed,          If::Always,            Step::AwaitChallenge,   "",                  "2) recv_status"},     &Machine::takeName},
    {{Step::AwaitStatus,      In::StatusAlive,          If::AnswerAliveTrue,   Step::AwaitChallenge,   "true",              "2B) send_status"},    &Machine::replaceOldLink},
    {{Step::AwaitStatus,      In::StatusAlive,          If::AnswerAliveFalse,  Step::Failed,           "false",             "2B) send_status"},    &Machine::keepOldLink},
    {{Step::AwaitStatus,      In::StatusNok,            If::Always,            Step::Failed,           "",                  "2) recv_status"},     &Machine::refused},
    {{Step::AwaitStatus,      In::StatusNotAllowed,     If::Always,            Step::Failed,           "",                  "2) recv_status"},     &Machine::refused},
    {{Step::AwaitStatus,      In::StatusUnknown,        If::Always,            Step::Failed,           "",                  "2) recv_status"},     &Machine::unknownStatus},
    {{Step::AwaitChallenge,   In::Challenge,            If::ProbeOnly,         Step::Probed,           "",                  "3) recv_challenge"},  &Machine::endProbe},
    {{Step::AwaitChallenge,   In::Challenge,            If::ProveCookie,       Step::AwaitAck,         "complement, reply", "3B, 4) send_challenge_reply"}, &Machine::proveCookie},
    {{Step::AwaitAck,         In::Ack,                  If::Always,            Step::Up,               "",                  "5) recv_challenge_ack"}, &Machine::checkAck},
    {{Step::AwaitAck,         In::StatusNotAllowed,     If::Always,            Step::Failed,           "",                  "5) recv_challenge_ack"}, &Machine::refused},

    {{Step::Idle,             In::Start,                If::AsAcceptor,        Step::AwaitName,        "",                  "1) recv_name"},       &Machine::listen},
    {{Step::AwaitName,        In::Name,                 If::Always,            Step::AwaitDecision,    "",                  "1) recv_name"},       &Machine::askOwner},
    {{Step::AwaitDecision,    In::DecideGo,             If::WithComplement,    Step::AwaitComplement,  "status, challenge", "2, 3) send_challenge"}, &Machine::accept},
    {{Step::AwaitDecision,    In::DecideGo,             If::WithoutComplement, Step::AwaitReply,       "status, challenge", "2, 3) send_challenge"}, &Machine::accept},
    {{Step::AwaitDecision,    In::DecideAlive,          If::Always,            Step::AwaitStatusReply, "alive",             "2) send_status"},     &Machine::sayAlive},
    {{Step::AwaitDecision,    In::DecideRefuse,         If::Always,            Step::Failed,           "nok, not_allowed",  "2) send_status"},     &Machine::decline},
    {{Step::AwaitStatusReply, In::StatusReplyTrue,      If::WithComplement,    Step::AwaitComplement,  "challenge",         "2B, 3) send_challenge"}, &Machine::challengeAfterAlive},
    {{Step::AwaitStatusReply, In::StatusReplyTrue,      If::WithoutComplement, Step::AwaitReply,       "challenge",         "2B, 3) send_challenge"}, &Machine::challengeAfterAlive},
    {{Step::AwaitStatusReply, In::StatusReplyFalse,     If::Always,            Step::Failed,           "",                  "2B) recv_status"},    &Machine::gaveWay},
    {{Step::AwaitComplement,  In::Complement,           If::Always,            Step::AwaitReply,       "",                  "3B) recv_complement"}, &Machine::takeComplement},
    {{Step::AwaitReply,       In::Reply,                If::Always,            Step::Up,               "ack",               "4, 5) send_challenge_ack"}, &Machine::checkReply},
};
// clang-format on

namespace {

In decisionInput(HandshakeStatus decision)
{
    switch (decision) {
    case HandshakeStatus::Ok:
    case HandshakeStatus::OkSimultaneous:
    case HandshakeStatus::Named:
        return In::DecideGo;
    case HandshakeStatus::Alive:
        return In::DecideAlive;
    case HandshakeStatus::Nok:
    case HandshakeStatus::NotAllowed:
    case HandshakeStatus::Unknown:
        break;
    }
    return In::DecideRefuse;
}

// Rule 1: what an input without a row means.
Reason reasonWithoutRow(In input)
{
    if (input == In::PeerClosed)
        return Closed();
    if (input == In::TimedOut)
        return TimedOut();
    return OutOfOrder{input};
}

// A bare host, as a caller sends that asks for a name.
bool isHost(const QString &text)
{
    return base::NodeName::parse(QString(u"x@" + text)).has_value();
}

// `r` and `a` hold a digest, which must not get into evidence.
bool holdsDigest(QByteArrayView body)
{
    return body.startsWith('r') || body.startsWith('a');
}

} // namespace

// The driver

Handshake::Machine::Machine(Role role, HandshakeSettings settings, ChallengeBook &book)
    : m_role(role)
    , m_settings(std::move(settings))
    , m_book(book)
    , m_packets(m_settings.prefix, m_settings.limits)
{
}

std::span<const Handshake::Machine::Row> Handshake::Machine::rows()
{
    return Rows;
}

std::span<const HandshakeTransition> Handshake::Machine::transitions()
{
    static const auto table = [] {
        std::array<HandshakeTransition, std::size(Rows)> all;
        std::transform(std::begin(Rows), std::end(Rows), all.begin(),
                       [](const Row &row) { return row.transition; });
        return all;
    }();
    return table;
}

void Handshake::Machine::start(base::Instant now)
{
    if (step() != Step::Idle)
        return;
    m_now = m_started = m_lastSend = m_stepBegan = now;
    dispatch(In::Start, {});
    readPackets();
}

void Handshake::Machine::receive(QByteArrayView bytes, base::Instant now)
{
    m_now = now;
    if (step() == Step::Up) {
        m_out.leftover.append(bytes);
        return;
    }
    if (isOver())
        return;
    // Rule 7, with an end: nobody has that much to say before it is its turn. What came with the name
    // itself is judged after the decision, as it is in any other slices.
    const qsizetype room = qsizetype(m_settings.limits.handshakePacket);
    const bool tooMuch = !isReading() && m_packets.rest().size() + bytes.size() > room;
    m_packets.append(bytes);
    if (tooMuch)
        fail(OutOfOrder{In::Malformed});
    else
        readPackets();
}

void Handshake::Machine::decide(const AcceptDecision &decision, base::Instant now)
{
    if (step() != Step::AwaitDecision)
        return;
    m_now = now;
    dispatch(decisionInput(decision.status), {nullptr, &decision});
    readPackets();
}

void Handshake::Machine::peerClosed(base::Instant now)
{
    if (isOver())
        return;
    m_now = now;
    dispatch(In::PeerClosed, {});
}

void Handshake::Machine::giveUp(base::Instant now)
{
    if (isOver())
        return;
    m_now = now;
    fail(Crowded());
}

void Handshake::Machine::timeout(base::Instant now)
{
    const std::optional<base::Instant> due = deadline();
    if (!due || now < *due)
        return;
    m_now = now;
    dispatch(In::TimedOut, {});
}

std::optional<base::Instant> Handshake::Machine::deadline() const
{
    if (isOver() || step() == Step::Idle)
        return std::nullopt;
    return std::min(m_stepBegan + m_settings.limits.handshakeStep,
                    m_started + m_settings.limits.handshakeTotal);
}

bool Handshake::Machine::isReading() const
{
    return !isOver() && step() != Step::Idle && step() != Step::AwaitDecision;
}

void Handshake::Machine::readPackets()
{
    while (isReading()) {
        HandshakePackets::Next next = m_packets.next();
        if (std::holds_alternative<HandshakePackets::NeedMore>(next))
            return;
        if (auto *foreign = std::get_if<HandshakePackets::Foreign>(&next)) {
            m_current = foreign->evidence;
            m_currentOffset = foreign->offset;
            fail(foreign->failure);
            return;
        }
        take(std::get<HandshakePackets::Packet>(next));
    }
}

void Handshake::Machine::take(const HandshakePackets::Packet &packet)
{
    const Role sender = m_role == Role::Initiator ? Role::Acceptor : Role::Initiator;
    m_current = packet.body;
    m_currentOffset = packet.offset;
    const auto body = decodeHandshake(sender, packet.body);
    if (!body) {
        const bool noNode = packet.offset == 0 && body.error().reason == MalformedMessage::Reason::UnknownTag;
        fail(noNode ? Reason(NotErlang()) : Reason(Malformed{body.error()}));
        return;
    }
    m_out.events.push_back(handshake_event::Message{
        {HandshakeMessage::Direction::Received, sender, m_now, m_settings.prefix, packet.bytes, *body}});
    dispatch(inputOf(*body), {&*body, nullptr});
    m_current.reset();
}

void Handshake::Machine::dispatch(In input, const Stimulus &stimulus)
{
    const auto row = std::find_if(std::begin(Rows), std::end(Rows), [&](const Row &candidate) {
        const HandshakeTransition &t = candidate.transition;
        return t.from == step() && t.input == input && holds(t.guard, stimulus);
    });
    if (row == std::end(Rows)) {
        fail(reasonWithoutRow(input));
        return;
    }
    Next next = (this->*row->action)(stimulus);
    if (const Reason *reason = std::get_if<Reason>(&next)) {
        fail(*reason);
        return;
    }
    Q_ASSERT(Step(std::get<phase::Phase>(next).index()) == row->transition.to);
    enter(std::get<phase::Phase>(std::move(next)));
}

bool Handshake::Machine::holds(If guard, const Stimulus &stimulus) const
{
    Q_UNUSED(stimulus);
    const auto callerSendsComplement = [this] {
        if (const auto *waiting = std::get_if<phase::AwaitDecision>(&m_phase))
            return sendsComplement(waiting->caller);
        const auto *alive = std::get_if<phase::AwaitStatusReply>(&m_phase);
        return alive && sendsComplement(alive->accepted.caller);
    };
    switch (guard) {
    case If::Always:
        return true;
    case If::AsInitiator:
        return m_role == Role::Initiator;
    case If::AsAcceptor:
        return m_role == Role::Acceptor;
    case If::ProbeOnly:
        return m_settings.probe;
    case If::ProveCookie:
        return !m_settings.probe;
    case If::AnswerAliveTrue:
        return m_settings.replaceOldLink;
    case If::AnswerAliveFalse:
        return !m_settings.replaceOldLink;
    case If::WithComplement:
        return callerSendsComplement();
    case If::WithoutComplement:
        return !callerSendsComplement();
    }
    return false;
}

void Handshake::Machine::enter(phase::Phase next)
{
    m_phase = std::move(next);
    m_stepBegan = m_now;
    if (step() == Step::Up)
        m_out.leftover = m_packets.takeRest();
}

void Handshake::Machine::fail(Reason reason)
{
    HandshakeError error;
    // A peer that sent half a foreign message and went silent or away was no node either.
    const bool ended = std::holds_alternative<Closed>(reason) || std::holds_alternative<TimedOut>(reason);
    if (auto *timedOut = std::get_if<TimedOut>(&reason))
        timedOut->total = m_now >= m_started + m_settings.limits.handshakeTotal;
    const std::optional<HandshakePackets::Foreign> foreign =
        ended && isReading() ? m_packets.foreignRest() : std::nullopt;
    if (foreign) {
        error.reason = foreign->failure;
        error.evidence = foreign->evidence;
        error.offset = foreign->offset;
    } else {
        const QByteArrayView bytes = m_current ? QByteArrayView(*m_current) : m_packets.rest();
        // The rest of a packet begins with its length; the digest would follow.
        const qsizetype prefix = m_current ? 0 : qMin(bytes.size(), qsizetype(m_settings.prefix));
        const bool secret = holdsDigest(bytes.sliced(prefix));
        error.reason = std::move(reason);
        error.evidence = secret ? QByteArray() : evidenceOf(bytes);
        error.offset = m_current ? m_currentOffset : m_packets.offset();
    }
    error.step = step();
    error.role = m_role;
    error.received = m_packets.received();
    error.sinceLastSend = m_now - m_lastSend;
    error.sinceStart = m_now - m_started;
    enter(phase::Failed());
    m_out.events.push_back(handshake_event::Failed{std::move(error)});
}

void Handshake::Machine::send(const HandshakeBody &body)
{
    QByteArray packet = withLength(m_settings.prefix, encodeHandshake(body));
    m_out.toSend.append(packet);
    m_lastSend = m_now;
    m_out.events.push_back(handshake_event::Message{
        {HandshakeMessage::Direction::Sent, m_role, m_now, m_settings.prefix, std::move(packet), body}});
}

void Handshake::Machine::sendStatus(HandshakeStatus status)
{
    StatusMessage message;
    message.status = status;
    send(message);
}

// The initiator's actions

bool Handshake::Machine::asksForName() const
{
    return m_settings.openWith == HandshakeVersion::V6 && m_settings.flags.contains(Flag::NameMe);
}

Handshake::Machine::Next Handshake::Machine::sendName(const Stimulus &)
{
    const bool asks = asksForName();
    if (asks ? !isHost(m_settings.ownHost) : m_settings.ownName.isNull())
        return BadName{m_settings.ownHost};
    if (!asks)
        m_settings.flags = m_settings.flags.without(Flag::NameMe);
    // Section 1.1: creation 0 and the bare host ask for a name.
    send(NameMessage{m_settings.openWith, m_settings.flags, asks ? 0 : m_settings.creation,
                     asks ? m_settings.ownHost : m_settings.ownName.text()});
    return phase::AwaitStatus();
}

Handshake::Machine::Next Handshake::Machine::goOn(const Stimulus &stimulus)
{
    if (asksForName())
        return DynamicName{true};
    const bool simultaneous =
        std::get<StatusMessage>(*stimulus.body).status == HandshakeStatus::OkSimultaneous;
    return phase::AwaitChallenge{m_settings.ownName, m_settings.creation, simultaneous, false};
}

Handshake::Machine::Next Handshake::Machine::takeName(const Stimulus &stimulus)
{
    const auto &status = std::get<StatusMessage>(*stimulus.body);
    if (!asksForName())
        return DynamicName{false};
    const std::optional<base::NodeName> name = base::NodeName::parse(status.dynamicName);
    if (!name)
        return BadName{status.dynamicName};
    return phase::AwaitChallenge{*name, status.creation, false, false};
}

Handshake::Machine::Next Handshake::Machine::refused(const Stimulus &stimulus)
{
    return Refused{std::get<StatusMessage>(*stimulus.body).status, step() == Step::AwaitAck};
}

Handshake::Machine::Next Handshake::Machine::unknownStatus(const Stimulus &stimulus)
{
    return UnknownStatus{std::get<StatusMessage>(*stimulus.body).unknown};
}

Handshake::Machine::Next Handshake::Machine::replaceOldLink(const Stimulus &)
{
    if (asksForName())
        return DynamicName{true};
    send(StatusReplyMessage{true});
    return phase::AwaitChallenge{m_settings.ownName, m_settings.creation, false, true};
}

Handshake::Machine::Next Handshake::Machine::keepOldLink(const Stimulus &)
{
    send(StatusReplyMessage{false});
    return Refused{HandshakeStatus::Alive, false};
}

// What must hold of any challenge, even for a probe.
std::optional<Handshake::Machine::Reason>
Handshake::Machine::checkChallenge(const ChallengeMessage &challenge) const
{
    const bool version6 = challenge.version == HandshakeVersion::V6;
    const bool expected = m_settings.openWith == HandshakeVersion::V6
                              ? version6
                              : !version6 || m_settings.flags.contains(Flag::Handshake23);
    if (!expected)
        return Malformed{{MalformedMessage::Reason::BadVersion, 0}};
    if (!base::NodeName::parse(challenge.name))
        return BadName{challenge.name};
    if (m_book.isOutstanding(challenge.challenge)) // rule 3
        return Reflection{challenge.challenge};
    return std::nullopt;
}

Handshake::Machine::Next Handshake::Machine::endProbe(const Stimulus &stimulus)
{
    const auto &challenge = std::get<ChallengeMessage>(*stimulus.body);
    if (std::optional<Reason> broken = checkChallenge(challenge))
        return *broken;
    ProbeResult result;
    result.peer = challenge.name;
    result.peerFlags = challenge.flags;
    result.peerCreation = challenge.creation;
    result.version = challenge.version;
    result.missing = missingFlags(challenge.flags, m_settings.required);
    result.ownName = std::get<phase::AwaitChallenge>(m_phase).ownName.text();
    m_out.events.push_back(handshake_event::Probed{std::move(result)});
    return phase::Probed();
}

Handshake::Machine::Next Handshake::Machine::proveCookie(const Stimulus &stimulus)
{
    const auto &challenge = std::get<ChallengeMessage>(*stimulus.body);
    const auto &before = std::get<phase::AwaitChallenge>(m_phase);
    if (std::optional<Reason> broken = checkChallenge(challenge))
        return *broken;
    if (!m_settings.expectedPeer.isNull() && m_settings.expectedPeer.text() != challenge.name)
        return OtherName{m_settings.expectedPeer.text(), challenge.name};
    if (const Flags missing = missingFlags(challenge.flags, m_settings.required); !missing.isEmpty())
        return FlagsMissing{missing, challenge.flags, challenge.name};
    if (m_settings.cookie.isNull())
        return NoCookie();
    std::optional<ChallengeBook::Ticket> issued = m_book.issue(challenge.challenge);
    if (!issued)
        return NoChallenge();

    const bool version6 = challenge.version == HandshakeVersion::V6;
    if (version6 && m_settings.openWith == HandshakeVersion::V5)
        send(ComplementMessage{m_settings.flags.high(), before.ownCreation});
    send(ReplyMessage{issued->challenge(), Digest::of(m_settings.cookie, challenge.challenge)});

    HandshakeResult result;
    result.peer = base::NodeName::parse(challenge.name).value_or(base::NodeName());
    result.peerFlags = challenge.flags;
    result.peerCreation = challenge.creation;
    result.ownName = before.ownName;
    result.ownCreation = before.ownCreation;
    result.ownFlags = version6 ? m_settings.flags : Flags(quint64(m_settings.flags.low()));
    result.agreedFlags = agreed(result.ownFlags, result.peerFlags);
    result.version = challenge.version;
    result.simultaneous = before.simultaneous;
    result.replacesOld = before.replacesOld;
    return phase::AwaitAck{*std::move(issued), std::move(result)};
}

Handshake::Machine::Next Handshake::Machine::checkAck(const Stimulus &stimulus)
{
    const auto &waiting = std::get<phase::AwaitAck>(m_phase);
    const DigestProof proof{waiting.issued.challenge(), std::get<AckMessage>(*stimulus.body).digest};
    if (!proof.digestMatches(m_settings.cookie))
        return WrongDigest{proof};
    return complete(waiting.result);
}

// The acceptor's actions

Handshake::Machine::Next Handshake::Machine::listen(const Stimulus &)
{
    return phase::AwaitName();
}

Handshake::Machine::Next Handshake::Machine::askOwner(const Stimulus &stimulus)
{
    const auto &name = std::get<NameMessage>(*stimulus.body);
    Caller caller;
    caller.name = name.name;
    caller.wantsName = name.version == HandshakeVersion::V6 && name.flags.contains(Flag::NameMe);
    caller.flags = name.flags;
    caller.creation = name.creation;
    caller.version = name.version;
    if (caller.wantsName ? !isHost(caller.name) : !base::NodeName::parse(caller.name).has_value())
        return BadName{caller.name};
    m_out.events.push_back(handshake_event::DecisionWanted{caller});
    return phase::AwaitDecision{std::move(caller)};
}

// Rule 5, and what the owner must have given.
std::optional<Handshake::Machine::Reason>
Handshake::Machine::checkDecision(const phase::Accepted &accepted) const
{
    const auto &[caller, decision] = accepted;
    const Flags missing = missingFrom(caller.flags, sendsComplement(caller));
    if (!missing.isEmpty())
        return FlagsMissing{missing, caller.flags, caller.name};
    const bool named = decision.status == HandshakeStatus::Named;
    if (named != caller.wantsName || (named && decision.dynamicName.isNull()))
        return DynamicName{caller.wantsName};
    if (decision.cookie.isNull())
        return NoCookie();
    return std::nullopt;
}

Handshake::Machine::Next Handshake::Machine::accept(const Stimulus &stimulus)
{
    phase::Accepted accepted{std::get<phase::AwaitDecision>(m_phase).caller, *stimulus.decision};
    if (std::optional<Reason> broken = checkDecision(accepted)) {
        sendStatus(HandshakeStatus::NotAllowed);
        return *broken;
    }
    const AcceptDecision &decision = accepted.decision;
    StatusMessage status;
    status.status = decision.status;
    if (decision.status == HandshakeStatus::Named) {
        status.dynamicName = decision.dynamicName.text();
        status.creation = decision.dynamicCreation;
    }
    send(status);
    return sendChallenge(std::move(accepted));
}

Handshake::Machine::Next Handshake::Machine::sayAlive(const Stimulus &stimulus)
{
    phase::Accepted accepted{std::get<phase::AwaitDecision>(m_phase).caller, *stimulus.decision};
    if (std::optional<Reason> broken = checkDecision(accepted)) {
        sendStatus(HandshakeStatus::NotAllowed);
        return *broken;
    }
    sendStatus(HandshakeStatus::Alive);
    return phase::AwaitStatusReply{std::move(accepted)};
}

Handshake::Machine::Next Handshake::Machine::decline(const Stimulus &stimulus)
{
    const bool nok = stimulus.decision->status == HandshakeStatus::Nok;
    const HandshakeStatus status = nok ? HandshakeStatus::Nok : HandshakeStatus::NotAllowed;
    sendStatus(status);
    return Declined{status};
}

Handshake::Machine::Next Handshake::Machine::challengeAfterAlive(const Stimulus &)
{
    return sendChallenge(std::get<phase::AwaitStatusReply>(m_phase).accepted);
}

Handshake::Machine::Next Handshake::Machine::gaveWay(const Stimulus &)
{
    return GaveWay();
}

bool Handshake::Machine::sendsComplement(const Caller &caller) const
{
    return caller.version == HandshakeVersion::V5 &&
           (caller.flags & m_settings.flags).contains(Flag::Handshake23);
}

Flags Handshake::Machine::missingFrom(Flags theirs, bool lowHalfOnly) const
{
    const Flags missing = missingFlags(theirs, m_settings.required);
    return lowHalfOnly ? Flags(quint64(missing.low())) : missing;
}

Flags Handshake::Machine::challengeFlags(const phase::Accepted &accepted) const
{
    // A node whose name is ours to give is never visible.
    const Flags flags = m_settings.flags.without(Flag::NameMe);
    return accepted.caller.wantsName ? flags.without(Flag::Published) : flags;
}

Handshake::Machine::Next Handshake::Machine::sendChallenge(phase::Accepted accepted)
{
    std::optional<ChallengeBook::Ticket> issued = m_book.issue();
    if (!issued)
        return NoChallenge();
    const bool complement = sendsComplement(accepted.caller);
    const bool version6 = accepted.caller.version == HandshakeVersion::V6 || complement;
    send(ChallengeMessage{version6 ? HandshakeVersion::V6 : HandshakeVersion::V5, challengeFlags(accepted),
                          issued->challenge(), m_settings.creation, m_settings.ownName.text()});
    if (complement)
        return phase::AwaitComplement{std::move(accepted), *std::move(issued)};
    return phase::AwaitReply{std::move(accepted), *std::move(issued)};
}

Handshake::Machine::Next Handshake::Machine::takeComplement(const Stimulus &stimulus)
{
    auto &waiting = std::get<phase::AwaitComplement>(m_phase);
    const auto &complement = std::get<ComplementMessage>(*stimulus.body);
    Caller &caller = waiting.accepted.caller;
    caller.flags = Flags(quint64(complement.flagsHigh) << 32 | caller.flags.low());
    caller.creation = complement.creation;
    const Flags missing = missingFrom(caller.flags, false);
    if (!missing.isEmpty()) {
        sendStatus(HandshakeStatus::NotAllowed);
        return FlagsMissing{missing, caller.flags, caller.name};
    }
    return phase::AwaitReply{std::move(waiting.accepted), std::move(waiting.issued)};
}

Handshake::Machine::Next Handshake::Machine::checkReply(const Stimulus &stimulus)
{
    const auto &waiting = std::get<phase::AwaitReply>(m_phase);
    const auto &reply = std::get<ReplyMessage>(*stimulus.body);
    if (m_book.isOutstanding(reply.challenge)) // rule 3
        return Reflection{reply.challenge};
    const DigestProof proof{waiting.issued.challenge(), reply.digest};
    const base::Secret &cookie = waiting.accepted.decision.cookie;
    if (!proof.digestMatches(cookie)) // rule 4
        return WrongDigest{proof};
    send(AckMessage{Digest::of(cookie, reply.challenge)});
    return complete(resultOf(waiting.accepted));
}

HandshakeResult Handshake::Machine::resultOf(const phase::Accepted &accepted) const
{
    const auto &[caller, decision] = accepted;
    const bool version6 = caller.version == HandshakeVersion::V6 || sendsComplement(caller);
    HandshakeResult result;
    result.peer = caller.wantsName ? decision.dynamicName
                                   : base::NodeName::parse(caller.name).value_or(base::NodeName());
    result.peerFlags = caller.flags;
    result.peerCreation = caller.wantsName ? decision.dynamicCreation : caller.creation;
    result.ownName = m_settings.ownName;
    result.ownCreation = m_settings.creation;
    const Flags sent = challengeFlags(accepted);
    result.ownFlags = version6 ? sent : Flags(quint64(sent.low()));
    result.agreedFlags = agreed(result.ownFlags, result.peerFlags);
    result.version = version6 ? HandshakeVersion::V6 : HandshakeVersion::V5;
    result.simultaneous = decision.status == HandshakeStatus::OkSimultaneous;
    result.replacesOld = decision.status == HandshakeStatus::Alive;
    return result;
}

Handshake::Machine::Next Handshake::Machine::complete(const HandshakeResult &result)
{
    m_out.events.push_back(handshake_event::Completed{result});
    return phase::Up();
}

// The public face

Handshake::Handshake(Role role, HandshakeSettings settings, ChallengeBook &book)
    : m_machine(std::make_unique<Machine>(role, std::move(settings), book))
{
}

Handshake::~Handshake() = default;
Handshake::Handshake(Handshake &&) noexcept = default;
Handshake &Handshake::operator=(Handshake &&) noexcept = default;

HandshakeOutput Handshake::start(base::Instant now)
{
    m_machine->start(now);
    return m_machine->takeOutput();
}

HandshakeOutput Handshake::receive(QByteArrayView bytes, base::Instant now)
{
    m_machine->receive(bytes, now);
    return m_machine->takeOutput();
}

HandshakeOutput Handshake::decide(const AcceptDecision &decision, base::Instant now)
{
    m_machine->decide(decision, now);
    return m_machine->takeOutput();
}

HandshakeOutput Handshake::peerClosed(base::Instant now)
{
    m_machine->peerClosed(now);
    return m_machine->takeOutput();
}

HandshakeOutput Handshake::giveUp(base::Instant now)
{
    m_machine->giveUp(now);
    return m_machine->takeOutput();
}

HandshakeOutput Handshake::timeout(base::Instant now)
{
    m_machine->timeout(now);
    return m_machine->takeOutput();
}

std::optional<base::Instant> Handshake::deadline() const
{
    return m_machine->deadline();
}

HandshakeStep Handshake::step() const
{
    return m_machine->step();
}

Role Handshake::role() const
{
    return m_machine->role();
}

bool Handshake::isOver() const
{
    return m_machine->isOver();
}

std::span<const HandshakeTransition> Handshake::transitions()
{
    return Machine::transitions();
}

} // namespace nodescope::protocol
