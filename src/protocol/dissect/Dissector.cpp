// How both directions of an observed link are joined.
//
// Rules
//  1. As long as the handshake is followed, its steps say which direction is read next; the other one
//     waits. So the result does not depend on how the directions interleave.
//  2. Once it is complete, or can no longer be followed (a lost step, too much held, the observation's end),
//     each direction is read by itself, as it arrives; what was held, in the order of its times.
//  3. After a failure nothing is read any more, only counted.

#include "protocol/dissect/Dissector.h"

#include <array>

#include "protocol/dissect/DissectorLane.h"
#include "protocol/dissect/HandshakeFollower.h"

namespace nodescope::protocol {

using namespace dissector_event;
using Kind = DissectorLane::Arrival::Kind;
using Since = Undecodable::Since;

class Dissector::Observation
{
public:
    explicit Observation(const DissectorSettings &settings)
        : m_settings(settings)
        , m_lanes{DissectorLane(Role::Initiator, settings.limits),
                  DissectorLane(Role::Acceptor, settings.limits)}
    {
    }

    void push(Role sender, DissectorLane::Arrival arrival);
    void beginInTheMiddle(base::Instant at);
    void finish(base::Instant at);
    [[nodiscard]] HandshakeStep step() const
    {
        if (m_mode == Mode::Over)
            return HandshakeStep::Failed;
        return m_mode == Mode::Apart ? HandshakeStep::Idle : m_handshake.step();
    }
    [[nodiscard]] qsizetype held() const { return m_lanes[0].held() + m_lanes[1].held(); }
    [[nodiscard]] DissectorEvents takeEvents() { return std::exchange(m_out, {}); }

private:
    enum class Mode : quint8 {
        Follow, ///< rule 1
        Apart,  ///< rule 2, without a complete handshake
        Up,     ///< rule 2
        Over    ///< rule 3
    };

    [[nodiscard]] DissectorLane &lane(Role role) { return m_lanes[std::size_t(role)]; }
    void advance();
    [[nodiscard]] bool follow();
    void take(const DissectorLane::Read &read, DissectorLane &from);
    void take(DissectorLane::Broken broken, const DissectorLane &from);
    [[nodiscard]] bool isMute(const DissectorLane::Arrival &arrival, Role sender) const;
    void endIn(const DissectorLane &from, const Closed &closed);
    void fail(handshake_failure::Reason reason, std::optional<Role> closedBy, base::Instant at);
    void stop(Since since);
    void part();
    void drain();
    void readApart(DissectorLane &from, Role sender);
    [[nodiscard]] DissectorLane *earliest();
    void emitEvent(Role sender, const DissectorLane &from, Event what);

