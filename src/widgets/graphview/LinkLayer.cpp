#include "widgets/graphview/LinkLayer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "widgets/graphview/LinkPainter.h"
#include "widgets/graphview/NodePainter.h"
#include "widgets/style/DeviceScale.h"

namespace nodescope::widgets {

using graph::LineRaster;
using graph::RasterInput;
using graph::RasterLine;

namespace {

/// Around the view, in logical pixels: how far one can pan on one image.
constexpr qreal Margin = 160;
/// A graph with more links, or nodes as dots, is made by a thread while only the view changes.
constexpr int LinksAtOnce = 2500;
/// So many nodes are no dots yet.
constexpr int FewNodes = 600;

/// Opacity of a single line: in a dense graph single lines step back, so that density shows.
qreal opacityFor(int links)
{
    return std::clamp(1.9 - 0.45 * std::log10(double(links)), 0.1, 1.0);
}

void fillColours(RasterInput &input, const QColor &colour, qreal opacity)
{
    // Lines over each other let less and less through, as if each had been blended on its own.
    const qreal through = 1 - std::min(opacity, 0.995);
    for (size_t i = 0; i < input.colours.size(); ++i) {
        const qreal alpha = 1 - std::pow(through, qreal(i) / LineRaster::FullStrength);
        input.colours[i] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), int(std::lround(255 * alpha))));
    }
}

// The lines that the image holds, each in a style for each level of traffic.
constexpr std::array PlainLines{LinkLine::Visible, LinkLine::Hidden, LinkLine::Ours, LinkLine::OneSided,
                                LinkLine::Down};

std::uint8_t styleOf(const LinkLook &look)
{
    const auto line = std::find(PlainLines.begin(), PlainLines.end(), look.line) - PlainLines.begin();
    return std::uint8_t(int(line) * (HighestTrafficLevel + 2) + look.traffic + 1);
}

/// With more links that are no plain lines, the painter would take most of the time of a frame.
constexpr size_t Crowd = 250;

std::uint8_t strengthOf(qreal alpha)
{
    return alpha <= 0 ? std::uint8_t(0)
                      : std::uint8_t(std::max(1L, std::lround(LineRaster::FullStrength * alpha)));
}

} // namespace

bool LinkLayer::holds(const Picture &picture, const LinkLook &look)
{
    if (LinkPainter::isPlain(look))
        return true;
    const bool simple = look.line == LinkLine::OneSided || look.line == LinkLine::Down;
    return simple && picture.specialLinks.size() > Crowd;
}

bool LinkLayer::holdsNodes(const Picture &picture)
{
    return picture.graph->nodeCount() > FewNodes && NodePainter::isDot(picture);
}

bool LinkLayer::Key::isLaterThan(const Key &other) const
{
    Key same = *this;
    same.version = other.version;
    return same == other;
}

LinkLayer::Key LinkLayer::keyOf(const Picture &picture, qreal ratio)
{
    Key key;
    key.version = picture.version;
    key.ratio = ratio;
    key.view = picture.view.size();
    key.selected = picture.meshes.empty() ? -1 : picture.selectedNode;
    key.nodes = holdsNodes(picture);
    key.weight = picture.lineWeight();
    key.colour = picture.theme.link.rgba();
    return key;
}

void LinkLayer::paint(QPainter &painter, const Picture &picture)
{
    if (m_job && m_job->isReady()) {
        m_spare = std::move(m_shown.placed.image);
        m_shown = std::move(m_next);
        m_shown.placed.image = m_job->take();
        m_shown.placed.image.setDevicePixelRatio(m_shown.key.ratio);
        m_job.reset();
    }
    const Key key = keyOf(picture, deviceScale(painter));
    if (m_shown.isEmpty && key == m_shown.key)
        return;
    const graph::Viewport &then = m_shown.placed.viewport;
    const QPointF moved = picture.viewport.offset() - then.offset();
    const bool sameZoom = picture.viewport.zoom() == then.zoom();
    const bool within = std::max(std::abs(moved.x()), std::abs(moved.y())) <= m_shown.margin;
    const bool same = key == m_shown.key;
    // Nodes that are in the image stay at the ends of their links, even if both are a few frames late.
    const bool mayWait = same ? picture.graph->edgeCount() > LinksAtOnce || key.nodes
                              : key.nodes && key.isLaterThan(m_shown.key);
    if (m_shown.placed.image.isNull())
        renderNow(picture, key);
    else if (!same || !sameZoom || !within)
        mayWait ? renderLater(picture, key) : renderNow(picture, key);
    if (!m_shown.isEmpty)
        m_shown.placed.draw(painter, picture.viewport);
}

QRectF LinkLayer::covered(const Picture &picture) const
{
    if (m_shown.isEmpty && m_shown.key.version == picture.version)
        return Everywhere;
    if (m_shown.placed.image.isNull() || m_shown.key.version != picture.version ||
        m_shown.key.view != picture.view.size())
        return {};
    return m_shown.placed.placeIn(picture.viewport);
}

