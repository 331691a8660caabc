#pragma once

#include "term/detail/Storage.h"

namespace nodescope::term::detail {

class MapOrders;

/// Whether any map of a freshly decoded storage has two equal keys; all maps stand in the cells from
/// `first` to before `end`. Linear for keys that are atoms, else sorts.
[[nodiscard]] bool hasEqualKeys(const Storage &storage, quint64 first, quint64 end);

/// Drops all pairs but the last of those with equal keys, and adds the map to `orders`, which must hold
/// the maps within its keys.
void keepLastOfEqualKeys(Cell &map, Storage &storage, MapOrders &orders);

} // namespace nodescope::term::detail
