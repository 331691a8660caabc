#pragma once

#include <QSet>

#include "cluster/Event.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/timeline/Lanes.h"
#include "widgets/timeline/TimelineGeometry.h"

class QPainter;

namespace nodescope::widgets {

/// Paints lanes, events, the marker of the selected event and the axis. Reads only; what it refers
/// to must live as long as it does.
class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, const Theme &theme, const TimelineGeometry &geometry,
                    const Lanes &lanes, const Selection &selection);

    /// Names in `ambiguous` are shown with their host.
    void paintLanes(const QSet<QString> &ambiguous);
    void paintEvents(const std::deque<cluster::Event> &events);
    void paintMarker(const std::deque<cluster::Event> &events);
    void paintAxis();

private:
    void paintLane(int index, bool withHost);
    void paintSpans(const QList<Lanes::Span> &spans, int y);
    void paintEvent(const cluster::Event &event, int y);

    QPainter &m_painter;
    const Theme &m_theme;
    const TimelineGeometry &m_at;
    const Lanes &m_lanes;
    const Selection &m_selection;
};

} // namespace nodescope::widgets
