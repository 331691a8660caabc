#pragma once

#include <vector>

#include <QPainter>

#include "widgets/graphview/OverlayImages.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// What lies over the graph and does not move with it: the legend, the bird's-eye map, the text of
/// an empty stage.
class Overlay
{
public:
    explicit Overlay(const Picture &picture);

    /// Empty when it is not shown. The legend names only the kinds of link that are there; the map
    /// shows when a part of the graph is outside the view, or the graph is large.
    [[nodiscard]] QRectF legendRect() const { return m_legend; }
    [[nodiscard]] QRectF mapRect() const { return m_map; }
    /// The point of the scene under a point of the map.
    [[nodiscard]] QPointF sceneAt(const QPointF &mapPoint) const;

    /// With `images` what has not changed is not painted again.
    void paint(QPainter &painter, OverlayImages *images = nullptr) const;

private:
    void paintLegend(QPainter &painter) const;
    void paintTrafficRow(QPainter &painter, qreal y) const;
    void paintClockRow(QPainter &painter, qreal y) const;
    /// What a row of the legend says.
    void paintWords(QPainter &painter, qreal y, const QString &words) const;
    void paintMap(QPainter &painter, const graph::BirdsEye &eye) const;
    void paintWindow(QPainter &painter, const graph::BirdsEye &eye) const;
    void paintEmpty(QPainter &painter) const;
    void paintCard(QPainter &painter, const QRectF &rect) const;
    [[nodiscard]] graph::BirdsEye birdsEye() const;
    [[nodiscard]] bool isMapUseful() const;

    const Picture &m_picture;
    std::vector<LinkLine> m_lines; ///< the legend's rows
    bool m_showsTraffic = false;   ///< one row more: what widths mean
    bool m_showsClock = false;     ///< another: what a clock on a link means
    int m_partitions = 0;          ///< and below them
    QRectF m_legend;
    QRectF m_map;
};

} // namespace nodescope::widgets
