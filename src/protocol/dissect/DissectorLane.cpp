#include "protocol/dissect/DissectorLane.h"

#include "protocol/Bytes.h"

namespace nodescope::protocol {

using namespace dissector_event;
using Kind = DissectorLane::Arrival::Kind;

namespace {

// What an arrival takes beside its bytes, so that many small ones are bounded, too.
constexpr qsizetype ArrivalCost = qsizetype(sizeof(DissectorLane::Arrival)) + 32;
constexpr quint8 PassThrough = 112; // erl_dist_protocol, "Protocol between connected nodes"
constexpr qint64 FrameLengthBytes = 4;

bool holdsDigest(QByteArrayView body)
{
    return body.startsWith('r') || body.startsWith('a');
}

} // namespace

DissectorLane::DissectorLane(Role sender, const Limits &limits)
    : m_sender(sender)
    , m_limits(limits)
    , m_frames(limits)
{
}

void DissectorLane::push(Arrival arrival)
{
    m_held += arrival.bytes.size() + ArrivalCost;
    m_received += arrival.bytes.size();
    if (arrival.kind == Kind::End && !m_closedAt)
        m_closedAt = arrival.at;
    m_queue.push_back(std::move(arrival));
}

DissectorLane::Arrival DissectorLane::pop()
{
    Arrival arrival = std::move(m_queue.front());
    m_queue.pop_front();
    m_held -= arrival.bytes.size() + ArrivalCost;
    m_now = arrival.at;
    return arrival;
}

DissectorLane::Step DissectorLane::nextStep()
{
    while (true) {
        if (m_packets) {
            HandshakePackets::Next next = m_packets->next();
            if (const auto *packet = std::get_if<HandshakePackets::Packet>(&next)) {
                m_offset = packet->offset;
                return read(*packet);
            }
            m_offset = m_packets->offset();
            if (auto *foreign = std::get_if<HandshakePackets::Foreign>(&next))
                return Broken{std::move(foreign->failure), std::move(foreign->evidence)};
        }
        if (m_queue.empty())
            return Waiting();
        const Arrival arrival = pop();
        switch (arrival.kind) {
        case Kind::Bytes:
            appendToPackets(arrival.bytes);
            break;
        case Kind::Loss:
            return loseInHandshake(arrival);
        case Kind::End: {
            const auto foreign = m_packets ? m_packets->foreignRest() : std::nullopt;
            if (foreign)
                return Broken{foreign->failure, foreign->evidence};
            const qint64 rest = m_packets ? m_packets->rest().size() : m_head.size();
            return Closed{arrival.reset, rest};
        }
        }
    }
}

// Two bytes of zero begin a length of four bytes: no packet is empty.
void DissectorLane::appendToPackets(QByteArrayView bytes)
{
    if (m_packets) {
        m_packets->append(bytes);
        return;
    }
    m_head.append(bytes);
    if (m_head.size() < 2)
        return;
    m_prefix =
        m_head.startsWith(QByteArrayView("\0\0", 2)) ? LengthPrefix::FourBytes : LengthPrefix::TwoBytes;
    m_packets.emplace(m_prefix, m_limits);
    m_packets->append(std::exchange(m_head, QByteArray()));
}

DissectorLane::Step DissectorLane::read(const HandshakePackets::Packet &packet) const
{
    const auto body = decodeHandshake(m_sender, packet.body);
    if (body) {
        const auto direction = m_sender == Role::Initiator ? HandshakeMessage::Direction::Sent
                                                           : HandshakeMessage::Direction::Received;
        return Read{{direction, m_sender, m_now, m_prefix, packet.bytes, *body}};
    }
    const bool noNode = packet.offset == 0 && body.error().reason == MalformedMessage::Reason::UnknownTag;
    return Broken{noNode ? handshake_failure::Reason(handshake_failure::NotErlang())
                         : handshake_failure::Reason(handshake_failure::Malformed{body.error()}),
                  holdsDigest(packet.body) ? QByteArray() : evidenceOf(packet.bytes)};
}

Gap DissectorLane::loseInHandshake(const Arrival &loss)
{
    Gap gap;
    gap.cause = loss.cause;
    gap.length = loss.lost;
    gap.handshakeStepLost = true;
    gap.framingKept = loss.lost >= 0 && m_packets && m_packets->lose(loss.lost);
    if (!gap.framingKept)
        discard(Undecodable::Since::Gap);
    return gap;
}

void DissectorLane::startFrames(std::optional<Flags> agreedFlags)
{
    m_phase = Phase::Frames;
    m_agreed = agreedFlags;
    if (!m_packets)
        return;
    m_offset = m_packets->offset();
    const QByteArray rest = m_packets->takeRest();
    if (rest.isEmpty())
        return;
    m_held += rest.size() + ArrivalCost;
    m_queue.push_front({Kind::Bytes, m_now, rest, -1, Gap::Cause::NotCaptured, false});
}

void DissectorLane::discard(Undecodable::Since since)
{
    if (m_phase == Phase::Discard)
        return;
    if (m_phase == Phase::Frames)
        m_dropped.bytes += m_frames.pending();
    else
        m_dropped.bytes += m_packets ? m_packets->takeRest().size() : std::exchange(m_head, {}).size();
    m_phase = Phase::Discard;
    m_dropped.since = since;
    m_batch.clear();
    m_frames = FrameReader(m_limits);
    m_signals.reset();
}

void DissectorLane::readArrival(DissectorEvents &out)
{
    const Arrival arrival = pop();
    if (arrival.kind == Kind::End)
        close(arrival, out);
    else if (m_phase == Phase::Discard)
        m_dropped.bytes += arrival.bytes.size();
    else if (arrival.kind == Kind::Loss)
        loseInFrames(arrival, out);
    else
        receiveFrames(arrival.bytes, out);
}

void DissectorLane::receiveFrames(QByteArrayView bytes, DissectorEvents &out)
{
    if (m_signals)
        m_signals->expire(m_now);
    std::vector<frame::Event> batch = std::exchange(m_batch, {});
    m_frames.receive(bytes, batch);
    for (const frame::Event &event : batch)
        take(event, out);
    batch.clear();
    m_batch = std::move(batch);
}

void DissectorLane::take(const frame::Event &event, DissectorEvents &out)
{
    const auto *body = std::get_if<frame::Body>(&event);
    const auto *oversized = std::get_if<frame::Oversized>(&event);
    const qint64 size = FrameLengthBytes + (body        ? body->bytes.size()
                                            : oversized ? qint64(oversized->length)
                                                        : 0);
    if (m_phase == Phase::Discard) { // a frame before this one ended the link
        m_dropped.bytes += size;
        return;
    }
    if (body)
        take(signalReader(body->bytes).read(QByteArray(body->bytes), m_now), out);
    else if (oversized)
        take(signalReader(oversized->head).readOversized(oversized->head, oversized->length, m_now), out);
    else
        emitEvent(channel_event::TickReceived(), out);
    m_offset += size;
}

void DissectorLane::take(SignalReader::Outcome outcome, DissectorEvents &out)
{
    if (auto *signal = std::get_if<Signal>(&outcome)) {
        emitEvent(channel_event::Received{std::move(*signal)}, out);
    } else if (auto *skipped = std::get_if<SkippedSignal>(&outcome)) {
        emitEvent(channel_event::Skipped{std::move(*skipped)}, out);
    } else if (auto *error = std::get_if<SignalError>(&outcome)) {
        const bool ends = error->endsLink();
        if (ends)
            emitEvent(channel_event::Down{std::move(*error)}, out);
        else
            emitEvent(channel_event::Misunderstood{std::move(*error)}, out);
        if (ends)
            discard(Undecodable::Since::LinkError);
    }
}

SignalReader &DissectorLane::signalReader(QByteArrayView firstFrame)
{
    if (!m_signals) {
        const bool passThrough = !firstFrame.isEmpty() && quint8(firstFrame[0]) == PassThrough;
        const Flags byForm = passThrough ? Flags() : Flags(Flag::Fragments);
        m_signals.emplace(m_agreed.value_or(byForm), m_limits);
        // A frame of which not even the form is known may have had any header.
        if (m_lostBeforeSignals)
            (void)m_signals->readDamaged({}, 0, m_now);
    }
    return *m_signals;
}

void DissectorLane::loseInFrames(const Arrival &loss, DissectorEvents &out)
{
    Gap gap;
    gap.cause = loss.cause;
    gap.length = loss.lost;
    FrameReader::Loss kept;
    if (loss.lost >= 0)
        kept = m_frames.lose(quint64(loss.lost));
    gap.framingKept = kept.framingKept;
    if (!gap.framingKept) {
        emitEvent(gap, out);
        discard(Undecodable::Since::Gap);
        return;
    }
    SignalReader::Damage damage;
    const bool formKnown = m_agreed || m_signals || (kept.hit && !kept.hit->head.isEmpty());
    if (kept.hit && formKnown) {
        damage = signalReader(kept.hit->head).readDamaged(kept.hit->head, kept.hit->length, m_now);
    } else if (kept.hit) {
        m_lostBeforeSignals = true;
        damage.atomsForgotten = true;
    }
    gap.atomsUnknown = damage.atomsForgotten;
    gap.messagesLost = damage.messagesLost;
    emitEvent(gap, out);
    take(std::move(damage.outcome), out);
    if (kept.hit)
        m_offset += FrameLengthBytes + kept.hit->length;
}

void DissectorLane::close(const Arrival &end, DissectorEvents &out)
{
    finish(out);
    const qint64 unfinished = m_phase == Phase::Frames ? m_frames.pending() : 0;
    emitEvent(Closed{end.reset, unfinished}, out);
}

void DissectorLane::finish(DissectorEvents &out)
{
    if (m_dropped.bytes > 0)
        emitEvent(m_dropped, out);
    m_dropped.bytes = 0;
}

void DissectorLane::emitEvent(Event what, DissectorEvents &out) const
{
    out.push_back({m_sender, m_now, m_offset, std::move(what)});
}

} // namespace nodescope::protocol
