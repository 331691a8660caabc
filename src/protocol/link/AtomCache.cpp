#include "protocol/link/AtomCache.h"

#include "protocol/Bytes.h"
#include "term/Decoder.h"

namespace nodescope::protocol {

namespace {
// A nibble for each reference, and one for the header itself.
constexpr quint8 NewEntry = 0x8;
constexpr quint8 SegmentMask = 0x7;
constexpr quint8 LongAtoms = 0x1;

quint8 nibble(QByteArrayView flags, int index)
{
    const quint8 byte = quint8(flags[index / 2]);
    return index % 2 == 0 ? byte & 0xf : byte >> 4;
}

// No node writes such an atom; if one did, Header::unknownAtoms still tells them apart.
QByteArray placeholder(std::size_t slot)
{
    return "?unknown-atom-in-slot-" + QByteArray::number(qulonglong(slot));
}
} // namespace

base::Result<AtomCache::Header, HeaderError> AtomCache::read(QByteArrayView bytes)
{
    using Kind = HeaderError::Kind;
    ByteReader reader(bytes);
    const int count = reader.u8();
    Header header;
    if (reader.ok() && count == 0) {
        header.size = reader.offset();
        return header;
    }
    const QByteArrayView flags = reader.take(count / 2 + 1);
    if (!reader.ok())
        return base::Failure{HeaderError{Kind::Truncated, reader.offset()}};
    const bool longAtoms = (nibble(flags, count) & LongAtoms) != 0;
    m_slots.resize(Slots);
    header.atoms.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const quint8 bits = nibble(flags, i);
        const qsizetype entryAt = reader.offset();
        const std::size_t index = std::size_t(bits & SegmentMask) * 256 + reader.u8();
        QByteArray &slot = m_slots[index];
        if (bits & NewEntry) {
            const QByteArrayView text = reader.take(longAtoms ? reader.u16() : reader.u8());
            if (reader.ok() && !term::isAtomText(text))
                return base::Failure{HeaderError{Kind::BadAtom, entryAt}};
            slot = text.isEmpty() ? QByteArray("") : text.toByteArray();
        }
        if (!reader.ok())
            return base::Failure{HeaderError{Kind::Truncated, reader.offset()}};
        if (slot.isNull() && !m_forgotten)
            return base::Failure{HeaderError{Kind::EmptySlot, entryAt}};
        header.unknownAtoms += slot.isNull() ? 1 : 0;
        header.atoms.push_back(slot.isNull() ? placeholder(index) : slot);
    }
    header.size = reader.offset();
    return header;
}

void AtomCache::forget()
{
    m_slots.clear();
    m_forgotten = true;
}

std::optional<QByteArray> AtomCache::slot(std::size_t index) const
{
    if (index >= m_slots.size() || m_slots[index].isNull())
        return std::nullopt;
    return m_slots[index];
}

} // namespace nodescope::protocol
