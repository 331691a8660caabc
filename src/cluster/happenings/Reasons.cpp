#include "cluster/happenings/Reasons.h"

#include <QTimeZone>

namespace nodescope::cluster::happenings {

QDateTime wall(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
}

QHash<base::NodeName, int> sidesOf(const Happening &happening)
{
    QHash<base::NodeName, int> sides;
    for (int side = 0; side < happening.sides.size(); ++side) {
        for (const base::NodeName &node : happening.sides.at(side))
            sides.insert(node, side);
    }
    return sides;
}

QString Reasons::mostTold() const
{
    QString best;
    for (auto it = m_told.begin(); it != m_told.end(); ++it) {
        const int count = m_told.value(best);
        if (best.isEmpty() || *it > count || (*it == count && it.key() < best))
            best = it.key();
    }
    return best;
}

} // namespace nodescope::cluster::happenings
