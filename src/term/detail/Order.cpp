#include "term/detail/Order.h"

#include <vector>

#include "term/detail/MapOrders.h"

namespace nodescope::term::detail {

namespace {

/// One comparison of two terms, with a stack of its own instead of recursion.
class Comparison
{
public:
    Comparison(const Storage *a, const Storage *b, const MapOrders *ordersA, const MapOrders *ordersB)
        : m_a(a)
        , m_b(b)
        , m_ordersA(ordersA)
        , m_ordersB(ordersB)
    {
    }

    int run(Cell a, Cell b, Numbers numbers);
    /// The terms differ within maps whose sequences were taken as they are: the result may be wrong.
    [[nodiscard]] bool isDoubtful() const { return !m_ordersA && m_openMaps > 0; }

private:
    /// Parts of two containers that are still to be compared.
    struct Parts
    {
        const Cell *a;
        const Cell *b;
        const uchar *bytesA; // of a ByteList
        const uchar *bytesB;
        quint64 next = 0;
        quint64 end = 0;
        quint32 pairs = 0; // of a map
        qint8 after = 0;   // the result if all parts are equal
        bool map = false;
        Numbers numbers = Numbers::Exact;
    };

    [[nodiscard]] int compareHeads(const Cell &a, const Cell &b, Numbers numbers) const;
    void open(const Cell &a, const Cell &b, Numbers numbers);
    void openLists(const Cell &a, const Cell &b, Parts &parts) const;
    void take(Parts &parts, Cell &a, Cell &b, Numbers &numbers) const;
    [[nodiscard]] static Cell part(const Cell *cells, const uchar *bytes, quint64 index);

    const Storage *m_a;
    const Storage *m_b;
    const MapOrders *m_ordersA;
    const MapOrders *m_ordersB;
    std::vector<Parts> m_stack;
    qsizetype m_openMaps = 0;
};

int Comparison::run(Cell a, Cell b, Numbers numbers)
{
    while (true) {
        if (const int heads = compareHeads(a, b, numbers))
            return heads;
        open(a, b, numbers);
        while (!m_stack.empty() && m_stack.back().next == m_stack.back().end) {
            if (m_stack.back().after)
                return m_stack.back().after;
            m_openMaps -= m_stack.back().map ? 1 : 0;
            m_stack.pop_back();
        }
        if (m_stack.empty())
            return 0;
        Parts &parts = m_stack.back();
        take(parts, a, b, numbers);
        // Gone before its last part is entered, so that chains need no stack.
        if (parts.next == parts.end && !parts.after && !parts.map)
            m_stack.pop_back();
    }
}

int Comparison::compareHeads(const Cell &a, const Cell &b, Numbers numbers) const
{
    if (const int ranks = rankOf(a) - rankOf(b))
        return ranks;
    switch (a.type) {
    case CellType::Tuple:
    case CellType::Map:
    case CellType::Fun:
        return a.count == b.count ? 0 : a.count < b.count ? -1 : 1;
    case CellType::Record:
        return a.count == b.count ? a.flag - b.flag : a.count < b.count ? -1 : 1;
    default:
        return compareLeaves({a, m_a}, {b, m_b}, numbers);
    }
}

void Comparison::open(const Cell &a, const Cell &b, Numbers numbers)
{
    const bool list = kindOf(a) == Kind::List;
    if (!list && childCount(a) == 0)
        return;
    if (m_a == m_b && a.type == b.type && a.count == b.count && a.first == b.first)
        return; // the same cells
    Parts parts{};
    parts.numbers = numbers;
    if (list) {
        openLists(a, b, parts);
    } else {
        parts.a = m_a->children(a);
        parts.b = m_b->children(b);
        parts.end = childCount(a);
        parts.map = a.type == CellType::Map && a.count > 1;
        parts.pairs = a.type == CellType::Map ? a.count : 0;
        m_openMaps += parts.map ? 1 : 0;
    }
    m_stack.push_back(parts);
}

void Comparison::openLists(const Cell &a, const Cell &b, Parts &parts) const
{
    const bool bytesA = a.type == CellType::ByteList;
    const bool bytesB = b.type == CellType::ByteList;
    parts.a = bytesA ? nullptr : m_a->children(a);
    parts.b = bytesB ? nullptr : m_b->children(b);
    parts.bytesA = bytesA ? a.bytes : nullptr;
    parts.bytesB = bytesB ? b.bytes : nullptr;
    static const Cell nil{CellType::Nil};
    const Cell &tailA = bytesA ? nil : parts.a[a.count];
    const Cell &tailB = bytesB ? nil : parts.b[b.count];
    if (a.count == b.count) {
        const bool proper = tailA.type == CellType::Nil && tailB.type == CellType::Nil;
        parts.end = a.count + (proper ? 0 : 1);
    } else if (a.count < b.count) {
        // What is left of the longer list stands against the shorter one's tail, which is no list.
        parts.end = a.count;
        parts.after = rankOf(tailA) < rankOf(b) ? -1 : 1;
    } else {
        parts.end = b.count;
        parts.after = rankOf(tailB) < rankOf(a) ? 1 : -1;
    }
    // A list of bytes has no cell for its tail.
    if (parts.after == 0 && parts.end > a.count && (bytesA || bytesB)) {
        parts.end = a.count;
        parts.after = static_cast<qint8>(rankOf(tailA) < rankOf(tailB) ? -1 : 1);
    }
}

Cell Comparison::part(const Cell *cells, const uchar *bytes, quint64 index)
{
    if (!bytes)
        return cells[index];
    Cell cell{CellType::Integer};
    cell.integer = bytes[index];
    return cell;
}

void Comparison::take(Parts &parts, Cell &a, Cell &b, Numbers &numbers) const
{
    const quint64 index = parts.next++;
    numbers = parts.numbers;
    quint64 indexA = index;
    quint64 indexB = index;
    if (parts.map && m_ordersA) {
        // All keys in ascending order, then the values in that order.
        Cell map{CellType::Map, 0, 0, parts.pairs};
        const bool key = index < parts.pairs;
        const quint64 position = key ? index : index - parts.pairs;
        map.first = static_cast<quint64>(parts.a - m_a->cells());
        indexA = 2 * quint64(m_ordersA->of(map)[position]) + (key ? 0 : 1);
        map.first = static_cast<quint64>(parts.b - m_b->cells());
        indexB = 2 * quint64(m_ordersB->of(map)[position]) + (key ? 0 : 1);
    }
    if (parts.pairs && indexA % 2 == 0)
        numbers = Numbers::Exact;
    a = part(parts.a, parts.bytesA, indexA);
    b = part(parts.b, parts.bytesB, indexB);
}

} // namespace

int compareCells(CellRef a, CellRef b, Numbers numbers, const MapOrders &ordersA, const MapOrders &ordersB)
{
    return Comparison(a.storage, b.storage, &ordersA, &ordersB).run(a.cell, b.cell, numbers);
}

int compareCells(CellRef a, CellRef b, Numbers numbers)
{
    Comparison inSequence(a.storage, b.storage, nullptr, nullptr);
    const int order = inSequence.run(a.cell, b.cell, numbers);
    if (order == 0 || !inSequence.isDoubtful())
        return order;
    MapOrders ordersA(a.storage);
    MapOrders ordersB(b.storage);
    ordersA.addAllOf(a.cell);
    ordersB.addAllOf(b.cell);
    return compareCells(a, b, numbers, ordersA, ordersB);
}

} // namespace nodescope::term::detail
