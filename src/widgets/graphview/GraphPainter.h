#pragma once

#include <QPainter>

#include "widgets/graphview/Annotations.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

struct GraphCaches;
class LinkPainter;

/// Paints a Picture with any QPainter: the view, an image, SVG, a printer. Keeps no state.
///
/// From bottom to top: ground, hulls, links, nodes, labels and signs, the connection being drawn,
/// legend and map.
class GraphPainter
{
public:
    /// Above this many links, plain ones come from the LinkLayer.
    static constexpr int MostLinksByPainter = 400;
    /// A node with more links under the pointer has them drawn without halos.
    static constexpr size_t MostHalos = 60;

    /// `caches` may be null, as for export: then everything is drawn with the painter.
    explicit GraphPainter(const Picture &picture, GraphCaches *caches = nullptr);
    void paint(QPainter &painter);

private:
    /// What lies in the scene: all but what is being drawn, and what lies over it.
    void paintScene(QPainter &painter, const QRectF &area, const std::vector<QRectF> &reserved);
    /// For those who point at them.
    void keepSigns(const Annotations &annotations);
    void paintLinks(QPainter &painter);
    void paintEach(QPainter &painter, const std::vector<int> &links);
    /// Hovered or selected, or at the hovered node.
    [[nodiscard]] std::vector<int> markedLinks() const;
    /// Whether plain links come from the layer.
    [[nodiscard]] bool isLayered() const;
    void paintNodes(QPainter &painter, const QRectF &area);
    void paintRubber(QPainter &painter);

    const Picture &m_picture;
    GraphCaches *m_caches;
};

} // namespace nodescope::widgets
