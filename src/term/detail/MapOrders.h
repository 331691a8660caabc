#pragma once

#include <span>
#include <vector>

#include <QHash>

#include "term/detail/Order.h"

namespace nodescope::term::detail {

/// For maps of one storage: their pairs' positions in ascending order of the keys. Needed where two maps
/// hold their pairs in different sequences. Inner maps come first, so nothing recurses, and each map is
/// sorted once however often it is compared.
class MapOrders
{
public:
    explicit MapOrders(const Storage *storage);

    /// Sorts all maps of at least two pairs in and below `root`. False if two keys of one are equal.
    bool addAllOf(const Cell &root);
    /// Sorts one map; those within its keys must have been added. False if two keys are equal.
    bool add(const Cell &map);
    /// Positions of the pairs of a map that was added.
    [[nodiscard]] std::span<const quint32> of(const Cell &map) const;

private:
    const Storage *m_storage;
    QHash<quint64, quint64> m_starts; // by the map's first cell
    std::vector<quint32> m_positions;
};

} // namespace nodescope::term::detail