LinkLayer::Made LinkLayer::madeFor(const Picture &picture, const Key &key) const
{
    // While nodes move, each frame is another image: what is outside of the view would be made in vain.
    const bool moving = m_shown.key.version != 0 && m_shown.key.version != key.version;
    const qreal margin = moving ? 0 : Margin;
    return Made{key, margin, {{}, picture.viewport, picture.view.topLeft() - QPointF(margin, margin)}};
}

void LinkLayer::renderNow(const Picture &picture, const Key &key)
{
    m_job.reset();
    QImage image = std::move(m_shown.placed.image);
    m_shown = madeFor(picture, key);
    const RasterInput input = inputFor(picture, m_shown);
    m_shown.isEmpty = input.lines->empty() && input.dots.empty();
    if (m_shown.isEmpty)
        return;
    graph::rasterise(input, m_raster, image);
    image.setDevicePixelRatio(key.ratio);
    m_shown.placed.image = std::move(image);
}

void LinkLayer::renderLater(const Picture &picture, const Key &key)
{
    if (m_job)
        return;
    m_next = madeFor(picture, key);
    m_job = std::make_unique<graph::RasterJob>(inputFor(picture, m_next), std::move(m_spare));
    m_spare = QImage();
}

RasterInput LinkLayer::inputFor(const Picture &picture, const Made &made)
{
    const qreal ratio = made.key.ratio;
    const LinesOf linesOf{picture.looksVersion, made.key.selected};
    if (!(m_linesOf == linesOf) || !m_lines) {
        collectLines(picture);
        m_linesOf = linesOf;
    }
    const DotsOf dotsOf{picture.looksVersion, made.placed.viewport.zoom(), ratio};
    if (made.key.nodes && !(m_dotsOf == dotsOf)) {
        collectDots(picture, ratio);
        m_dotsOf = dotsOf;
    }
    RasterInput input;
    input.size = ((picture.view.size() + QSizeF(2 * made.margin, 2 * made.margin)) * ratio).toSize();
    input.points.reserve(size_t(picture.graph->nodeCount()));
    for (const QPointF &position : picture.graph->positions())
        input.points.push_back((made.placed.viewport.toView(position) - made.placed.corner) * ratio);
    input.lines = m_lines;
    const qreal zoom = std::clamp(picture.relativeZoom(), 0.35, 1.2);
    for (const LinkLine line : PlainLines) {
        for (int traffic = -1; traffic <= HighestTrafficLevel; ++traffic) {
            const qreal usual = traffic >= 0                                       ? widthOfTraffic(traffic)
                                : line == LinkLine::Ours || line == LinkLine::Down ? 1.2
                                                                                   : 1.7;
            const qreal width = std::max(0.9, picture.theme.px(usual) * made.key.weight * zoom) * ratio;
            // In a crowd thousands of dots each would be what takes the time: there they are a faint line.
            const QList<qreal> dashes = line == LinkLine::Down ? QList<qreal>() : dashesOf(line);
            input.styles.push_back(
                {width, dashes.isEmpty() ? 0 : dashes[0] * width, dashes.isEmpty() ? 0 : dashes[1] * width});
        }
    }
    fillColours(input, picture.theme.link, opacityFor(picture.graph->edgeCount()));
    if (made.key.nodes) {
        input.dots = m_dots;
        input.dotOf = m_dotOf;
    }
    return input;
}

void LinkLayer::collectLines(const Picture &picture)
{
    const graph::Graph &graph = *picture.graph;
    auto lines = std::make_shared<std::vector<RasterLine>>();
    lines->reserve(size_t(graph.edgeCount()));
    for (int i = 0; i < graph.edgeCount(); ++i) {
        const graph::EdgeEnds &edge = graph.ends(i);
        if (picture.isInMesh(edge) || !graph.isPlaced(edge.a) || !graph.isPlaced(edge.b))
            continue;
        const LinkLook &look = picture.linkLooks[size_t(i)];
        if (!holds(picture, look))
            continue;
        const qreal faint = look.line == LinkLine::Down ? 0.35 : 1;
        lines->push_back({edge.a, edge.b, strengthOf(look.alphaA * faint), strengthOf(look.alphaB * faint),
                          styleOf(look)});
    }
    m_lines = std::move(lines);
}

void LinkLayer::collectDots(const Picture &picture, qreal ratio)
{
    const graph::Graph &graph = *picture.graph;
    auto dotOf = std::make_shared<std::vector<std::uint8_t>>(size_t(graph.nodeCount()), RasterInput::NoDot);
    std::vector<const NodeLook *> known;
    m_dots.clear();
    for (int i = 0; i < graph.nodeCount(); ++i) {
        if (!graph.isPlaced(i))
            continue;
        const NodeLook &look = picture.nodeLooks[size_t(i)];
        const auto it = std::find_if(known.begin(), known.end(), [&](const NodeLook *one) {
            return one->shape == look.shape && one->ring == look.ring && one->glyph == look.glyph;
        });
        (*dotOf)[size_t(i)] = std::uint8_t(it - known.begin());
        if (it == known.end()) {
            known.push_back(&look);
            m_dots.push_back(NodePainter::dotImage(picture, look, ratio));
        }
    }
    m_dotOf = std::move(dotOf);
}

} // namespace nodescope::widgets
