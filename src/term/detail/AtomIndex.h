#pragma once

#include <array>
#include <vector>

#include "term/detail/Storage.h"
#include "term/detail/Words.h"

namespace nodescope::term::detail {

/// Finds atoms of one storage by their text while it is being written, so that each atom is validated and
/// kept once. One per decoding, not one for the program: there is no lock, no leak from peers that invent
/// atoms, and an atom's number is small. Bounded by Limits::atoms.
class AtomIndex
{
public:
    enum class Status : quint8 { Ok, Invalid, TooLong, Full };
    struct Found
    {
        Status status = Status::Ok;
        quint32 number = 0;
    };
    /// Whether the text lives as long as the storage does.
    enum class Lifetime : quint8 { Kept, Passing };

    AtomIndex(Storage &storage, qsizetype limit);

    /// The number of the atom with this UTF-8 text, which is checked.
    [[nodiscard]] Found utf8(const uchar *text, quint32 size, Lifetime lifetime);
    [[nodiscard]] Found latin1(const uchar *text, quint32 size, Lifetime lifetime);

    /// The same, inline, for text that lives as long as the storage. Number plus one, or 0 on any error.
    [[nodiscard]] Q_ALWAYS_INLINE quint32 quickly(const uchar *text, quint32 size)
    {
        const quint32 hash = hashOf(text, size);
        if (const quint32 known = find(text, size, hash)) [[likely]]
            return known;
        const Found added = add(text, size, hash, Lifetime::Kept);
        return added.status == Status::Ok ? added.number + 1 : 0;
    }

private:
    /// An atom's number plus one, 0 for none, below some bits of its hash: large tables stay in the caches.
    using Slot = quint32;
    static constexpr int NumberBits = 24;
    static constexpr Slot NumberMask = (Slot(1) << NumberBits) - 1;

    [[nodiscard]] Q_ALWAYS_INLINE quint32 find(const uchar *text, quint32 size, quint32 hash) const
    {
        const AtomText *atoms = m_storage.atoms().data();
        for (quint32 at = hash & m_mask;; at = (at + 1) & m_mask) {
            const Slot slot = m_slots[at];
            if (slot == 0)
                return 0;
            const quint32 number = slot & NumberMask;
            if (((slot ^ hash) & ~NumberMask) != 0)
                continue;
            const AtomText &atom = atoms[number - 1];
            if (atom.size == size && equalBytes(atom.data, text, size)) [[likely]]
                return number;
        }
    }
    /// Most atoms take one multiplication.
    [[nodiscard]] Q_ALWAYS_INLINE quint32 hashOf(const uchar *text, quint32 size) const
    {
        constexpr quint64 First = 0xa0761d6478bd642fULL;
        constexpr quint64 Last = 0xe7037ed1a0b428dbULL;
        if (size <= 8)
            return fold(mix(loadUpTo8(text, size) ^ Last, (m_seed ^ size) + First));
        const uchar *last = text + size - 8;
        quint64 hash = m_seed ^ size;
        for (; last - text > 8; text += 8)
            hash = mix(hash ^ load<quint64>(text), First ^ m_seed);
        return fold(mix(hash ^ load<quint64>(text), load<quint64>(last) ^ (Last + m_seed)));
    }
    [[nodiscard]] static quint32 fold(quint64 hash) { return static_cast<quint32>(hash ^ (hash >> 32)); }
    [[nodiscard]] Found add(const uchar *text, quint32 size, quint32 hash, Lifetime lifetime);
    void enlarge();
    static void place(Slot *table, quint32 mask, quint32 hash, quint32 number);

    Storage &m_storage;
    qsizetype m_limit;
    quint64 m_seed;
    /// Most messages hold few atoms: those need no allocation.
    std::array<Slot, 64> m_few{};
    std::vector<Slot> m_many;
    Slot *m_slots = m_few.data();
    quint32 m_mask = 63;
};

} // namespace nodescope::term::detail
