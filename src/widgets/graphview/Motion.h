#pragma once

#include <QHash>
#include <QPointF>

#include "graph/Graph.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// What is moving on the stage: nodes on their way to a new place, nodes that arrive or fade away,
/// failures that flash. Brief, and ended by itself; times are milliseconds of any steady clock.
class Motion
{
public:
    static constexpr qint64 MoveTime = 280;
    static constexpr qint64 ArriveTime = 220;
    static constexpr qint64 LeaveTime = 320;
    static constexpr qint64 FlashTime = 900;

    void move(const base::NodeName &node, const QPointF &from, const QPointF &to, qint64 now);
    void arrive(const base::NodeName &node, qint64 now);
    void leave(const graph::Vertex &vertex, const QPointF &position, qint64 now);
    void flash(const cluster::LinkKey &link, qint64 now);
    /// The node is where it is: a person has taken hold of it, or it is gone.
    void stop(const base::NodeName &node);
    /// Sets everything to its end.
    void finish(graph::Graph &graph, Picture &picture);

    /// Whether anything moves; without it no timer needs to run.
    [[nodiscard]] bool isActive() const;
    /// Where a node will come to rest.
    [[nodiscard]] QPointF destination(const base::NodeName &node, const QPointF &now) const;
    /// Brings graph and picture to the moment `now`; true when positions changed.
    bool advance(graph::Graph &graph, Picture &picture, qint64 now);

private:
    struct Move
    {
        QPointF from;
        QPointF to;
        qint64 begun;
    };
    struct Leaving
    {
        graph::Vertex vertex;
        QPointF position;
        qint64 begun;
    };

    bool advanceMoves(graph::Graph &graph, qint64 now);

    QHash<base::NodeName, Move> m_moves;
    QHash<base::NodeName, qint64> m_arrivals;
    QHash<cluster::LinkKey, qint64> m_flashes;
    std::vector<Leaving> m_leaving;
};

} // namespace nodescope::widgets
