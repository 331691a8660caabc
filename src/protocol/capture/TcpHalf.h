#pragma once

#include <map>
#include <optional>
#include <variant>
#include <vector>

#include <QByteArray>
#include <QByteArrayView>

#include "protocol/dissect/DissectorEvents.h"

namespace nodescope::protocol::capture {

/// What comes out of one direction of a connection, in its order.
namespace tcp_piece {
struct Bytes
{
    QByteArray bytes;
};
struct Lost
{
    qint64 bytes = 0;
    dissector_event::Gap::Cause cause = dissector_event::Gap::Cause::NotCaptured;
};
struct End
{
    bool reset = false;
};
} // namespace tcp_piece
using TcpPiece = std::variant<tcp_piece::Bytes, tcp_piece::Lost, tcp_piece::End>;
using TcpPieces = std::vector<TcpPiece>;

/// Puts the segments of one direction in order (RFC 9293, 3.4): out of order, repeated, overlapping, beyond
/// the wrap of sequence numbers. Of bytes that come twice, those of the segment that begins first count.
///
/// A hole is waited for until the receiver has acknowledged what is behind it and a few packets more came,
/// since a capture may swap packets; or until too much is held; or until the end. Then it is a loss.
/// Holds at most MaxHeld bytes. A value; not thread-safe.
class TcpHalf
{
public:
    static constexpr qsizetype MaxHeld = 4 * 1024 * 1024;
    static constexpr int Patience = 16; ///< packets

    /// The number of the first byte is known, by a SYN or by what the other end awaits.
    void start(quint32 firstByte, bool fromTheBeginning);
    [[nodiscard]] bool isStarted() const { return m_started; }
    /// Whether the first byte that was seen is the first that was sent.
    [[nodiscard]] bool fromTheBeginning() const { return m_fromTheBeginning; }
    /// Whether this is the first byte.
    [[nodiscard]] bool startedWith(quint32 firstByte) const { return m_started && m_first == firstByte; }

    /// A segment; `missing` bytes behind the payload were not captured.
    void take(quint32 sequence, QByteArrayView payload, qint64 missing, bool fin, TcpPieces &out);
    /// The other end has everything before `sequence`.
    void acknowledged(quint32 sequence, TcpPieces &out);
    /// Does not wait for holes any longer.
    void relieve(TcpPieces &out);
    /// Nothing more comes: what is held is given out, with its holes.
    void flush(TcpPieces &out);
    /// The connection is torn down by this end.
    void reset(TcpPieces &out);

    /// Nobody wants this half any more.
    void drop();

    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] qsizetype held() const { return m_held; }

private:
    struct Segment
    {
        QByteArray bytes;
        qint64 missing = 0;
        [[nodiscard]] qint64 size() const { return bytes.size() + missing; }
    };

    [[nodiscard]] qint64 offsetOf(quint32 sequence) const;
    void hold(qint64 at, QByteArrayView payload, qint64 missing);
    void deliver(Segment segment, TcpPieces &out);
    void deliverHeld(TcpPieces &out);
    void giveUpHole(dissector_event::Gap::Cause cause, TcpPieces &out);
    void endIfComplete(TcpPieces &out);

    bool m_started = false;
    bool m_fromTheBeginning = false;
    bool m_over = false;
    quint32 m_first = 0;       // sequence number of offset 0
    qint64 m_next = 0;         // offset of the byte that is awaited
    qint64 m_acknowledged = 0; // offset
    int m_waited = 0;          // packets since what is behind the hole was acknowledged
    std::optional<qint64> m_finAt;
    std::map<qint64, Segment> m_segments; // behind a hole, by offset
    qsizetype m_held = 0;
};

} // namespace nodescope::protocol::capture
