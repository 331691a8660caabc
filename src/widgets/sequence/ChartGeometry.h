#pragma once

#include <vector>

#include <QPoint>
#include <QRect>

#include "graph/sequence/Sequence.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// Where things are in a sequence chart: rows and lanes to pixels and back. A value, in logical pixels of the
/// view; what is scrolled away is in `offset`.
struct ChartGeometry
{
    qreal row = 24;   ///< height of a step
    qreal lane = 160; ///< width of a lane
    qreal times = 96; ///< width of the moments at the left
    qreal head = 40;  ///< height of the names above
    QPointF offset;
    QSizeF view;
    int rows = 0;
    std::vector<int> order; ///< lanes from left to right
    std::vector<int> place; ///< of each lane in it

    /// `zoom` is 1 for the size of the design.
    [[nodiscard]] static ChartGeometry of(const graph::Sequence &sequence, const Theme &theme, qreal zoom);

    [[nodiscard]] QSizeF content() const { return {times + lane * qreal(order.size()), head + row * rows}; }
    /// What rows and lanes are seen in.
    [[nodiscard]] QRectF body() const;
    [[nodiscard]] qreal x(int laneIndex) const;
    [[nodiscard]] qreal y(int rowIndex) const;
    /// First and last row in view; last < first: none.
    [[nodiscard]] std::pair<int, int> seenRows() const;
    [[nodiscard]] int rowAt(qreal y) const;
    /// The lane whose column lies there; -1: none.
    [[nodiscard]] int laneAt(qreal x) const;
    [[nodiscard]] QPointF beginOf(const graph::Arrow &arrow) const;
    [[nodiscard]] QPointF endOf(const graph::Arrow &arrow) const;
    /// The distance of a point from an arrow.
    [[nodiscard]] qreal distance(const graph::Arrow &arrow, const QPointF &point) const;
};

} // namespace nodescope::widgets
