#include "widgets/graphview/NodePainter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QPaintEngine>
#include <QPixmapCache>

#include "widgets/style/DeviceScale.h"
#include "widgets/style/GroupColours.h"

namespace nodescope::widgets {

namespace {

/// Below this radius, in logical pixels, a node is a dot: no ring and nothing inside.
constexpr qreal DotRadius = 5;
constexpr qreal LettersFromRadius = 10;

QString spriteKey(const NodeLook &look, qreal ringWidth, qreal radius, qreal ratio, const Theme &theme)
{
    return QStringLiteral("nodescope-node-%1-%2-%3-%4-%5-%6-%7-%8-%9-")
               .arg(int(look.shape))
               .arg(look.ring.rgba(), 0, 16)
               .arg(look.dashed)
               .arg(look.filled)
               .arg(look.letters)
               .arg(look.glyph ? int(*look.glyph) : -1)
               .arg(radius, 0, 'f', 2)
               .arg(ratio)
               .arg(theme.stage.rgba() ^ look.inside.rgba(), 0, 16) +
           QString::number(ringWidth, 'f', 2);
}

/// Whether two nodes have the same shape; their labels do not matter.
bool looksAlike(const NodeLook &x, const NodeLook &y)
{
    return x.shape == y.shape && x.ring == y.ring && x.dashed == y.dashed && x.filled == y.filled &&
           x.ringWidth == y.ringWidth && x.glyph == y.glyph && x.letters == y.letters && x.inside == y.inside;
}

/// Dashes in units of the pen, a whole number of them around the ring, so that there is no seam.
QList<qreal> ringDashes(qreal radius, qreal penWidth)
{
    const qreal around = 2 * std::numbers::pi * (radius - penWidth / 2);
    const qreal count = std::max(6.0, std::round(around / (3.1 * penWidth)));
    const qreal period = around / count / penWidth;
    return {period * 0.56, period * 0.44};
}

} // namespace

NodePainter::NodePainter(const Picture &picture, QPainter &painter)
    : m_picture(picture)
    , m_painter(painter)
    , m_useSprites(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster)
{
}

bool NodePainter::isDot(const Picture &picture)
{
    return picture.nodeRadius() < DotRadius;
}

QImage NodePainter::dotImage(const Picture &picture, const NodeLook &look, qreal ratio)
{
    const qreal radius = picture.nodeRadius();
    const qreal half = std::ceil(radius * 1.15 + 1);
    QImage image((QSizeF(2 * half, 2 * half) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(ratio, ratio);
    NodePainter(picture, painter).drawShape(painter, look, QPointF(half, half), radius);
    return image;
}

void NodePainter::paint(int node)
{
    const QPointF at = m_picture.positionInView(node);
    const graph::Vertex &vertex = m_picture.graph->vertex(node);
    const qreal arrived = m_picture.arriving.value(vertex.node.name, 1);
    const qreal radius = m_picture.nodeRadius();
    if (arrived < 1) {
        m_painter.setOpacity(arrived);
        drawShape(m_painter, m_picture.nodeLooks[size_t(node)], at, radius * (0.4 + 0.6 * arrived));
        m_painter.setOpacity(1);
        return;
    }
    paintPartition(node, at);
    paintHalo(node, at);
    paintShape(m_picture.nodeLooks[size_t(node)], at, radius);
    if (vertex.pinned && radius > LettersFromRadius)
        drawPin(at, radius);
}

void NodePainter::paintGhost(const Ghost &ghost)
{
    const NodeLook look = lookOf(ghost.vertex, m_picture.theme, false);
    m_painter.setOpacity(ghost.opacity);
    drawShape(m_painter, look, m_picture.viewport.toView(ghost.position),
              m_picture.nodeRadius() * (0.6 + 0.4 * ghost.opacity));
    m_painter.setOpacity(1);
}

void NodePainter::paintHalo(int node, const QPointF &at)
{
    const Theme &theme = m_picture.theme;
    const bool selected = node == m_picture.selectedNode || node == m_picture.companionNode;
    const bool target = node == m_picture.rubber.to;
    const bool hovered = node == m_picture.hoveredNode || node == m_picture.rubber.from;
    if (!selected && !hovered && !target)
        return;
    const qreal radius = std::max(m_picture.nodeRadius() * 1.6, m_picture.nodeRadius() + theme.px(7));
    QColor colour = theme.accent;
    colour.setAlphaF(selected || target ? 0.28F : 0.14F);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawEllipse(at, radius, radius);
    if ((selected && m_picture.focused) || target) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(theme.accent, theme.px(1.6)));
        m_painter.drawEllipse(at, radius, radius);
    }
}

void NodePainter::paintPartition(int node, const QPointF &at)
{
    const auto index = size_t(node);
    if (index >= m_picture.partitionOf.size() || m_picture.partitionOf[index] < 0)
        return;
    QColor colour = groupColour(m_picture.partitionOf[index], m_picture.theme);
    colour.setAlphaF(m_picture.theme.dark ? 0.34F : 0.26F);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    const qreal radius = m_picture.nodeRadius() * 1.42;
    m_painter.drawEllipse(at, radius, radius);
}

void NodePainter::paintShape(const NodeLook &look, const QPointF &at, qreal radius)
{
    if (!m_useSprites) {
        drawShape(m_painter, look, at, radius);
        return;
    }
    const qreal ratio = deviceScale(m_painter);
    const qreal half = std::ceil(radius * 1.15 + 3);
    const QPixmap &sprite = spriteOf(look, radius, half, ratio);
    // On whole device pixels, so that the sprite is as sharp as it was drawn.
    const QPointF corner = (at - QPointF(half, half)) * ratio;
    m_painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, sprite);
}

