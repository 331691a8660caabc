#include "protocol/capture/TcpHalf.h"

namespace nodescope::protocol::capture {

using namespace tcp_piece;
using Cause = dissector_event::Gap::Cause;

namespace {
// What a held segment takes beside its bytes.
constexpr qsizetype SegmentCost = 96;
// No window is larger (RFC 7323): further ahead or behind is nonsense, or another connection.
constexpr qint64 MaxWindow = qint64(1) << 30;
} // namespace

void TcpHalf::start(quint32 firstByte, bool fromTheBeginning)
{
    if (m_started)
        return;
    m_started = true;
    m_fromTheBeginning = fromTheBeginning;
    m_first = firstByte;
}

// Sequence numbers wrap; an offset is the one nearest to what is awaited.
qint64 TcpHalf::offsetOf(quint32 sequence) const
{
    const quint32 awaited = m_first + quint32(quint64(m_next));
    return m_next + qint32(sequence - awaited);
}

void TcpHalf::take(quint32 sequence, QByteArrayView payload, qint64 missing, bool fin, TcpPieces &out)
{
    if (m_over)
        return;
    start(sequence, false);
    const qint64 at = offsetOf(sequence);
    if (at > m_next + MaxWindow || at < m_next - MaxWindow)
        return;
    const qint64 size = payload.size() + missing;
    if (fin && !m_finAt)
        m_finAt = at + size;
    if (size > 0 && at + size > m_next) {
        if (at > m_next) {
            hold(at, payload, missing);
        } else {
            const qint64 known = m_next - at; // repeated
            const qsizetype cut = qsizetype(qMin(known, qint64(payload.size())));
            deliver({payload.sliced(cut).toByteArray(), missing - (known - cut)}, out);
            deliverHeld(out);
        }
    }
    if (m_held > MaxHeld)
        giveUpHole(Cause::HeldTooMuch, out);
    endIfComplete(out);
}

void TcpHalf::hold(qint64 at, QByteArrayView payload, qint64 missing)
{
    Segment segment{payload.toByteArray(), missing};
    const auto found = m_segments.find(at);
    if (found != m_segments.end()) {
        if (found->second.size() >= segment.size())
            return;
        m_held -= found->second.bytes.size() + SegmentCost;
        m_segments.erase(found);
    }
    m_held += segment.bytes.size() + SegmentCost;
    m_segments.emplace(at, std::move(segment));
}

void TcpHalf::deliver(Segment segment, TcpPieces &out)
{
    m_next += segment.size();
    m_waited = 0;
    if (!segment.bytes.isEmpty())
        out.emplace_back(Bytes{std::move(segment.bytes)});
    if (segment.missing > 0)
        out.emplace_back(Lost{segment.missing, Cause::CutShort});
}

void TcpHalf::deliverHeld(TcpPieces &out)
{
    while (!m_segments.empty() && m_segments.begin()->first <= m_next) {
        const auto first = m_segments.begin();
        const qint64 known = m_next - first->first;
        Segment segment = std::move(first->second);
        m_segments.erase(first);
        m_held -= segment.bytes.size() + SegmentCost;
        if (known >= segment.size())
            continue;
        const qsizetype cut = qsizetype(qMin(known, qint64(segment.bytes.size())));
        deliver({segment.bytes.mid(cut), segment.missing - (known - cut)}, out);
    }
}

void TcpHalf::giveUpHole(Cause cause, TcpPieces &out)
{
    if (m_segments.empty())
        return;
    out.emplace_back(Lost{m_segments.begin()->first - m_next, cause});
    m_next = m_segments.begin()->first;
    deliverHeld(out);
}

void TcpHalf::acknowledged(quint32 sequence, TcpPieces &out)
{
    if (m_over || !m_started)
        return;
    const qint64 at = offsetOf(sequence);
    if (at > m_next + MaxWindow || at < m_next - MaxWindow)
        return;
    m_acknowledged = qMax(m_acknowledged, at);
    if (m_segments.empty() || m_acknowledged <= m_segments.begin()->first)
        return;
    if (++m_waited >= Patience)
        giveUpHole(Cause::NotCaptured, out);
    endIfComplete(out);
}

void TcpHalf::endIfComplete(TcpPieces &out)
{
    if (m_over || !m_finAt || m_next < *m_finAt)
        return;
    drop();
    out.emplace_back(End{false});
}

void TcpHalf::drop()
{
    m_over = true;
    m_segments.clear();
    m_held = 0;
}

void TcpHalf::relieve(TcpPieces &out)
{
    while (!m_segments.empty())
        giveUpHole(Cause::HeldTooMuch, out);
    endIfComplete(out);
}

void TcpHalf::flush(TcpPieces &out)
{
    if (m_over)
        return;
    while (!m_segments.empty())
        giveUpHole(Cause::NotCaptured, out);
    // A FIN that was missed counts as one: a single number more that was acknowledged need not be a byte.
    const qint64 sent = m_finAt.value_or(m_acknowledged == m_next + 1 ? m_next : m_acknowledged);
    if (m_started && sent > m_next) {
        out.emplace_back(Lost{sent - m_next, Cause::NotCaptured});
        m_next = sent;
    }
    endIfComplete(out);
}

void TcpHalf::reset(TcpPieces &out)
{
    flush(out);
    if (m_over)
        return;
    m_over = true;
    out.emplace_back(End{true});
}

} // namespace nodescope::protocol::capture
