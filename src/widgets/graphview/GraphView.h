#pragma once

#include <memory>
#include <optional>

#include <QAbstractScrollArea>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "graph/LayoutKind.h"
#include "models/NodeFilter.h"
#include "models/Trends.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/graphview/Placement.h"

namespace nodescope::widgets {

class GraphViewPrivate;

/// How a picture for a file or for paper is made.
struct PaintOptions
{
    QSize size;               ///< logical pixels in which it is composed; empty: the view's
    std::optional<bool> dark; ///< empty: as the view
    bool legend = true;
};

/// The stage: the cluster as a picture, on one canvas. Follows a ClusterStore, shares a selection,
/// turns gestures and keys into intents. Decides nothing itself: whether an intent may be carried
/// out is the session's to say.
///
/// Mouse: click selects, with Ctrl a second node beside the first; double click on a node that we are
/// not connected to connects; dragging from the rim of a node to another one asks the first to connect
/// to the second; dragging a node moves and pins it; dragging the ground, or with space or the middle
/// button, pans; the wheel zooms.
/// Keys: arrows go to the nearest node that way, Tab to the next by name, Enter connects, C begins a
/// connection whose target the arrows choose and Enter confirms, Menu opens the menu, Delete
/// dismisses, + - 0 zoom, F fits, Escape ends what has been begun.
///
/// `store` and `selection` must outlive the view.
class GraphView : public QAbstractScrollArea
{
    Q_OBJECT
    /// No animation at all; what would move is there at once.
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion)
    Q_PROPERTY(bool legendVisible READ legendVisible WRITE setLegendVisible)
    Q_PROPERTY(bool mapVisible READ mapVisible WRITE setMapVisible)

public:
    GraphView(cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    ~GraphView() override;

    [[nodiscard]] graph::LayoutKind layoutKind() const;
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] bool legendVisible() const;
    [[nodiscard]] bool mapVisible() const;
    /// 1 is the size of the design.
    [[nodiscard]] qreal zoom() const;
    [[nodiscard]] bool canUndoLayout() const;
    /// Whether nothing is being laid out or moving.
    [[nodiscard]] bool isSettled() const;
    /// Whether full meshes are drawn link by link instead of as a hull with their count.
    [[nodiscard]] bool meshesOpen() const;
    [[nodiscard]] bool isPinned(const base::NodeName &node) const;

    /// Where figures and rates come from; it must outlive the view.
    void setTrends(const models::Trends &trends);
    /// Which figure stands under the names; none: release or state.
    void setFigure(std::optional<models::Figure> figure);
    /// Whether the width of links shows what goes over them.
    void setWeighted(bool weighted);
    /// What is not found is painted faint.
    void setFilter(const models::NodeFilter &filter);

    /// Positions of all nodes, and which are pinned: to be remembered per cluster.
    [[nodiscard]] Placements placements() const;
    /// Nodes that are not there yet take their place when they appear.
    void setPlacements(const Placements &placements);

    /// Where a node is in the viewport, in logical pixels; for tests, tips and tours.
    [[nodiscard]] QPointF positionInView(const base::NodeName &node) const;
    [[nodiscard]] qreal radiusInView(const base::NodeName &node) const;
    /// The plate of a link in the frame that is shown, or its sign where there is no room for words; empty:
    /// neither.
    [[nodiscard]] QRectF plateInView(const cluster::LinkKey &link) const;
    /// What lies under a point of the viewport.
    [[nodiscard]] Selection itemAt(const QPointF &viewportPoint) const;
    /// Nodes in the order in which Tab goes through them; what the accessible interface lists.
    [[nodiscard]] QList<base::NodeName> nodesInOrder() const;
    [[nodiscard]] bool isSelected(const base::NodeName &node) const;
    /// Name, state and release in one line, for a screen reader.
    [[nodiscard]] QString accessibleTextOf(const base::NodeName &node) const;

    /// Paints the whole graph, without selection and hover, fitted into `target`; for export and print.
    void paintTo(QPainter &painter, const QRectF &target, const PaintOptions &options = {}) const;

public Q_SLOTS:
    void setLayoutKind(nodescope::graph::LayoutKind kind);
    /// Lays everything that is not pinned out again. Can be undone.
    void layoutAgain();
    void undoLayout();
    void setPinned(const nodescope::base::NodeName &node, bool pinned);
    void unpinAll();
    void setReducedMotion(bool reduced);
    void setLegendVisible(bool visible);
    void setMapVisible(bool visible);
    void setMeshesOpen(bool open);
    /// Thick lines, and names without hosts.
    void setPresenting(bool presenting);
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// Shows everything; also follows a growing graph until the person pans or zooms.
    void fit();
    void centreOn(const nodescope::base::NodeName &node);
    /// The keyboard's and the menu's way to connect: choose the target, then confirm.
    void beginConnectFrom(const nodescope::base::NodeName &node);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);
    /// Right click or Menu key. `subject` is what was hit, nothing for the ground; it has been
    /// selected before. The receiver builds the menu.
    void contextMenuRequested(const nodescope::widgets::Selection &subject, const QPoint &globalPosition);
    void layoutKindChanged(nodescope::graph::LayoutKind kind);
    void layoutUndoAvailable(bool available);
    void zoomChanged(qreal zoom);
    /// A sentence for the status bar (what a drag or a key would do); empty when there is none.
    void hint(const QString &text);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    friend class GraphViewPrivate;
    std::unique_ptr<GraphViewPrivate> d;
};

} // namespace nodescope::widgets
