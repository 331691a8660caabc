#pragma once

#include <vector>

#include "graph/LinkCurve.h"
#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

/// What signs and their words must keep off, in the view.
struct SignObstacles
{
    std::vector<QPointF> nodes; ///< centres of shapes, which are never covered
    qreal nodeRadius = 0;
    std::vector<QRectF> labels; ///< where names usually stand; given up only when there is no other way
    std::vector<QRectF> taken;  ///< not free: signs that stand already, the legend, the edges of the view
};

/// Finds a place for the sign of a failed link and the plate with its cause. The sign slides along the link,
/// the plate stands at one of its sides; where there is no room the plate goes further away, tied to the sign
/// by a hairline. `obstacles` must outlive it.
class SignPlacer
{
public:
    SignPlacer(const Theme &theme, const SignObstacles &obstacles);
    /// Sets the centre, the words' rectangle (empty: there is no room) and the leader of a sign that has its
    /// radius; a sign for which a short link has no room shrinks, or stands beside the link.
    void place(LinkSign &sign, const graph::LinkCurve &curve, const QSizeF &words) const;

private:
    /// What is near one link.
    struct Near
    {
        std::vector<QPointF> nodes;
        std::vector<QRectF> labels;
        std::vector<QRectF> taken;
    };

    [[nodiscard]] Near nearTo(const graph::LinkCurve &curve, const QSizeF &words) const;
    [[nodiscard]] std::vector<QPointF> centresFor(LinkSign &sign, const graph::LinkCurve &curve,
                                                  const Near &near) const;
    [[nodiscard]] bool placeBeside(LinkSign &sign, const std::vector<QPointF> &centres, const QSizeF &words,
                                   const Near &near) const;
    [[nodiscard]] bool placeAway(LinkSign &sign, const QSizeF &words, const Near &near) const;
    [[nodiscard]] bool isClear(const QPointF &centre, qreal radius, const Near &near) const;
    [[nodiscard]] bool isClear(const QRectF &rect, const Near &near) const;
    [[nodiscard]] bool isClear(const QLineF &leader, const Near &near) const;

    const Theme &m_theme;
    const SignObstacles &m_obstacles;
};

} // namespace nodescope::widgets
