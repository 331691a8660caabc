#include <algorithm>

#include "cluster/happenings/HappeningWatch.h"
#include "cluster/happenings/Reasons.h"

/// What becomes of a change once it has settled.
namespace nodescope::cluster {

using namespace happenings;

void HappeningWatch::settle()
{
    const Groups now = groups();
    endHealed(now);
    endReturned();
    findSplits(now);
    findLost();
    findFlappingLinks();
    m_settled = now;
    m_lostLinks.clear();
    m_newLinks.clear();
    m_lostNodes.clear();
    m_lossTold.removeIf([this](const auto &told) { return m_time - told.value() > LossTime; });
    m_unsettledSince = 0;
}

void HappeningWatch::findSplits(const Groups &now)
{
    QHash<base::NodeName, qsizetype> groupOf;
    for (qsizetype i = 0; i < now.size(); ++i) {
        for (const base::NodeName &node : now.at(i))
            groupOf.insert(node, i);
    }
    for (const QList<base::NodeName> &before : std::as_const(m_settled)) {
        QHash<qsizetype, QList<base::NodeName>> parts;
        for (const base::NodeName &node : before) {
            if (groupOf.contains(node))
                parts[groupOf.value(node)].append(node);
        }
        if (parts.size() < 2)
            continue;
        Happening split;
        split.kind = HappeningKind::Split;
        split.sides = parts.values();
        std::sort(split.sides.begin(), split.sides.end(), [](const auto &x, const auto &y) {
            return x.size() != y.size() ? x.size() < y.size() : x < y;
        });
        // Where nobody told of a loss between the sides, we only lost sight of what joined them.
        if (explain(split))
            tell(split);
    }
}

bool HappeningWatch::explain(Happening &split) const
{
    const QHash<base::NodeName, int> sideOf = sidesOf(split);
    qint64 first = m_time;
    Reasons told;
    for (auto it = m_lostLinks.begin(); it != m_lostLinks.end(); ++it) {
        const int a = sideOf.value(it.key().a, -1);
        const int b = sideOf.value(it.key().b, -1);
        if (a < 0 || b < 0 || a == b)
            continue;
        first = std::min(first, it->time);
        told.add(it->reason);
    }
    split.began = wall(first);
    split.reason = told.mostTold();
    return !told.isEmpty();
}

void HappeningWatch::findLost()
{
    Happening lost;
    lost.kind = HappeningKind::NodesLost;
    QList<base::NodeName> group;
    Reasons told;
    qint64 first = m_time;
    for (auto it = m_lostNodes.begin(); it != m_lostNodes.end(); ++it) {
        if (isAlive(it.key()))
            continue;
        group.append(it.key());
        told.add(it->reason);
        first = std::min(first, it->time);
        // It went when the first of the others lost it, not when the last did.
        const qint64 firstTold = m_lossTold.value(it.key(), it->time);
        if (it->time - firstTold <= LossTime)
            first = std::min(first, firstTold);
    }
    if (group.isEmpty())
        return;
    std::sort(group.begin(), group.end());
    lost.sides = {group};
    lost.began = wall(first);
    lost.reason = told.mostTold();
    tell(lost);
}

/// Splits whose sides are together again.
void HappeningWatch::endHealed(const Groups &now)
{
    if (m_newLinks.isEmpty())
        return;
    QHash<base::NodeName, qsizetype> groupOf;
    for (qsizetype i = 0; i < now.size(); ++i) {
        for (const base::NodeName &node : now.at(i))
            groupOf.insert(node, i);
    }
    const QList<quint64> open = m_open.keys();
    for (const quint64 id : open) {
        const Happening &split = m_open[id];
        if (split.kind != HappeningKind::Split)
            continue;
        // Of each side the nodes that still live count; a side that died is none any more.
        QSet<qsizetype> groups;
        for (const QList<base::NodeName> &side : split.sides) {
            for (const base::NodeName &node : side) {
                if (groupOf.contains(node))
                    groups.insert(groupOf.value(node));
            }
        }
        if (groups.size() <= 1)
            end(id, healedAt(split));
    }
}

/// When the last of the sides was joined, by the links that came up since the last judgement.
qint64 HappeningWatch::healedAt(const Happening &split) const
{
    const QHash<base::NodeName, int> sideOf = sidesOf(split);
    QList<std::tuple<qint64, int, int>> crossings;
    for (auto it = m_newLinks.begin(); it != m_newLinks.end(); ++it) {
        const int a = sideOf.value(it.key().a, -1);
        const int b = sideOf.value(it.key().b, -1);
        if (a >= 0 && b >= 0 && a != b)
            crossings.append({*it, a, b});
    }
    std::sort(crossings.begin(), crossings.end());
    QList<int> joined;
    for (int side = 0; side < split.sides.size(); ++side)
        joined.append(side);
    qint64 last = m_lastChange;
    for (const auto &[time, a, b] : std::as_const(crossings)) {
        const int from = joined.at(b);
        const int into = joined.at(a);
        if (from == into)
            continue;
        std::replace(joined.begin(), joined.end(), from, into);
        last = time;
    }
    return last;
}

/// Lost nodes that are all seen again.
void HappeningWatch::endReturned()
{
    const QList<quint64> open = m_open.keys();
    for (const quint64 id : open) {
        const Happening &happening = m_open[id];
        if (happening.kind != HappeningKind::NodesLost)
            continue;
        const QList<base::NodeName> &lost = happening.sides.constFirst();
        if (!std::all_of(lost.begin(), lost.end(), [this](const auto &node) { return isAlive(node); }))
            continue;
        qint64 last = 0;
        for (const base::NodeName &node : lost)
            last = std::max(last, m_members.value(node).since);
        end(id, last);
    }
}

void HappeningWatch::findFlappingLinks()
{
    for (auto it = m_lostLinks.begin(); it != m_lostLinks.end(); ++it) {
        // With a node all its links go; that is told of the node.
        const auto went = [&](const base::NodeName &end) {
            return !isAlive(end) || m_members.value(end).since >= it->time || m_flaps.contains({end, {}});
        };
        if (!went(it.key().a) && !went(it.key().b))
            noteLoss({it.key().a, it.key().b}, *it);
    }
}

} // namespace nodescope::cluster
