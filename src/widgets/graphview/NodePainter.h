#pragma once

#include <utility>
#include <vector>

#include <QPainter>
#include <QPixmap>

#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

/// Paints nodes' shapes and labels. On a screen the shapes come from a cache of sprites, one per
/// look and size; elsewhere (print, export) they are drawn as paths.
class NodePainter
{
public:
    NodePainter(const Picture &picture, QPainter &painter);

    /// Whether nodes are so small that each is a dot: no ring and nothing inside.
    [[nodiscard]] static bool isDot(const Picture &picture);
    /// One as an image, its middle in the image's.
    [[nodiscard]] static QImage dotImage(const Picture &picture, const NodeLook &look, qreal ratio);

    void paint(int node);
    void paintGhost(const Ghost &ghost);
    void paintLabel(const NodeLabel &label);

    /// The cross of what failed, a node's or a link's, with round ends; `arm`: half of its width and height.
    static void drawCross(QPainter &painter, const QPointF &at, qreal arm, QPen pen);

private:
    void paintHalo(int node, const QPointF &at);
    void paintPartition(int node, const QPointF &at);
    void paintShape(const NodeLook &look, const QPointF &at, qreal radius);
    const QPixmap &spriteOf(const NodeLook &look, qreal radius, qreal half, qreal ratio);
    void drawShape(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius) const;
    void drawInside(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius) const;
    /// The sign of a state in a shape that has no room for letters.
    static void drawSmallSign(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius);
    void drawPin(const QPointF &at, qreal radius);

    const Picture &m_picture;
    QPainter &m_painter;
    bool m_useSprites;
    std::vector<std::pair<NodeLook, QPixmap>> m_sprites; ///< of this repaint, all of one size
};

} // namespace nodescope::widgets
