#pragma once

#include <QPainter>

#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// Paints messages on their way: an arrow head each, and where there are too many their number.
class TravelPainter
{
public:
    TravelPainter(const Picture &picture, QPainter &painter);
    void paint();

private:
    void paintMark(const Travel &travel);
    void paintCrowd(int link, int count);
    [[nodiscard]] graph::LinkCurve curveOf(int link) const;

    const Picture &m_picture;
    QPainter &m_painter;
};

} // namespace nodescope::widgets
