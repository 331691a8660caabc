#pragma once

#include <array>
#include <utility>
#include <vector>

#include <QHash>

#include "graph/Graph.h"
#include "graph/HitTest.h"
#include "graph/LayoutKind.h"
#include "graph/Viewport.h"
#include "widgets/graphview/LinkLook.h"
#include "widgets/graphview/NodeLook.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// A node that has left and is still fading.
struct Ghost
{
    graph::Vertex vertex;
    QPointF position;
    qreal opacity = 0;
};

/// A connection that a person is drawing, by mouse or by keyboard.
struct Rubber
{
    int from = -1; ///< -1: none is being drawn
    int to = -1;   ///< the node that it would reach now
    QPointF end;   ///< in the view, while there is no target
    QString words; ///< what would happen
};

/// What a mark on a link stands for.
enum class TravelKind { Message, Answer, Failed };

/// A message on its way along a link.
struct Travel
{
    int link;
    bool fromA; ///< from the end a to b
    qreal t;    ///< 0 at its beginning, 1 at its end
    TravelKind kind;
};

/// Everything that is painted, as plain values: the view fills it, GraphPainter reads it.
struct Picture
{
    const graph::Graph *graph = nullptr; ///< not owned
    std::vector<NodeLook> nodeLooks;     ///< in the graph's order
    std::vector<LinkLook> linkLooks;
    graph::Viewport viewport;
    quint64 version = 0;           ///< rises when positions, looks or links change
    quint64 looksVersion = 0;      ///< rises when looks or links change, or a node gets its first place
    std::vector<int> specialLinks; ///< whose looks are more than a plain line: each is painted on its own
    std::array<bool, LinkLineCount> linesThere{}; ///< the kinds of line that the legend explains
    std::vector<std::pair<QString, std::vector<int>>>
        groups;  ///< what hulls are drawn around; with the hull's name
    QRectF view; ///< the part of the device to paint into
    Theme theme;
    graph::LayoutKind layoutKind = graph::LayoutKind::Force;

    int hoveredNode = -1;
    int hoveredLink = -1;
    int selectedNode = -1;
    int companionNode = -1; ///< selected beside it
    int selectedLink = -1;
    bool focused = false;
    Rubber rubber;

    qreal phase = 0;                        ///< of moving dots, 0 to 1
    QHash<base::NodeName, qreal> arriving;  ///< 0 just there to 1 in place; others are in place
    QHash<cluster::LinkKey, qreal> flashes; ///< 1 just failed to 0
    std::vector<Ghost> ghosts;
    std::vector<Travel> travels;
    std::vector<std::pair<int, int>> crowds; ///< links with more messages than are shown, and how many more
    std::vector<std::vector<int>> meshes;    ///< drawn as a hull instead of their links
    std::vector<int> meshOf;                 ///< per node, -1: none; empty: there are no meshes

    bool weighted = true;      ///< widths show what goes over links
    bool trafficThere = false; ///< some width does
    bool clocksThere = false;  ///< some link has been silent
    bool gliding = false;      ///< a person pans or zooms at this moment, or the view moves by itself
    bool presenting = false;   ///< thick lines, and no address
    bool legendVisible = true;
    bool mapVisible = true;

    /// While the cluster is split: who reaches whom, per node, 0 the largest group; -1: alone. Empty: it is
    /// whole.
    std::vector<int> partitionOf;
    int partitions = 0;

    /// The zoom without the part that only follows the size of text.
    [[nodiscard]] qreal relativeZoom() const { return viewport.zoom() / theme.scale; }
    /// Radius of a node's shape in the view: grows slower than the zoom, so that a far view still
    /// shows states and a near one is no wall of discs.
    [[nodiscard]] qreal nodeRadius() const;
    [[nodiscard]] graph::HitMetrics hitMetrics() const;
    /// By which lines are thicker than the theme's.
    [[nodiscard]] qreal lineWeight() const { return presenting ? 1.6 : 1; }
    [[nodiscard]] bool showsHulls() const { return layoutKind != graph::LayoutKind::Circle; }
    [[nodiscard]] bool showsTitles() const { return relativeZoom() >= 0.3; }
    [[nodiscard]] bool showsSubtitles() const { return relativeZoom() >= 0.55; }
    /// Whether a link is shown as part of its mesh's hull, not as a line.
    [[nodiscard]] bool isInMesh(const graph::EdgeEnds &edge) const;
    [[nodiscard]] QPointF positionInView(int node) const { return viewport.toView(graph->position(node)); }
};

/// The rectangle of the scene around all nodes' centres.
[[nodiscard]] QRectF sceneBounds(const graph::Graph &graph);

} // namespace nodescope::widgets
