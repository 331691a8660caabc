#include "cluster/HandshakeBook.h"

namespace nodescope::cluster {

namespace {
/// What a record costs beside its messages.
constexpr qsizetype Overhead = 512;

qsizetype bytesOf(const HandshakeRecord &record)
{
    qsizetype bytes = Overhead + record.framesIn.size() + record.framesOut.size();
    for (const HandshakeLine &line : record.lines)
        bytes += line.wire.bytes.size();
    return bytes;
}
} // namespace

QList<quint64> HandshakeBook::put(const HandshakeRecord &record)
{
    Entry &entry = m_records[record.id];
    if (entry.order == 0) {
        entry.order = ++m_next;
        m_order.insert(entry.order, record.id);
    }
    m_bytes += bytesOf(record) - entry.bytes;
    entry.bytes = bytesOf(record);
    entry.record = record;
    QList<quint64> gone;
    for (auto it = m_order.cbegin();
         it != m_order.cend() && (count() - gone.size() > MaxCount || m_bytes > MaxBytes); ++it) {
        const Entry &old = m_records[it.value()];
        if (it.value() == record.id || old.record.running)
            continue;
        m_bytes -= old.bytes;
        gone.append(it.value());
    }
    for (const quint64 id : std::as_const(gone))
        drop(id);
    return gone;
}

void HandshakeBook::drop(quint64 id)
{
    m_order.remove(m_records[id].order);
    m_records.remove(id);
    ++m_dropped;
}

const HandshakeRecord *HandshakeBook::find(quint64 id) const
{
    const auto found = m_records.constFind(id);
    return found == m_records.constEnd() ? nullptr : &found->record;
}

QList<HandshakeRecord> HandshakeBook::all() const
{
    QList<HandshakeRecord> records;
    records.reserve(count());
    for (const quint64 id : m_order)
        records.append(m_records[id].record);
    return records;
}

} // namespace nodescope::cluster
