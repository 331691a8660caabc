#include "protocol/link/AtomCacheWriter.h"

#include <algorithm>

#include <QHash>

#include "protocol/Bytes.h"
#include "protocol/link/AtomCache.h"

namespace nodescope::protocol {

namespace {
constexpr quint32 MessageStep = 256;
constexpr qsizetype ShortAtom = 255;
} // namespace

void AtomCacheWriter::begin()
{
    m_entries.clear();
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
    if (!same)
        held = utf8.isEmpty() ? QByteArray("") : utf8.toByteArray();
    m_lastUse[slot] = m_message + quint32(m_entries.size());
    m_entries.push_back({slot, !same});
    return int(m_entries.size() - 1);
}

void AtomCacheWriter::appendHeader(QByteArray &out) const
{
    out.append(char(m_entries.size()));
    if (m_entries.empty())
        return;
    const bool longAtoms = std::any_of(m_entries.begin(), m_entries.end(), [this](const Entry &entry) {
        return entry.isNew && m_slots[entry.slot].size() > ShortAtom;
    });
    appendFlags(out, longAtoms);
    for (const Entry &entry : m_entries) {
        out.append(char(entry.slot % 256));
        if (!entry.isNew)
            continue;
        const QByteArray &text = m_slots[entry.slot];
        if (longAtoms)
            appendBigEndian(out, quint16(text.size()));
        else
            out.append(char(text.size()));
        out.append(text);
    }
}

// A nibble for each entry: new, and the high bits of its slot. One for the header: long atoms.
void AtomCacheWriter::appendFlags(QByteArray &out, bool longAtoms) const
{
    const qsizetype at = out.size();
    out.append(qsizetype(m_entries.size()) / 2 + 1, '\0');
    const auto put = [&](std::size_t nibble, std::size_t bits) {
        char &byte = out[at + qsizetype(nibble / 2)];
        byte = char(quint8(byte) | (nibble % 2 == 0 ? bits : bits << 4));
    };
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        put(i, m_entries[i].slot / 256 | (m_entries[i].isNew ? 0x8u : 0u));
    put(m_entries.size(), longAtoms ? 0x1u : 0u);
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
