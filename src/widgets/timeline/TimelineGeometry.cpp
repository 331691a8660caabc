#include "widgets/timeline/TimelineGeometry.h"

#include <algorithm>
#include <cmath>

namespace nodescope::widgets {

namespace {
/// Free above the first lane and below the last one.
constexpr int Margin = 4;
constexpr int NamesWidth = 100;
constexpr int LaneHeight = 18;
constexpr int AxisHeight = 20;
constexpr int RightMargin = 14;
} // namespace

TimelineGeometry::TimelineGeometry(const Theme &theme, const QSize &viewport, int scrolled,
                                   const TimeWindow &window, bool hasStrip)
    : m_window(window)
    , m_viewport(viewport)
    , m_scrolled(scrolled)
    , m_left(theme.ipx(NamesWidth))
    , m_laneHeight(theme.ipx(LaneHeight))
    , m_strip(hasStrip ? m_laneHeight : 0)
    , m_axisHeight(theme.ipx(AxisHeight))
    , m_width(std::max(1, viewport.width() - m_left - theme.ipx(RightMargin)))
{
}

int TimelineGeometry::laneY(int lane) const
{
    return lane * m_laneHeight + m_laneHeight / 2 + Margin + m_strip - m_scrolled;
}

int TimelineGeometry::laneAt(double y) const
{
    if (y < m_strip)
        return -1;
    return std::max(-1, static_cast<int>(std::floor((y - Margin - m_strip + m_scrolled) / m_laneHeight)));
}

int TimelineGeometry::contentHeight(qsizetype lanes) const
{
    return static_cast<int>(lanes) * m_laneHeight + 2 * Margin + m_strip + m_axisHeight;
}

} // namespace nodescope::widgets
