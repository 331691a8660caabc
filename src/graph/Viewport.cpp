#include "graph/Viewport.h"

#include <algorithm>

namespace nodescope::graph {

QRectF Viewport::toView(const QRectF &scene) const
{
    return QRectF(toView(scene.topLeft()), scene.size() * m_zoom);
}

QRectF Viewport::toScene(const QRectF &view) const
{
    return QRectF(toScene(view.topLeft()), view.size() / m_zoom);
}

void Viewport::zoomAt(const QPointF &viewPoint, double factor)
{
    const QPointF scene = toScene(viewPoint);
    m_zoom = std::clamp(m_zoom * factor, MinZoom, MaxZoom);
    m_offset = viewPoint - scene * m_zoom;
}

void Viewport::fit(const QRectF &scene, const QRectF &view, double largest)
{
    const double width = std::max(1.0, scene.width());
    const double height = std::max(1.0, scene.height());
    const double zoom = std::min(view.width() / width, view.height() / height);
    m_zoom = std::clamp(std::min(zoom, largest), MinZoom / 100, MaxZoom);
    centreOn(scene.center(), view);
}

void Viewport::centreOn(const QPointF &scene, const QRectF &view)
{
    m_offset = view.center() - scene * m_zoom;
}

BirdsEye::BirdsEye(const QRectF &area, const QRectF &scene)
    : m_area(area)
{
    m_map.fit(scene, area);
}

QRectF BirdsEye::window(const Viewport &viewport, const QRectF &view) const
{
    return m_map.toView(viewport.toScene(view)).intersected(m_area);
}

} // namespace nodescope::graph
