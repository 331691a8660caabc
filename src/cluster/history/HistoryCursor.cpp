#include "cluster/history/History.h"

#include <algorithm>

namespace nodescope::cluster {

HistoryCursor::HistoryCursor(const History &history)
    : m_history(history)
    , m_position(history.firstPosition())
{
}

void HistoryCursor::enter(std::size_t block)
{
    m_bytes = m_history.bytesOf(block);
    m_at = 0;
    m_reader = DeltaStreamReader();
    m_block = m_history.m_blocks[block].position;
    m_position = m_block;
    m_entered = true;
}

Cluster HistoryCursor::seek(quint64 position)
{
    if (m_history.m_blocks.empty())
        return {};
    position = std::clamp(position, m_history.firstPosition(), m_history.lastPosition());
    enter(m_history.blockOf(position));
    return readTo(position, std::numeric_limits<qint64>::max());
}

Cluster HistoryCursor::seekTime(qint64 time)
{
    if (m_history.m_blocks.empty())
        return {};
    enter(m_history.blockAt(time));
    return readTo(m_history.lastPosition(), time);
}

Cluster HistoryCursor::readTo(quint64 position, qint64 time)
{
    Cluster cluster;
    ByteReader in(m_bytes);
    // The keyframe stands before all batches, so it is read even where none is wanted.
    bool keyed = false;
    while (!keyed || m_position < position) {
        if (keyed && m_reader.isNextLater(in, time))
            break;
        const auto entry = m_reader.next(in);
        if (!entry)
            break;
        (void)m_reader.apply(*entry, cluster);
        keyed = true;
        m_position += entry->tag == EntryTag::Batch ? 1u : 0u;
        m_at = in.position();
    }
    return cluster;
}

std::optional<HistoryCursor::Batch> HistoryCursor::next()
{
    if (m_position >= m_history.lastPosition())
        return std::nullopt;
    if (!m_entered)
        (void)seek(m_position);
    const std::size_t block = m_history.blockOf(m_position);
    if (m_history.m_blocks[block].position != m_block)
        enter(block);
    else if (m_at >= m_bytes.size())
        m_bytes = m_history.bytesOf(block); // it has grown
    ByteReader in(QByteArrayView(m_bytes).sliced(m_at));
    while (const auto entry = m_reader.next(in)) {
        if (entry->tag != EntryTag::Batch) {
            // What follows is written as the difference to what the keyframe holds.
            Deltas passed;
            (void)m_reader.deltasOf(*entry, passed);
            continue;
        }
        Batch batch{entry->time, {}};
        (void)m_reader.deltasOf(*entry, batch.deltas);
        m_at += in.position();
        ++m_position;
        return batch;
    }
    return std::nullopt;
}

} // namespace nodescope::cluster
