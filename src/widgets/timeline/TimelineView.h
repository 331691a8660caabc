#pragma once

#include <optional>

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QSet>

#include "cluster/ClusterStore.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/replay/TimeDesk.h"
#include "widgets/timeline/Lanes.h"
#include "widgets/timeline/TimeWindow.h"
#include "widgets/timeline/TimelineGeometry.h"

namespace nodescope::widgets {

/// A lane per node: its states as lines, its events as dots, now at the right edge. One canvas.
///
/// Wheel zooms time, with Shift it goes back and forth; dragging goes back and forth; a click selects the
/// event or the lane's node. Keys: left and right go from event to event, up and down from lane to
/// lane, + and - zoom, End goes to now. A press at the axis or at the moment that is shown, and dragging it,
/// goes to that moment; so does a double click, and a click on the words of a story.
///
/// All references must outlive the view.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// `line` holds what the lanes are made from: all that came so far, whatever moment `store` is at. Marks,
    /// stories and the moment that is shown are the desk's.
    TimelineView(const cluster::ClusterStore &store, const cluster::ClusterStore &line,
                 SelectionModel &selection, TimeDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] const TimeWindow &window() const { return m_window; }
    /// The event under a point of the viewport; null when there is none.
    [[nodiscard]] const cluster::Event *eventAt(const QPointF &point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void goToNow();
    void zoomIn();
    void zoomOut();
    /// Selects the next (1) or previous (-1) event.
    void stepEvent(int step);

Q_SIGNALS:
    /// Whether the right edge is now.
    void followingChanged(bool follows);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    static constexpr double ZoomStep = 1.25;

    [[nodiscard]] TimelineGeometry geometryNow() const;
    /// The lane under a height of the viewport, -1 when there is none.
    [[nodiscard]] int laneAt(double y) const;
    void describe();
    void layOut();
    void tick();
    void restartTimer();
    void zoomAt(double factor, qint64 anchor);
    void announceFollowing();
    void showMoment(const cluster::TimeState &state);
    void seekTo(double x);
    [[nodiscard]] bool isHandle(const QPointF &point) const;
    [[nodiscard]] QString tipAt(const QPointF &point) const;
    void select(const QPointF &point);
    void stepLane(int step);

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    TimeDesk &m_desk;
    Lanes m_lanes;
    TimeWindow m_window;
    TimeWindow m_ofSession; ///< while a recording is shown
    QBasicTimer m_timer;
    std::optional<QPointF> m_dragFrom;
    quint64 m_named = 0;       ///< Lanes::generation() for which the names below were looked through
    QSet<QString> m_ambiguous; ///< names that several hosts have
    bool m_dragged = false;
    bool m_seeking = false;
    QString m_opened; ///< whose past fills the view
    bool m_wasLoading = false;
    bool m_wasFollowing = true;
};

} // namespace nodescope::widgets
