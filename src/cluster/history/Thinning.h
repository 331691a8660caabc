#pragma once

#include <QHash>

#include "cluster/Delta.h"

namespace nodescope::cluster {

/// Leaves out counters of links that come oftener than a history keeps them: in a mesh of a hundred nodes
/// there are two for each of 4,950 links at every question, and nobody looks at each of them a day later. All
/// else passes. Not thread-safe.
class Thinning
{
public:
    /// The counters of a link are kept at most once in so many milliseconds; 0: always.
    explicit Thinning(qint64 every)
        : m_every(every)
    {
    }

    [[nodiscard]] Deltas thinned(qint64 time, const Deltas &deltas);

private:
    /// More links than that, and all are forgotten: then some counters are kept too early.
    static constexpr qsizetype MaxLinks = 200'000;

    qint64 m_every;
    QHash<LinkKey, qint64> m_kept; ///< when last
};

} // namespace nodescope::cluster
