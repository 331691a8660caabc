#include "protocol/link/AtomCacheWriter.h"

#include <algorithm>
#include <cstring>

#include <QHash>

#include "protocol/link/AtomCache.h"

namespace nodescope::protocol {

namespace {
constexpr quint32 MessageStep = 256;
} // namespace

void AtomCacheWriter::begin()
{
    m_entries.clear();
    m_newEntries = m_newBytes = m_longestNew = 0;
    m_message += MessageStep;
    if (m_message != 0 && !m_slots.empty())
        return;
    // The first message, or so many later that a number comes again.
    m_slots.resize(AtomCache::Slots);
    m_lastUse.assign(AtomCache::Slots, 0);
    m_message = MessageStep;
}

int AtomCacheWriter::referTo(QByteArrayView utf8)
{
    const std::size_t slot = qHashBits(utf8.data(), std::size_t(utf8.size()), 0) % AtomCache::Slots;
    QByteArray &held = m_slots[slot];
    const bool same = !held.isNull() && QByteArrayView(held) == utf8;
    if (m_lastUse[slot] >= m_message) // in this message
        return same ? int(m_lastUse[slot] - m_message) : -1;
    if (m_entries.size() == MaxEntries)
        return -1;
    if (!same) {
        held = utf8.isEmpty() ? QByteArray("") : utf8.toByteArray();
        ++m_newEntries;
        m_newBytes += held.size();
        m_longestNew = std::max(m_longestNew, held.size());
    }
    m_lastUse[slot] = m_message + quint32(m_entries.size());
    m_entries.push_back({slot, !same});
    return int(m_entries.size() - 1);
}

qsizetype AtomCacheWriter::headerSize() const
{
    if (m_entries.empty())
        return 1;
    const qsizetype lengths = m_newEntries * (hasLongAtoms() ? 2 : 1);
    return 1 + flagsSize() + qsizetype(m_entries.size()) + lengths + m_newBytes;
}

// A nibble for each entry: new, and the high bits of its slot; one for the header: long atoms. Then the
// entries.
void AtomCacheWriter::writeHeader(char *to) const
{
    *to++ = char(m_entries.size());
    if (m_entries.empty())
        return;
    char *const flags = to;
    to += flagsSize();
    std::memset(flags, 0, std::size_t(flagsSize()));
    const auto put = [flags](std::size_t nibble, std::size_t bits) {
        flags[nibble / 2] = char(quint8(flags[nibble / 2]) | (nibble % 2 == 0 ? bits : bits << 4));
    };
    put(m_entries.size(), hasLongAtoms() ? 0x1U : 0U);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        put(i, entry.slot / 256 | (entry.isNew ? 0x8U : 0U));
        *to++ = char(entry.slot % 256);
        if (entry.isNew)
            to = writeText(to, m_slots[entry.slot]);
    }
}

char *AtomCacheWriter::writeText(char *to, const QByteArray &text) const
{
    if (hasLongAtoms())
        *to++ = char(text.size() >> 8);
    *to++ = char(text.size());
    std::memcpy(to, text.constData(), std::size_t(text.size()));
    return to + text.size();
}

void AtomCacheWriter::appendHeader(QByteArray &out) const
{
    const qsizetype at = out.size();
    out.resize(at + headerSize());
    writeHeader(out.data() + at);
}

void AtomCacheWriter::forget()
{
    for (const Entry &entry : m_entries) {
        if (entry.isNew)
            m_slots[entry.slot] = QByteArray();
    }
    m_entries.clear();
}

} // namespace nodescope::protocol
