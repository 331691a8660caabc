#include "term/detail/AtomIndex.h"

#include <algorithm>

#include <QHashSeed>

#include "term/detail/Utf8.h"

namespace nodescope::term::detail {

AtomIndex::AtomIndex(Storage &storage, qsizetype limit)
    : m_storage(storage)
    , m_limit(std::min<qsizetype>(limit, NumberMask - 1))
    , m_seed(static_cast<quint64>(QHashSeed::globalSeed()) ^ 0x9e3779b97f4a7c15ULL)
{
}

AtomIndex::Found AtomIndex::utf8(const uchar *text, quint32 size, Lifetime lifetime)
{
    const quint32 hash = hashOf(text, size);
    if (const quint32 known = find(text, size, hash))
        return {Status::Ok, known - 1};
    return add(text, size, hash, lifetime);
}

AtomIndex::Found AtomIndex::latin1(const uchar *text, quint32 size, Lifetime lifetime)
{
    if (isAscii(text, size))
        return utf8(text, size, lifetime);
    std::array<uchar, 2 * MaxAtomCharacters> wide;
    if (size > MaxAtomCharacters)
        return {Status::TooLong};
    quint32 used = 0;
    for (quint32 i = 0; i < size; ++i) {
        if (text[i] >= 0x80)
            wide[used++] = static_cast<uchar>(0xc0 | (text[i] >> 6));
        wide[used++] = text[i] >= 0x80 ? static_cast<uchar>(0x80 | (text[i] & 0x3f)) : text[i];
    }
    return utf8(wide.data(), used, Lifetime::Passing);
}

AtomIndex::Found AtomIndex::add(const uchar *text, quint32 size, quint32 hash, Lifetime lifetime)
{
    const qsizetype characters = isAscii(text, size) ? qsizetype(size) : utf8Length(text, size);
    if (characters < 0)
        return {Status::Invalid};
    if (characters > MaxAtomCharacters)
        return {Status::TooLong};
    std::vector<AtomText> &atoms = m_storage.atoms();
    if (static_cast<qsizetype>(atoms.size()) >= m_limit)
        return {Status::Full};
    if (2 * (atoms.size() + 1) > std::size_t(m_mask) + 1)
        enlarge();
    if (lifetime == Lifetime::Passing)
        text = m_storage.copyBytes(text, size);
    if (atoms.empty())
        atoms.reserve(4);
    atoms.push_back({reinterpret_cast<const char *>(text), static_cast<quint16>(size), hash});
    const auto number = static_cast<quint32>(atoms.size());
    place(m_slots, m_mask, hash, number);
    return {Status::Ok, number - 1};
}

void AtomIndex::place(Slot *table, quint32 mask, quint32 hash, quint32 number)
{
    quint32 at = hash & mask;
    while (table[at] != 0)
        at = (at + 1) & mask;
    table[at] = (hash & ~NumberMask) | number;
}

void AtomIndex::enlarge()
{
    const quint32 mask = m_mask * 4 + 3;
    std::vector<Slot> larger(std::size_t(mask) + 1);
    // By number: the atoms are read one after the other, and only the table is jumped about in.
    quint32 number = 0;
    for (const AtomText &atom : m_storage.atoms())
        place(larger.data(), mask, atom.hash, ++number);
    m_many = std::move(larger);
    m_slots = m_many.data();
    m_mask = mask;
}

} // namespace nodescope::term::detail
