#pragma once

#include <algorithm>

#include <QPainter>

namespace nodescope::widgets {

/// Device pixels to a logical one where `painter` paints now: the screen's pixel ratio, times what
/// the painter itself is scaled by. What is kept as an image is made at this scale.
[[nodiscard]] inline qreal deviceScale(const QPainter &painter)
{
    return std::clamp(painter.deviceTransform().m11(), 0.5, 8.0);
}

} // namespace nodescope::widgets
