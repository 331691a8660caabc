#include "term/detail/MapKeys.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "term/detail/MapOrders.h"

namespace nodescope::term::detail {

namespace {

enum class Keys : quint8 { DistinctAtoms, EqualAtoms, Leaves, Compound };

bool isComparable(const Cell &cell)
{
    return cell.type == CellType::Map && cell.count > 1;
}

/// Marks each atom with the map that holds it as a key: no sorting, no hashing.
class AtomKeys
{
public:
    explicit AtomKeys(std::size_t atoms)
        : m_seenIn(atoms)
    {
    }
    Keys look(const Cell &map, const Storage &storage)
    {
        ++m_map;
        const Cell *key = storage.children(map);
        const Cell *end = key + childCount(map);
        for (; key != end && key->type == CellType::Atom; key += 2) {
            if (std::exchange(m_seenIn[key->count], m_map) == m_map)
                return Keys::EqualAtoms;
        }
        Keys keys = key == end ? Keys::DistinctAtoms : Keys::Leaves;
        for (; key != end; key += 2)
            keys = childCount(*key) > 0 ? Keys::Compound : keys;
        return keys;
    }

private:
    std::vector<quint32> m_seenIn; // counted from 1
    quint32 m_map = 0;
};

} // namespace

bool hasEqualKeys(const Storage &storage, quint64 first, quint64 end)
{
    if (first == end)
        return false;
    AtomKeys atoms(storage.atoms().size());
    bool compound = false;
    for (quint64 i = first; i < end; ++i) {
        const Cell &cell = storage.cells()[i];
        if (!isComparable(cell))
            continue;
        const Keys keys = atoms.look(cell, storage);
        if (keys == Keys::EqualAtoms || (keys == Keys::Leaves && !MapOrders(&storage).add(cell)))
            return true;
        compound = compound || keys == Keys::Compound;
    }
    // Compound keys may hold maps: then all maps are sorted, inner ones first.
    return compound && !MapOrders(&storage).addAllOf(storage.cells()[0]);
}

void keepLastOfEqualKeys(Cell &map, Storage &storage, MapOrders &orders)
{
    if (map.count < 2 || orders.add(map))
        return;
    const std::span<const quint32> sorted = orders.of(map);
    Cell *cells = storage.cells() + map.first;
    std::vector<bool> kept(map.count);
    for (std::size_t i = 0; i < sorted.size();) {
        const CellRef key{cells[2 * quint64(sorted[i])], &storage};
        quint32 last = sorted[i];
        for (++i; i < sorted.size(); ++i) {
            const CellRef next{cells[2 * quint64(sorted[i])], &storage};
            if (compareCells(key, next, Numbers::Exact, orders, orders) != 0)
                break;
            last = std::max(last, sorted[i]);
        }
        kept[last] = true;
    }
    quint32 count = 0;
    for (quint32 i = 0; i < map.count; ++i) {
        if (!kept[i])
            continue;
        cells[2 * quint64(count)] = cells[2 * quint64(i)];
        cells[2 * quint64(count) + 1] = cells[2 * quint64(i) + 1];
        ++count;
    }
    map.count = count;
    if (count > 1)
        orders.add(map);
}

} // namespace nodescope::term::detail