    DissectorSettings m_settings;
    std::array<DissectorLane, 2> m_lanes; // by Role
    HandshakeFollower m_handshake;
    Mode m_mode = Mode::Follow;
    std::optional<base::Instant> m_started;
    std::array<std::optional<base::Instant>, 2> m_lastPacket; // by Role
    QByteArray m_evidence;
    bool m_opaque = false;
    DissectorEvents m_out;
};

void Dissector::Observation::push(Role sender, DissectorLane::Arrival arrival)
{
    if (lane(sender).closedAt())
        return;
    if (!m_started)
        m_started = arrival.at;
    const bool mute = m_opaque && isMute(arrival, sender);
    const base::Instant at = arrival.at;
    lane(sender).push(std::move(arrival));
    if (mute)
        fail(handshake_failure::NotErlang{ForeignProtocol::TlsHandshake, -1}, sender, at);
    advance();
    if (m_mode == Mode::Follow && held() > m_settings.held) {
        part();
        advance();
    }
}

// A plain acceptor takes the beginning of TLS for the length of a packet, waits for the rest, and goes.
bool Dissector::Observation::isMute(const DissectorLane::Arrival &arrival, Role sender) const
{
    return arrival.kind == Kind::End && sender == Role::Acceptor &&
           m_lanes[std::size_t(sender)].received() == 0;
}

void Dissector::Observation::advance()
{
    while (m_mode == Mode::Follow && follow()) {
    }
    if (m_mode != Mode::Follow)
        drain();
}

// One step further; false if the next packet is not there.
bool Dissector::Observation::follow()
{
    const Role turn = m_handshake.turn();
    DissectorLane &from = lane(turn);
    DissectorLane::Step step = from.nextStep();
    if (std::holds_alternative<DissectorLane::Waiting>(step))
        return false;
    if (const auto *read = std::get_if<DissectorLane::Read>(&step)) {
        take(*read, from);
    } else if (auto *broken = std::get_if<DissectorLane::Broken>(&step)) {
        take(std::move(*broken), from);
    } else if (const auto *gap = std::get_if<Gap>(&step)) {
        emitEvent(turn, from, *gap);
        part();
    } else {
        endIn(from, std::get<Closed>(step));
    }
    return true;
}

void Dissector::Observation::take(const DissectorLane::Read &read, DissectorLane &from)
{
    const Role sender = read.message.sender;
    m_lastPacket[std::size_t(sender)] = read.message.at;
    emitEvent(sender, from, handshake_event::Message{read.message});
    if (auto reason = m_handshake.take(read.message.body)) {
        fail(std::move(*reason), std::nullopt, from.now());
        return;
    }
    if (m_handshake.step() != HandshakeStep::Up)
        return;
    const HandshakeResult result = m_handshake.result();
    emitEvent(sender, from, handshake_event::Completed{result});
    m_mode = Mode::Up;
    for (DissectorLane &each : m_lanes)
        each.startFrames(result.agreedFlags);
}

void Dissector::Observation::take(DissectorLane::Broken broken, const DissectorLane &from)
{
    const auto *foreign = std::get_if<handshake_failure::NotErlang>(&broken.reason);
    const bool tls = foreign && foreign->looksLike == ForeignProtocol::TlsHandshake;
    if (tls && m_handshake.step() == HandshakeStep::AwaitName) {
        emitEvent(Role::Initiator, from, Opaque{foreign->looksLike});
        m_opaque = true;
        stop(Since::Encryption);
        return;
    }
    m_evidence = std::move(broken.evidence);
    fail(std::move(broken.reason), std::nullopt, from.now());
}

// The end whose packet is awaited sends no more. The other may have closed before it.
void Dissector::Observation::endIn(const DissectorLane &from, const Closed &closed)
{
    const Role turn = m_handshake.turn();
    const std::optional<base::Instant> other = lane(otherEnd(turn)).closedAt();
    const bool otherFirst = other && *other < from.now();
    fail(handshake_failure::Closed(), otherFirst ? otherEnd(turn) : turn, otherFirst ? *other : from.now());
    emitEvent(turn, from, closed);
}

void Dissector::Observation::fail(handshake_failure::Reason reason, std::optional<Role> closedBy,
                                  base::Instant at)
{
    const Role turn = m_handshake.turn();
    HandshakeFailed failed;
    failed.closedBy = closedBy;
    HandshakeError &error = failed.error;
    error.reason = std::move(reason);
    error.step = m_handshake.step();
    error.role = otherEnd(turn);
    error.offset = lane(turn).offset();
    error.received = lane(turn).received();
    error.evidence = std::exchange(m_evidence, {});
    error.sinceStart = at - m_started.value_or(at);
    error.sinceLastSend = at - m_lastPacket[std::size_t(error.role)].value_or(m_started.value_or(at));
    m_out.push_back({turn, at, error.offset, std::move(failed)});
    stop(Since::HandshakeFailure);
}

void Dissector::Observation::stop(Since since)
{
    m_mode = Mode::Over;
    for (DissectorLane &each : m_lanes)
        each.discard(since);
}

void Dissector::Observation::part()
{
    m_mode = Mode::Apart;
    // The initiator has said its last word then, which its lane cannot know.
    if (m_handshake.step() == HandshakeStep::AwaitAck)
        lane(Role::Initiator).startFrames(std::nullopt);
}

void Dissector::Observation::drain()
{
    for (const Role role : {Role::Initiator, Role::Acceptor})
        readApart(lane(role), role);
    while (DissectorLane *next = earliest())
        next->readArrival(m_out);
}

// Whose next arrival is the older one; null if there is none.
DissectorLane *Dissector::Observation::earliest()
{
    auto &[a, b] = m_lanes;
    if (!a.hasArrivals() || !b.hasArrivals())
        return a.hasArrivals() ? &a : b.hasArrivals() ? &b : nullptr;
    return a.nextArrival() <= b.nextArrival() ? &a : &b;
}

// The rest of a handshake that is not followed, in one direction.
void Dissector::Observation::readApart(DissectorLane &from, Role sender)
{
    while (from.phase() == DissectorLane::Phase::Handshake) {
        DissectorLane::Step step = from.nextStep();
        if (std::holds_alternative<DissectorLane::Waiting>(step))
            return;
        if (auto *read = std::get_if<DissectorLane::Read>(&step)) {
            const HandshakeBody &body = read->message.body;
            const bool last =
                std::holds_alternative<ReplyMessage>(body) || std::holds_alternative<AckMessage>(body);
            emitEvent(sender, from, handshake_event::Message{std::move(read->message)});
            if (last)
                from.startFrames(std::nullopt);
        } else if (auto *broken = std::get_if<DissectorLane::Broken>(&step)) {
            HandshakeFailed failed;
            failed.error.reason = std::move(broken->reason);
            failed.error.role = otherEnd(sender);
            failed.error.offset = from.offset();
            failed.error.received = from.received();
            failed.error.evidence = std::move(broken->evidence);
            emitEvent(sender, from, std::move(failed));
            from.discard(Since::HandshakeFailure);
        } else if (const auto *gap = std::get_if<Gap>(&step)) {
            emitEvent(sender, from, *gap);
        } else {
            emitEvent(sender, from, std::get<Closed>(step));
            return;
        }
    }
}

void Dissector::Observation::beginInTheMiddle(base::Instant at)
{
    m_out.push_back({Role::Initiator, at, 0, BeganInTheMiddle()});
    stop(Since::Middle);
}

void Dissector::Observation::finish(base::Instant at)
{
    if (m_mode == Mode::Follow && m_started) {
        const Role turn = m_handshake.turn();
        const DissectorLane &other = lane(otherEnd(turn));
        if (const auto closed = other.closedAt()) {
            fail(handshake_failure::Closed(), otherEnd(turn), *closed);
        } else if (other.hasUnread()) { // it was answered, so the answer was missed
            Gap gap;
            gap.handshakeStepLost = true;
            m_out.push_back({turn, at, lane(turn).offset(), gap});
            part();
        } else {
            m_out.push_back({turn, at, lane(turn).offset(), HandshakeUnfinished{m_handshake.step()}});
            part();
        }
        drain();
    }
    for (DissectorLane &each : m_lanes)
        each.finish(m_out);
}

void Dissector::Observation::emitEvent(Role sender, const DissectorLane &from, Event what)
{
    m_out.push_back({sender, from.now(), from.offset(), std::move(what)});
}

Dissector::Dissector(DissectorSettings settings)
    : m_observation(std::make_unique<Observation>(settings))
{
}

Dissector::~Dissector() = default;
Dissector::Dissector(Dissector &&) noexcept = default;
Dissector &Dissector::operator=(Dissector &&) noexcept = default;

DissectorEvents Dissector::receive(Role sender, QByteArrayView bytes, base::Instant at)
{
    if (!bytes.isEmpty())
        m_observation->push(sender,
                            {Kind::Bytes, at, bytes.toByteArray(), -1, Gap::Cause::NotCaptured, false});
    return m_observation->takeEvents();
}

DissectorEvents Dissector::lost(Role sender, std::optional<qint64> bytes, Gap::Cause cause, base::Instant at)
{
    if (!bytes || *bytes > 0)
        m_observation->push(sender, {Kind::Loss, at, {}, bytes.value_or(-1), cause, false});
    return m_observation->takeEvents();
}

DissectorEvents Dissector::closed(Role sender, bool reset, base::Instant at)
{
    m_observation->push(sender, {Kind::End, at, {}, -1, Gap::Cause::NotCaptured, reset});
    return m_observation->takeEvents();
}

DissectorEvents Dissector::beganInTheMiddle(base::Instant at)
{
    m_observation->beginInTheMiddle(at);
    return m_observation->takeEvents();
}

DissectorEvents Dissector::finish(base::Instant at)
{
    m_observation->finish(at);
    return m_observation->takeEvents();
}

HandshakeStep Dissector::step() const
{
    return m_observation->step();
}

qsizetype Dissector::held() const
{
    return m_observation->held();
}

bool suggestsWrongCookie(const HandshakeFailed &failed)
{
    // OTP closes within milliseconds; seven seconds later it is its timer (protocol.md, 1.5).
    constexpr base::Duration AtOnce = std::chrono::seconds(2);
    return failed.error.as<handshake_failure::Closed>() && failed.error.step == HandshakeStep::AwaitAck &&
           failed.closedBy == Role::Acceptor && failed.error.sinceLastSend < AtOnce;
}

} // namespace nodescope::protocol
