#pragma once

#include <QList>
#include <QRectF>

#include "cluster/Process.h"

/// Where a process and all that it is tied to are drawn. Pure.
namespace nodescope::widgets {

/// A process beside the one in the middle.
struct TieBox
{
    QRectF rect;
    int tie = 0;                   ///< in the list of shown ties
    QList<cluster::TieKind> kinds; ///< all that join the two
};

/// The processes of one node, in a frame of their own.
struct TieGroup
{
    base::NodeName node;
    QRectF frame;
    QList<TieBox> boxes;
    int leftOut = 0; ///< more of them than have room
};

struct TiesDrawing
{
    QRectF middle;
    QList<TieGroup> groups; ///< that of the process's own node first, in its frame the middle is not
    QSizeF size;
};

/// How large things are, in pixels.
struct TieSizes
{
    qreal box = 140;
    qreal height = 22;
    qreal gap = 6;
    qreal title = 18;
    int mostPerGroup = 24;
};

/// One box for each process, however many ties join the two; nodes side by side right of the middle.
[[nodiscard]] TiesDrawing layTies(const cluster::ProcessDetail &detail, const TieSizes &sizes, qreal width);

} // namespace nodescope::widgets
