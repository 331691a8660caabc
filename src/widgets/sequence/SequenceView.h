#pragma once

#include <memory>

#include <QAbstractScrollArea>
#include <QTimer>

#include "cluster/ClusterStore.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/sequence/ChartPainter.h"

namespace nodescope::widgets {

/// Messages as a sequence chart: a lane a process, a row a step. Follows the store and, while its end is in
/// view, the newest step. Only what is in view is painted; of a flood the newest MaxSteps are kept.
///
/// Mouse: a click selects a message, the wheel scrolls, with Ctrl it zooms. Keys: up and down go from message
/// to message, Home and End to the first and last, left and right scroll, + - 0 zoom, Ctrl+C copies the
/// selected message. The menu of a lane hides it, or shows only it and those with which it exchanges
/// messages.
///
/// Both must outlive the view.
class SequenceView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int MaxSteps = 10000;

    SequenceView(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

    [[nodiscard]] const graph::Sequence &sequence() const { return m_sequence; }
    /// The moment that is shown, milliseconds since the epoch; 0: now. What came after it is veiled.
    void setMoment(qint64 moment);
    void setOptions(const graph::SequenceOptions &options);
    [[nodiscard]] const graph::SequenceOptions &options() const { return m_sequence.options(); }
    /// All lanes that there would be if none were hidden.
    [[nodiscard]] std::vector<graph::Lane> allLanes() const;
    [[nodiscard]] ChartGeometry geometryNow() const;
    [[nodiscard]] bool isEmpty() const { return m_sequence.rows().empty(); }
    /// Whether it goes on to each new step.
    [[nodiscard]] bool follows() const { return m_follows; }
    /// The arrow that is selected; -1: none.
    [[nodiscard]] int selectedArrow() const;
    void selectArrow(int arrow);

    /// The size of all of it, in logical pixels, cut where no picture is that large.
    [[nodiscard]] QSize pictureSize() const;
    /// Paints the latest rows that fit into `target`, light, for files.
    void paintTo(QPainter &painter, const QRectF &target) const;
    /// Brings it up to date at once, also while nobody sees it.
    void refreshNow();

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void goToNewest();
    void copySelected() const;

Q_SIGNALS:
    /// What is shown has changed: how much, and how much is left out.
    void shown();
    void followsChanged(bool follows);
    void lanesRequested();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void takeNew();
    void rebuild(const graph::SequenceOptions &options);
    void layOut();
    void setZoom(qreal zoom);
    void follow(const Selection &selection);
    void reveal(int arrow);
    void refreshRelations();
    [[nodiscard]] int futureRow() const;
    void tellSelected();
    [[nodiscard]] const graph::CausalOrder &order() const;
    [[nodiscard]] int arrowAt(const QPointF &at) const;
    [[nodiscard]] QString tipAt(const QPointF &at) const;
    void hideLane(int lane);
    void showOnly(int lane);

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    graph::Sequence m_sequence;
    mutable std::unique_ptr<graph::CausalOrder> m_order; ///< of m_sequence as it is; null: to be made
    ChartPainter::Marks m_marks;
    quint64 m_taken = 0; ///< id of the last step that is in the sequence
    QTimer m_later;      ///< joins the steps of a flood
    qint64 m_moment = 0;
    qreal m_zoom = 1;
    bool m_follows = true;
    bool m_layingOut = false;
};

} // namespace nodescope::widgets
