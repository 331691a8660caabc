#pragma once

#include "cluster/history/TimeState.h"
#include "doctor/stories/Story.h"
#include "widgets/timeline/Lanes.h"
#include "widgets/timeline/TimelineGeometry.h"

class QPainter;

namespace nodescope::widgets {

/// Paints into the timeline what concerns the whole cluster: splits as bands behind the lanes of each side,
/// their words in the strip above, marks at the axis, and the moment that is shown. Reads only; what it
/// refers to must live as long as it does.
class StoryPainter
{
public:
    StoryPainter(QPainter &painter, const Theme &theme, const TimelineGeometry &geometry, const Lanes &lanes);

    void paintBands(const QList<doctor::Story> &stories);
    void paintStrip(const QList<doctor::Story> &stories);
    void paintMarks(const QList<cluster::Mark> &marks);
    /// Not while live: the right edge is that.
    void paintPlayhead(const cluster::TimeState &state);

    /// The story whose time is under a point of the strip; null: none.
    [[nodiscard]] static const doctor::Story *storyAt(const QList<doctor::Story> &stories,
                                                      const TimelineGeometry &geometry, double x);

private:
    void paintBand(const QList<base::NodeName> &nodes, double left, double right, const QColor &colour);

    QPainter &m_painter;
    const Theme &m_theme;
    const TimelineGeometry &m_at;
    const Lanes &m_lanes;
};

} // namespace nodescope::widgets
