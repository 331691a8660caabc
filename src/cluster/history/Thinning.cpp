#include "cluster/history/Thinning.h"

namespace nodescope::cluster {

Deltas Thinning::thinned(qint64 time, const Deltas &deltas)
{
    if (m_every <= 0)
        return deltas;
    if (m_kept.size() > MaxLinks)
        m_kept.clear();
    Deltas kept;
    kept.reserve(deltas.size());
    for (const Delta &delta : deltas) {
        if (const auto *told = std::get_if<TrafficChanged>(&delta)) {
            const auto last = m_kept.constFind(told->traffic.key);
            const bool known = told->traffic.isKnown();
            if (known && last != m_kept.constEnd() && time >= *last && time - *last < m_every)
                continue;
            if (known)
                m_kept.insert(told->traffic.key, time);
            else
                m_kept.remove(told->traffic.key);
        } else if (const auto *gone = std::get_if<LinkRemoved>(&delta)) {
            m_kept.remove(gone->key);
        }
        kept.append(delta);
    }
    return kept;
}

} // namespace nodescope::cluster
