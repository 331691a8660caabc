#include "term/detail/MapOrders.h"

#include <algorithm>
#include <numeric>

namespace nodescope::term::detail {

MapOrders::MapOrders(const Storage *storage)
    : m_storage(storage)
{
}

bool MapOrders::addAllOf(const Cell &root)
{
    struct Range
    {
        const Cell *next;
        quint64 left;
    };
    if (childCount(root) == 0)
        return true;
    std::vector<Cell> maps; // outer before inner
    std::vector<Range> stack{{&root, 1}};
    while (!stack.empty()) {
        Range &range = stack.back();
        const Cell &cell = *range.next++;
        if (--range.left == 0)
            stack.pop_back();
        if (cell.type == CellType::Map && cell.count > 1)
            maps.push_back(cell);
        if (const quint64 children = childCount(cell))
            stack.push_back({m_storage->children(cell), children});
    }
    bool distinct = true;
    for (auto map = maps.rbegin(); map != maps.rend(); ++map)
        distinct = add(*map) && distinct;
    return distinct;
}

bool MapOrders::add(const Cell &map)
{
    const quint64 start = m_positions.size();
    m_positions.resize(start + map.count);
    const auto begin = m_positions.begin() + static_cast<std::ptrdiff_t>(start);
    std::iota(begin, m_positions.end(), 0U);
    m_starts.insert(map.first, start);
    const Cell *cells = m_storage->children(map);
    const auto order = [&](quint32 a, quint32 b) {
        return compareCells({cells[2 * quint64(a)], m_storage}, {cells[2 * quint64(b)], m_storage},
                            Numbers::Exact, *this, *this);
    };
    const auto less = [&](quint32 a, quint32 b) { return order(a, b) < 0; };
    // OTP sends maps of up to 32 pairs sorted by key.
    if (!std::is_sorted(begin, m_positions.end(), less))
        std::sort(begin, m_positions.end(), less);
    return std::adjacent_find(begin, m_positions.end(),
                              [&](quint32 a, quint32 b) { return order(a, b) == 0; }) == m_positions.end();
}

std::span<const quint32> MapOrders::of(const Cell &map) const
{
    const auto start = m_starts.constFind(map.first);
    if (start == m_starts.constEnd())
        return {};
    return {m_positions.data() + *start, map.count};
}

} // namespace nodescope::term::detail
