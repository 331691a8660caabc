#include "widgets/graphview/SceneImage.h"

#include <cmath>

#include "widgets/style/DeviceScale.h"

namespace nodescope::widgets {

namespace {

/// Around the view, in logical pixels: how far one can pan on one image.
constexpr qreal Margin = 96;
/// Stretched further than this, or shrunk, shapes and labels would no longer have their sizes.
constexpr double MostStretched = 1.25;

/// Whether something moves in the scene by itself.
bool isAlive(const Picture &picture)
{
    return picture.rubber.from >= 0 || !picture.ghosts.empty() || !picture.travels.empty() ||
           !picture.arriving.isEmpty() || !picture.flashes.isEmpty();
}

} // namespace

SceneImage::Key SceneImage::keyOf(const Picture &picture, qreal ratio)
{
    Key key;
    key.version = picture.version;
    key.ratio = ratio;
    key.view = picture.view.size();
    key.marked = {picture.hoveredNode, picture.hoveredLink, picture.selectedNode, picture.companionNode,
                  picture.selectedLink};
    key.focused = picture.focused;
    return key;
}

QRectF SceneImage::placeOf(const Picture &picture) const
{
    const double stretched = picture.viewport.zoom() / m_viewport.zoom();
    return QRectF((m_corner - m_viewport.offset()) * stretched + picture.viewport.offset(),
                  QSizeF(m_image.size()) / m_key.ratio * stretched);
}

bool SceneImage::serves(const Picture &picture) const
{
    if (m_image.isNull())
        return false;
    const double stretched = picture.viewport.zoom() / m_viewport.zoom();
    return stretched <= MostStretched && stretched >= 1 / MostStretched &&
           placeOf(picture).contains(picture.view);
}

bool SceneImage::paint(QPainter &painter, const Picture &picture, const QRectF &covered,
                       const PaintScene &paintScene)
{
    if (!picture.gliding || isAlive(picture)) {
        m_last = m_key = Key();
        return false;
    }
    const Key key = keyOf(picture, deviceScale(painter));
    const bool again = std::exchange(m_last, key) == key;
    if (key == m_key && serves(picture)) {
        draw(painter, picture);
        return true;
    }
    const QRectF area = picture.view.adjusted(-Margin, -Margin, Margin, Margin);
    if (!again || !covered.contains(area))
        return false;
    const QSize size = (area.size() * key.ratio).toSize();
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    if (m_image.isNull())
        return false;
    m_image.setDevicePixelRatio(key.ratio);
    m_key = key;
    m_viewport = picture.viewport;
    m_corner = area.topLeft();
    QPainter inside(&m_image);
    inside.translate(-area.topLeft());
    paintScene(inside, area);
    inside.end();
    draw(painter, picture);
    return true;
}

void SceneImage::draw(QPainter &painter, const Picture &picture) const
{
    const QRectF place = placeOf(picture);
    if (picture.viewport.zoom() == m_viewport.zoom()) {
        // On whole device pixels: nothing is smoothed twice.
        const QPointF corner = place.topLeft() * m_key.ratio;
        painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / m_key.ratio, m_image);
        return;
    }
    // Only what is seen is stretched.
    const double pixels = m_image.width() / place.width();
    const QRectF from((picture.view.topLeft() - place.topLeft()) * pixels, picture.view.size() * pixels);
    painter.drawImage(picture.view, m_image, from);
}

} // namespace nodescope::widgets
