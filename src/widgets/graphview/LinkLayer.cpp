#include "widgets/graphview/LinkLayer.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "widgets/graphview/LinkPainter.h"
#include "widgets/style/DeviceScale.h"

namespace nodescope::widgets {

namespace {
/// Around the view, in logical pixels: how far one can pan on one image.
constexpr qreal Margin = 160;
/// Opacity of a single line: in a dense graph single lines step back, so that density shows.
qreal opacityFor(int links)
{
    return std::clamp(1.9 - 0.45 * std::log10(double(links)), 0.1, 1.0);
}
} // namespace

void LinkLayer::paint(QPainter &painter, const Picture &picture)
{
    const qreal ratio = deviceScale(painter);
    const Key key = keyOf(picture, ratio);
    QPointF moved = picture.viewport.offset() - m_offset;
    if (key != m_key || std::abs(moved.x()) > Margin || std::abs(moved.y()) > Margin) {
        m_key = key;
        m_offset = picture.viewport.offset();
        render(picture, ratio);
        moved = QPointF();
    }
    // On whole device pixels: the lines are antialiased already.
    const QPointF corner = (picture.view.topLeft() - QPointF(Margin, Margin) + moved) * ratio;
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, m_image);
}

LinkLayer::Key LinkLayer::keyOf(const Picture &picture, qreal ratio)
{
    const bool opens = !picture.meshes.empty();
    return {picture.version,          picture.viewport.zoom(),          ratio,
            picture.view.size(),      opens ? picture.hoveredNode : -1, opens ? picture.selectedNode : -1,
            picture.theme.link.rgba()};
}

void LinkLayer::render(const Picture &picture, qreal ratio)
{
    const QSize size = ((picture.view.size() + QSizeF(2 * Margin, 2 * Margin)) * ratio).toSize();
    m_raster.reset(size.width(), size.height());
    addLinks(picture, ratio);
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    toImage(picture.theme.link, opacityFor(picture.graph->edgeCount()));
}

void LinkLayer::addLinks(const Picture &picture, qreal ratio)
{
    const graph::Graph &graph = *picture.graph;
    std::vector<QPointF> points(size_t(graph.nodeCount()));
    const QPointF origin = picture.view.topLeft() - QPointF(Margin, Margin);
    for (int i = 0; i < graph.nodeCount(); ++i)
        points[size_t(i)] = (picture.positionInView(i) - origin) * ratio;
    const qreal zoom = std::clamp(picture.relativeZoom(), 0.35, 1.2);
    for (int i = 0; i < graph.edgeCount(); ++i) {
        const graph::Edge &edge = graph.edge(i);
        const LinkLook &look = picture.linkLooks[size_t(i)];
        if (!LinkPainter::isPlain(look) || picture.isInMesh(edge) || !graph.isPlaced(edge.a) ||
            !graph.isPlaced(edge.b))
            continue;
        const qreal width = std::max(0.9, picture.theme.px(look.width) * zoom) * ratio;
        const auto draw = [&](const QPointF &from, const QPointF &to, qreal alpha) {
            const int units = std::max(1, int(std::lround(graph::LineRaster::FullStrength * alpha)));
            const QList<qreal> dashes = dashesOf(look.line);
            if (dashes.isEmpty())
                m_raster.addLine(from, to, width, units);
            else
                m_raster.addDashedLine(from, to, width, dashes[0] * width, dashes[1] * width, units);
        };
        const QPointF &a = points[size_t(edge.a)];
        const QPointF &b = points[size_t(edge.b)];
        if (look.alphaA == look.alphaB) {
            draw(a, b, look.alphaA);
            continue;
        }
        const QPointF middle = (a + b) / 2;
        if (look.alphaA > 0)
            draw(a, middle, look.alphaA);
        if (look.alphaB > 0)
            draw(b, middle, look.alphaB);
    }
}

void LinkLayer::toImage(const QColor &colour, qreal opacity)
{
    // Lines over each other let less and less through, as if each had been blended on its own.
    const qreal through = 1 - std::min(opacity, 0.995);
    std::array<QRgb, graph::LineRaster::Saturated + 1> table{};
    for (size_t i = 0; i < table.size(); ++i) {
        const qreal alpha = 1 - std::pow(through, qreal(i) / graph::LineRaster::FullStrength);
        table[i] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), int(std::lround(255 * alpha))));
    }
    for (int y = 0; y < m_raster.height(); ++y) {
        const std::uint16_t *sums = m_raster.row(y);
        auto *pixels = reinterpret_cast<QRgb *>(m_image.scanLine(y));
        for (int x = 0; x < m_raster.width(); ++x)
            pixels[x] = table[std::min<std::uint16_t>(sums[x], graph::LineRaster::Saturated)];
    }
}

} // namespace nodescope::widgets
