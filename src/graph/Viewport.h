#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace nodescope::graph {

/// What the view shows of the scene: view = scene * zoom + offset. A value.
class Viewport
{
public:
    static constexpr double MinZoom = 0.02;
    static constexpr double MaxZoom = 4;

    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QPointF offset() const { return m_offset; }
    [[nodiscard]] QPointF toView(const QPointF &scene) const { return scene * m_zoom + m_offset; }
    [[nodiscard]] QPointF toScene(const QPointF &view) const { return (view - m_offset) / m_zoom; }
    [[nodiscard]] QRectF toView(const QRectF &scene) const;
    [[nodiscard]] QRectF toScene(const QRectF &view) const;

    void pan(const QPointF &byView) { m_offset += byView; }
    /// What is under `viewPoint` stays there.
    void zoomAt(const QPointF &viewPoint, double factor);
    /// Shows `scene` in the middle of `view`, at most at `largest` zoom.
    void fit(const QRectF &scene, const QRectF &view, double largest = 1);
    /// The same zoom, with `scene` in the middle of `view`.
    void centreOn(const QPointF &scene, const QRectF &view);

    friend bool operator==(const Viewport &, const Viewport &) = default;

private:
    double m_zoom = 1;
    QPointF m_offset;
};

/// The bird's-eye map: the whole scene in a small rectangle of the view.
class BirdsEye
{
public:
    /// `area` is the map's rectangle in the view, `scene` what it must show.
    BirdsEye(const QRectF &area, const QRectF &scene);

    [[nodiscard]] QPointF toMap(const QPointF &scene) const { return m_map.toView(scene); }
    [[nodiscard]] QPointF toScene(const QPointF &map) const { return m_map.toScene(map); }
    /// The part that the view shows, as a rectangle within the area.
    [[nodiscard]] QRectF window(const Viewport &viewport, const QRectF &view) const;

private:
    QRectF m_area;
    Viewport m_map;
};

} // namespace nodescope::graph
