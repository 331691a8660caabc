#include "widgets/graphview/Motion.h"

#include <algorithm>

namespace nodescope::widgets {

namespace {
qreal progress(qint64 begun, qint64 now, qint64 length)
{
    return std::clamp(qreal(now - begun) / qreal(length), 0.0, 1.0);
}

/// Slows down towards the end.
qreal eased(qreal t)
{
    return 1 - (1 - t) * (1 - t) * (1 - t);
}
} // namespace

void Motion::move(const base::NodeName &node, const QPointF &from, const QPointF &to, qint64 now)
{
    m_moves.insert(node, {from, to, now});
}

void Motion::arrive(const base::NodeName &node, qint64 now)
{
    m_arrivals.insert(node, now);
}

void Motion::leave(const graph::Vertex &vertex, const QPointF &position, qint64 now)
{
    m_leaving.push_back({vertex, position, now});
}

void Motion::flash(const cluster::LinkKey &link, qint64 now)
{
    m_flashes.insert(link, now);
}

void Motion::stop(const base::NodeName &node)
{
    m_moves.remove(node);
    m_arrivals.remove(node);
}

void Motion::finish(graph::Graph &graph, Picture &picture)
{
    advance(graph, picture, std::numeric_limits<qint64>::max() / 2);
}

bool Motion::isActive() const
{
    return !m_moves.isEmpty() || !m_arrivals.isEmpty() || !m_flashes.isEmpty() || !m_leaving.empty();
}

QPointF Motion::destination(const base::NodeName &node, const QPointF &now) const
{
    const auto it = m_moves.constFind(node);
    return it == m_moves.constEnd() ? now : it->to;
}

bool Motion::advance(graph::Graph &graph, Picture &picture, qint64 now)
{
    const bool moved = advanceMoves(graph, now);
    picture.arriving.clear();
    m_arrivals.removeIf([&](auto it) {
        const qreal t = progress(it.value(), now, ArriveTime);
        if (t < 1)
            picture.arriving.insert(it.key(), eased(t));
        return t >= 1;
    });
    picture.flashes.clear();
    m_flashes.removeIf([&](auto it) {
        const qreal t = progress(it.value(), now, FlashTime);
        if (t < 1)
            picture.flashes.insert(it.key(), 1 - t);
        return t >= 1;
    });
    picture.ghosts.clear();
    std::erase_if(m_leaving, [&](const Leaving &one) {
        const qreal t = progress(one.begun, now, LeaveTime);
        if (t < 1)
            picture.ghosts.push_back({one.vertex, one.position, 1 - t});
        return t >= 1;
    });
    return moved;
}

bool Motion::advanceMoves(graph::Graph &graph, qint64 now)
{
    const bool any = !m_moves.isEmpty();
    m_moves.removeIf([&](auto it) {
        const int index = graph.indexOf(it.key());
        if (index < 0)
            return true;
        const qreal t = progress(it->begun, now, MoveTime);
        graph.setPosition(index, it->from + (it->to - it->from) * eased(t));
        return t >= 1;
    });
    return any;
}

} // namespace nodescope::widgets
