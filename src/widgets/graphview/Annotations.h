#pragma once

#include <vector>

#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// The label of a node: a title, and below it a subtitle, each on a plate of its own width.
struct NodeLabel
{
    int node = 0;
    QRectF title;
    QRectF subtitle; ///< empty: none
};

/// What stands on a link: a round sign, words in a pill, or plain words.
struct LinkSign
{
    int edge = 0;
    QPointF centre;   ///< of the sign
    qreal radius = 0; ///< 0: no sign
    QRectF words;     ///< empty: none
    QLineF leader;    ///< from the sign to words that stand further away; null: they are beside it
    bool pill = false;
    bool tiny = false; ///< only that it failed: there is no room for the sign of its cause
};

/// The clock of a link on which nothing has come in for a while.
struct LinkClock
{
    int edge = 0;
    QPointF centre;
    qreal radius = 0;
};

/// The name of a host at its hull.
struct HullLabel
{
    QString text;
    QRectF rect;
};

/// The outline of a host's (or a partition's, or a mesh's) nodes.
struct Hull
{
    QPainterPath outline;
    QString text;
    bool mesh = false;
    int group = -1; ///< a partition: of that colour
};

/// Everything with a place of its own, so placed that nothing lies over anything else.
struct Annotations
{
    std::vector<Hull> hulls;
    std::vector<HullLabel> hullLabels;
    std::vector<LinkSign> signs;
    std::vector<LinkClock> clocks;
    std::vector<NodeLabel> labels;
};

/// What is within `area`, in the view's coordinates. `reserved`: rectangles that labels must not enter
/// (legend, map).
[[nodiscard]] Annotations annotate(const Picture &picture, const QRectF &area,
                                   const std::vector<QRectF> &reserved);

} // namespace nodescope::widgets
