#pragma once

#include "term/detail/Storage.h"

namespace nodescope::term::detail {

class MapOrders;

/// How numbers compare: Exact as `=:=` (and as map keys sort: integers before floats), Loose as `==`.
enum class Numbers : quint8 { Exact, Loose };

/// A cell and the storage that its payload points into; the storage may be null for cells without parts.
struct CellRef
{
    const Cell &cell;
    const Storage *storage;
};

/// Erlang's term order. Linear in the smaller term as long as maps hold their keys in the same sequence.
[[nodiscard]] int compareCells(CellRef a, CellRef b, Numbers numbers);
/// The same with the sorted key sequences of all maps in both terms at hand.
[[nodiscard]] int compareCells(CellRef a, CellRef b, Numbers numbers, const MapOrders &ordersA,
                               const MapOrders &ordersB);

/// Compares values without parts, of one rank.
[[nodiscard]] int compareLeaves(CellRef a, CellRef b, Numbers numbers);
/// Place of a kind in the term order.
[[nodiscard]] int rankOf(const Cell &cell);

} // namespace nodescope::term::detail
