#include "cluster/history/History.h"

#include <algorithm>

namespace nodescope::cluster {

namespace {
// The bytes repeat themselves so much that the fastest level takes most of it.
constexpr int Compression = 1;
} // namespace

History::History()
    : History(Limits())
{
}

History::History(Limits limits)
    : m_limits(limits)
    , m_thinning(limits.trafficEvery)
{
}

void History::clear()
{
    *this = History(m_limits);
}

void History::append(qint64 time, const Deltas &all)
{
    time = std::max(time, m_lastTime);
    const Deltas deltas = m_thinning.thinned(time, all);
    if (deltas.isEmpty())
        return;
    const bool full =
        !m_blocks.empty() && m_open.size() - m_keyframeSize >= std::max(m_limits.block, 2 * m_keyframeSize);
    if (full)
        closeBlock();
    if (m_blocks.empty() || full)
        openBlock(m_blocks.empty() ? time : m_lastTime);
    if (!m_open.batch(time, deltas))
        return;
    for (const Delta &delta : deltas) {
        if (!std::holds_alternative<EventHappened>(delta))
            (void)m_now.apply(delta);
    }
    m_lastTime = time;
    m_blocks.back().to = time;
    ++m_blocks.back().batches;
    ++m_end;
    dropOldest();
}

void History::openBlock(qint64 time)
{
    Block block;
    block.from = time;
    block.to = time;
    block.position = m_end;
    m_blocks.push_back(block);
    m_open = DeltaStreamWriter();
    m_open.keyframe(time, m_end, m_now);
    m_keyframeSize = m_open.size();
    m_lastTime = time;
}

void History::closeBlock()
{
    m_blocks.back().packed = qCompress(m_open.take(), Compression);
    m_packedBytes += m_blocks.back().packed.size();
}

void History::dropOldest()
{
    while (m_blocks.size() > 1 && bytes() > m_limits.bytes) {
        m_packedBytes -= m_blocks.front().packed.size();
        m_blocks.pop_front();
        m_first = m_blocks.front().position;
    }
}

qint64 History::beginning() const
{
    return m_blocks.empty() ? 0 : m_blocks.front().from;
}

qsizetype History::bytes() const
{
    return m_packedBytes + m_open.size() + static_cast<qsizetype>(m_blocks.size() * sizeof(Block));
}

std::size_t History::blockOf(quint64 position) const
{
    Q_ASSERT(!m_blocks.empty());
    const auto after =
        std::upper_bound(m_blocks.begin(), m_blocks.end(), position,
                         [](quint64 wanted, const Block &block) { return wanted < block.position; });
    return after == m_blocks.begin() ? 0 : static_cast<std::size_t>(after - m_blocks.begin()) - 1;
}

QByteArray History::bytesOf(std::size_t block) const
{
    return block + 1 == m_blocks.size() ? m_open.written() : qUncompress(m_blocks[block].packed);
}

/// The last block that begins no later; the first when all begin later.
std::size_t History::blockAt(qint64 time) const
{
    Q_ASSERT(!m_blocks.empty());
    const auto after =
        std::upper_bound(m_blocks.begin(), m_blocks.end(), time,
                         [](qint64 wanted, const Block &block) { return wanted < block.from; });
    return after == m_blocks.begin() ? 0 : static_cast<std::size_t>(after - m_blocks.begin()) - 1;
}

quint64 History::positionAt(qint64 time) const
{
    if (m_blocks.empty() || time < beginning())
        return m_first;
    const std::size_t at = blockAt(time);
    const Block &block = m_blocks[at];
    if (time >= block.to)
        return block.position + block.batches;
    const QByteArray bytes = bytesOf(at);
    ByteReader in(bytes);
    DeltaStreamReader reader;
    quint64 position = block.position;
    while (const auto entry = reader.next(in)) {
        if (entry->time > time)
            break;
        position += entry->tag == EntryTag::Batch ? 1u : 0u;
    }
    return position;
}

qint64 History::timeAt(quint64 position) const
{
    if (position >= m_end)
        return m_lastTime;
    if (position <= m_first)
        return beginning();
    const std::size_t at = blockOf(position);
    const QByteArray bytes = bytesOf(at);
    ByteReader in(bytes);
    DeltaStreamReader reader;
    quint64 reached = m_blocks[at].position;
    qint64 time = m_blocks[at].from;
    while (reached < position) {
        const auto entry = reader.next(in);
        if (!entry)
            break;
        time = entry->time;
        reached += entry->tag == EntryTag::Batch ? 1u : 0u;
    }
    return time;
}

Cluster History::state(quint64 position) const
{
    return HistoryCursor(*this).seek(position);
}

quint64 History::setMark(Mark mark)
{
    const auto known = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&mark](const Mark &one) { return one.id == mark.id && mark.id != 0; });
    if (known != m_marks.end())
        m_marks.erase(known);
    if (mark.id == 0)
        mark.id = m_lastMark + 1;
    m_lastMark = std::max(m_lastMark, mark.id);
    if (mark.removed)
        return mark.id;
    if (m_marks.size() >= m_limits.marks)
        return 0;
    mark.text.truncate(Mark::MaxText);
    const auto place = std::upper_bound(m_marks.begin(), m_marks.end(), mark,
                                        [](const Mark &x, const Mark &y) { return x.time < y.time; });
    m_marks.insert(place, mark);
    return mark.id;
}

} // namespace nodescope::cluster
