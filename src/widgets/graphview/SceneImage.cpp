#include "widgets/graphview/SceneImage.h"

#include <utility>

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

bool SceneImage::serves(const Picture &picture) const
{
    const double stretched = m_placed.stretchIn(picture.viewport);
    return !m_placed.image.isNull() && stretched <= MostStretched && stretched >= 1 / MostStretched &&
           m_placed.placeIn(picture.viewport).contains(picture.view);
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
        m_placed.draw(painter, picture.viewport);
        return true;
    }
    const QRectF area = picture.view.adjusted(-Margin, -Margin, Margin, Margin);
    if (!again || !covered.contains(area))
        return false;
    const QSize size = (area.size() * key.ratio).toSize();
    QImage &image = m_placed.image;
    if (image.size() != size)
        image = QImage(size, QImage::Format_RGB32);
    if (image.isNull())
        return false;
    image.setDevicePixelRatio(key.ratio);
    m_key = key;
    m_placed.viewport = picture.viewport;
    m_placed.corner = area.topLeft();
    QPainter inside(&image);
    inside.translate(-area.topLeft());
    paintScene(inside, area);
    inside.end();
    m_placed.draw(painter, picture.viewport);
    return true;
}

} // namespace nodescope::widgets
