#include "term/Term.h"

#include "term/detail/IdBytes.h"
#include "term/detail/Storage.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;

namespace {

/// Of what a cell holds without its parts; the same for a list however it is kept.
size_t hashCell(const Cell &cell, const detail::Storage *storage, size_t seed)
{
    const auto kind = static_cast<uint>(detail::kindOf(cell));
    switch (cell.type) {
    case CellType::Integer:
        return ::qHash(cell.integer, seed);
    case CellType::Float:
        return ::qHash(qFromUnaligned<quint64>(&cell.real), seed + kind);
    case CellType::Atom:
        return ::qHash(storage->atomText(cell.count), seed + kind);
    case CellType::BigInteger:
    case CellType::Binary:
        return qHashBits(cell.bytes, cell.count, seed + kind + cell.flag);
    case CellType::Bitstring: // the last byte has unused bits
        return qHashBits(cell.bytes, cell.count - 1, seed + kind + cell.flag);
    case CellType::Pid:
    case CellType::Port:
    case CellType::Reference: {
        const detail::IdNumbers numbers = detail::idNumbers(cell);
        return qHashMulti(seed + kind, storage->atomText(cell.count), numbers.id, numbers.serial,
                          numbers.creation, numbers.words[0]);
    }
    default:
        return qHashMulti(seed, kind, cell.count);
    }
}

/// Maps are equal in any sequence: their pairs add up, and only what stands at their top counts.
size_t hashPairs(const Cell &map, const detail::Storage *storage, size_t seed)
{
    size_t sum = 0;
    const Cell *cells = storage->children(map);
    for (quint64 i = 0; i < map.count; ++i)
        sum += qHashMulti(seed, hashCell(cells[2 * i], storage, seed),
                          hashCell(cells[2 * i + 1], storage, seed));
    return sum;
}

} // namespace

size_t qHash(const Term &term, size_t seed)
{
    struct Range
    {
        const Cell *next;
        quint64 left;
    };
    const detail::Storage *storage = detail::Access::storage(term);
    size_t hash = seed;
    std::vector<Range> stack{{&detail::Access::cell(term), 1}};
    while (!stack.empty()) {
        Range &range = stack.back();
        const Cell &cell = *range.next++;
        if (--range.left == 0)
            stack.pop_back();
        hash = hashCell(cell, storage, hash);
        if (cell.type == CellType::ByteList) {
            // As the cells of a list would give: its bytes, then its tail.
            for (quint32 i = 0; i < cell.count; ++i)
                hash = ::qHash(qint64(cell.bytes[i]), hash);
            hash = hashCell(Cell{CellType::Nil}, storage, hash);
        } else if (cell.type == CellType::Map) {
            hash = qHashMulti(seed, hash, hashPairs(cell, storage, seed));
        } else if (const quint64 children = detail::childCount(cell)) {
            stack.push_back({storage->children(cell), children});
        }
    }
    return hash;
}

} // namespace nodescope::term
