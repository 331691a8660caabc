#pragma once

#include <deque>
#include <optional>
#include <variant>

#include "protocol/dissect/DissectorEvents.h"
#include "protocol/handshake/HandshakePackets.h"
#include "protocol/link/FrameReader.h"
#include "protocol/link/SignalReader.h"

namespace nodescope::protocol {

/// One direction of an observed link: what its end sent, in order, and how far it is read. Each direction
/// can be cut into packets and frames by itself: an initiator's frames begin behind its reply, an acceptor's
/// behind its ack. For this folder only.
class DissectorLane
{
public:
    /// What arrives, kept until it may be read.
    struct Arrival
    {
        enum class Kind : quint8 { Bytes, Loss, End };
        Kind kind = Kind::Bytes;
        base::Instant at;
        QByteArray bytes;
        qint64 lost = -1; ///< -1: unknown
        dissector_event::Gap::Cause cause = dissector_event::Gap::Cause::NotCaptured;
        bool reset = false;
    };
    /// The next thing within the handshake.
    struct Waiting
    {
    };
    struct Broken
    {
        handshake_failure::Reason reason;
        QByteArray evidence; ///< without digest
    };
    struct Read
    {
        HandshakeMessage message;
    };
    using Step = std::variant<Waiting, Read, Broken, dissector_event::Gap, dissector_event::Closed>;

    DissectorLane(Role sender, const Limits &limits);

    void push(Arrival arrival);
    [[nodiscard]] qsizetype held() const { return m_held + (m_packets ? m_packets->rest().size() : 0); }
    /// Whether there is anything that was not read yet, whole packets or not.
    [[nodiscard]] bool hasUnread() const { return hasArrivals() || held() > 0 || !m_head.isEmpty(); }
    [[nodiscard]] bool hasArrivals() const { return !m_queue.empty(); }
    [[nodiscard]] base::Instant nextArrival() const { return m_queue.front().at; }
    /// When its end closed, whether or not that has been read yet.
    [[nodiscard]] std::optional<base::Instant> closedAt() const { return m_closedAt; }
    /// Of everything that arrived.
    [[nodiscard]] qint64 received() const { return m_received; }

    /// Reads on within the handshake.
    [[nodiscard]] Step nextStep();
    /// Where what nextStep() gave begins, and when its last byte came.
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] base::Instant now() const { return m_now; }

    enum class Phase : quint8 { Handshake, Frames, Discard };
    [[nodiscard]] Phase phase() const { return m_phase; }
    /// The handshake is over: frames follow. Without flags their form is taken from the first of them, which
    /// cannot be mistaken: 131 or 112.
    void startFrames(std::optional<Flags> agreedFlags);
    /// Nothing of what follows can be read.
    void discard(dissector_event::Undecodable::Since since);
    /// Reads one arrival as frames, or drops it.
    void readArrival(DissectorEvents &out);
    /// The observation ends: tells what has been dropped.
    void finish(DissectorEvents &out);

private:
    [[nodiscard]] Arrival pop();
    void appendToPackets(QByteArrayView bytes);
    [[nodiscard]] Step read(const HandshakePackets::Packet &packet) const;
    [[nodiscard]] dissector_event::Gap loseInHandshake(const Arrival &loss);
    void receiveFrames(QByteArrayView bytes, DissectorEvents &out);
    void take(const frame::Event &event, DissectorEvents &out);
    void take(SignalReader::Outcome outcome, DissectorEvents &out);
    void loseInFrames(const Arrival &loss, DissectorEvents &out);
    [[nodiscard]] SignalReader &signalReader(QByteArrayView firstFrame);
    void close(const Arrival &end, DissectorEvents &out);
    void emitEvent(dissector_event::Event what, DissectorEvents &out) const;

    Role m_sender;
    Limits m_limits;
    Phase m_phase = Phase::Handshake;
    std::deque<Arrival> m_queue;
    qsizetype m_held = 0;
    qint64 m_received = 0;
    std::optional<base::Instant> m_closedAt;
    base::Instant m_now;
    qint64 m_offset = 0;

    QByteArray m_head; // until the width of lengths is known
    LengthPrefix m_prefix = LengthPrefix::TwoBytes;
    std::optional<HandshakePackets> m_packets;

    FrameReader m_frames;
    std::vector<frame::Event> m_batch;
    std::optional<Flags> m_agreed;
    std::optional<SignalReader> m_signals; // from the first frame on
    bool m_lostBeforeSignals = false;

    dissector_event::Undecodable m_dropped;
};

} // namespace nodescope::protocol
