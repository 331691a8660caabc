#pragma once

#include <QSize>

#include "widgets/style/Theme.h"
#include "widgets/timeline/TimeWindow.h"

namespace nodescope::widgets {

/// Where things are in the timeline, in logical pixels of its viewport. A value, made anew for each
/// painting or hit-test.
class TimelineGeometry
{
public:
    /// `hasStrip`: above the lanes a strip stays for what concerns all of them.
    TimelineGeometry(const Theme &theme, const QSize &viewport, int scrolled, const TimeWindow &window,
                     bool hasStrip = false);

    [[nodiscard]] const TimeWindow &window() const { return m_window; }
    [[nodiscard]] QSize viewport() const { return m_viewport; }
    /// Of the part that shows time: its left edge, and how wide it is.
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] int laneHeight() const { return m_laneHeight; }
    /// The top of the axis, at the bottom.
    [[nodiscard]] int axisTop() const { return m_viewport.height() - m_axisHeight; }

    [[nodiscard]] double xOf(qint64 moment) const { return m_left + m_window.xOf(moment, m_width); }
    [[nodiscard]] qint64 momentAt(double x) const { return m_window.momentAt(x - m_left, m_width); }
    /// Of the strip; 0: there is none.
    [[nodiscard]] int stripHeight() const { return m_strip; }
    /// The middle of a lane.
    [[nodiscard]] int laneY(int lane) const;
    /// -1 above the first one; may be beyond the last one.
    [[nodiscard]] int laneAt(double y) const;
    /// How high so many lanes are, with the axis.
    [[nodiscard]] int contentHeight(qsizetype lanes) const;

private:
    TimeWindow m_window;
    QSize m_viewport;
    int m_scrolled;
    int m_left;
    int m_laneHeight;
    int m_strip;
    int m_axisHeight;
    double m_width;
};

} // namespace nodescope::widgets