const QPixmap &NodePainter::spriteOf(const NodeLook &look, qreal radius, qreal half, qreal ratio)
{
    // Most nodes of a picture look alike: the few looks of this repaint are found without a text key.
    for (const auto &[known, sprite] : m_sprites) {
        if (looksAlike(known, look))
            return sprite;
    }
    const QString key =
        spriteKey(look, look.ringWidth * m_picture.lineWeight(), radius, ratio, m_picture.theme);
    QPixmap sprite;
    if (!QPixmapCache::find(key, &sprite)) {
        sprite = QPixmap((QSizeF(2 * half, 2 * half) * ratio).toSize());
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter painter(&sprite);
        painter.setRenderHint(QPainter::Antialiasing);
        drawShape(painter, look, QPointF(half, half), radius);
        painter.end();
        QPixmapCache::insert(key, sprite);
    }
    m_sprites.emplace_back(look, sprite);
    return m_sprites.back().second;
}

void NodePainter::drawShape(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius) const
{
    const Theme &theme = m_picture.theme;
    const bool dot = radius < DotRadius;
    QPen pen(look.ring, theme.px(look.ringWidth) * m_picture.lineWeight() *
                            std::clamp(radius / theme.px(16.5), 0.6, 1.2));
    pen.setJoinStyle(Qt::RoundJoin);
    if (look.dashed && !dot)
        pen.setDashPattern(ringDashes(radius, pen.widthF()));
    if (dot && look.glyph == Glyph::Close) {
        // Never by colour alone: a failed one is a cross.
        drawCross(painter, at, 0.9 * radius, QPen(look.ring, std::max(1.2, 0.45 * radius)));
        return;
    }
    painter.setPen(look.filled || dot ? QPen(Qt::NoPen) : pen);
    painter.setBrush(look.filled || dot ? look.ring : theme.dark ? theme.panel : QColor(Qt::white));
    painter.drawPath(outlineOf(look.shape, radius - (look.filled ? 0 : pen.widthF() / 2)).translated(at));
    if (!dot)
        drawInside(painter, look, at, radius);
}

void NodePainter::drawInside(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius) const
{
    if (radius < LettersFromRadius) {
        drawSmallSign(painter, look, at, radius);
        return;
    }
    const qreal side = 1.05 * radius;
    const QRectF box(at - QPointF(side / 2, side / 2), QSizeF(side, side));
    if (look.glyph == Glyph::Close) {
        // The sign that matters most: bolder than an icon's stroke.
        drawCross(painter, at, 0.26 * radius, QPen(look.inside, 0.13 * radius));
    } else if (look.glyph) {
        paintGlyph(painter, *look.glyph, box, look.inside);
    } else if (!look.letters.isEmpty()) {
        QFont font = m_picture.theme.smallStrong;
        const qreal factor = std::min(1.25, radius / m_picture.theme.px(16.5));
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * factor);
        else
            font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
        painter.setFont(font);
        painter.setPen(look.inside);
        painter.drawText(box.adjusted(-4, -4, 4, 4), Qt::AlignCenter, look.letters);
    }
}

void NodePainter::drawSmallSign(QPainter &painter, const NodeLook &look, const QPointF &at, qreal radius)
{
    // There is no room for letters, but a state is never told by its colour alone.
    const qreal arm = 0.34 * radius;
    const QPen pen(look.inside, std::max(1.1, 0.16 * radius), Qt::SolidLine, Qt::RoundCap);
    if (look.glyph == Glyph::Close) {
        drawCross(painter, at, arm, pen);
    } else if (look.glyph == Glyph::Remove) {
        painter.setPen(pen);
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
    } else if (look.glyph == Glyph::Clock) {
        painter.setPen(pen);
        painter.drawLine(at, at - QPointF(0, arm * 1.3));
        painter.drawLine(at, at + QPointF(arm, 0));
    }
}

void NodePainter::drawCross(QPainter &painter, const QPointF &at, qreal arm, QPen pen)
{
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(arm, -arm), at + QPointF(-arm, arm));
}

void NodePainter::drawPin(const QPointF &at, qreal radius)
{
    const Theme &theme = m_picture.theme;
    const QPointF corner = at + QPointF(radius, -radius) * 0.78;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.plate);
    m_painter.drawEllipse(corner, theme.px(7), theme.px(7));
    const qreal side = theme.px(11);
    paintGlyph(m_painter, Glyph::Pin, QRectF(corner - QPointF(side / 2, side / 2), QSizeF(side, side)),
               theme.secondary);
}

void NodePainter::paintLabel(const NodeLabel &label)
{
    const Theme &theme = m_picture.theme;
    const NodeLook &look = m_picture.nodeLooks[size_t(label.node)];
    const qreal arrived = m_picture.arriving.value(m_picture.graph->vertex(label.node).node.name, 1);
    m_painter.setOpacity(arrived);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.plate);
    m_painter.drawRoundedRect(label.title, theme.px(4), theme.px(4));
    if (!label.subtitle.isEmpty())
        m_painter.drawRoundedRect(label.subtitle, theme.px(4), theme.px(4));
    m_painter.setFont(theme.strong);
    m_painter.setPen(look.titleColour);
    m_painter.drawText(label.title, Qt::AlignCenter | Qt::TextSingleLine, look.title);
    if (!label.subtitle.isEmpty()) {
        m_painter.setFont(theme.small);
        m_painter.setPen(look.subtitleColour);
        m_painter.drawText(label.subtitle, Qt::AlignCenter | Qt::TextSingleLine, look.subtitle);
    }
    m_painter.setOpacity(1);
}

} // namespace nodescope::widgets
