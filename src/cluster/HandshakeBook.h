#pragma once

#include <QMap>

#include "cluster/Handshake.h"

namespace nodescope::cluster {

/// The latest handshakes, bounded by their number and by the bytes of their messages: the oldest that is over
/// goes first. Not thread-safe.
class HandshakeBook
{
public:
    static constexpr qsizetype MaxCount = 500;
    static constexpr qsizetype MaxBytes = 1024 * 1024;

    /// Adds one, or replaces the one of that id. The ids that had to go for it.
    QList<quint64> put(const HandshakeRecord &record);
    /// In the order of their coming; null if there is none.
    [[nodiscard]] const HandshakeRecord *find(quint64 id) const;
    [[nodiscard]] QList<HandshakeRecord> all() const;
    [[nodiscard]] qsizetype count() const { return m_records.size(); }
    /// Of messages, as counted against MaxBytes.
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; }

private:
    struct Entry
    {
        quint64 order = 0;
        HandshakeRecord record;
        qsizetype bytes = 0;
    };
    void drop(quint64 id);

    QMap<quint64, Entry> m_records;
    QMap<quint64, quint64> m_order; ///< order of coming to id
    quint64 m_next = 0;
    quint64 m_dropped = 0;
    qsizetype m_bytes = 0;
};

} // namespace nodescope::cluster
