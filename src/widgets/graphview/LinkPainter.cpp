#include "widgets/graphview/LinkPainter.h"

#include <cmath>

#include "widgets/graphview/NodePainter.h"
#include "widgets/graphview/Silences.h"

namespace nodescope::widgets {

LinkPainter::LinkPainter(const Picture &picture, QPainter &painter)
    : m_picture(picture)
    , m_painter(painter)
{
}

bool LinkPainter::isPlain(const LinkLook &look)
{
    return look.line == LinkLine::Visible || look.line == LinkLine::Hidden || look.line == LinkLine::Ours;
}

void LinkPainter::paint(int index)
{
    const graph::Edge &edge = m_picture.graph->edge(index);
    const LinkLook &look = m_picture.linkLooks[size_t(index)];
    const graph::LinkCurve curve =
        graph::curveOf(edge, m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
    const qreal flash = m_picture.flashes.value(edge.link.key, 0);
    if (flash > 0) {
        LinkLook glow = look;
        glow.colour.setAlphaF(float(0.35 * flash));
        stroke(curve, glow, m_picture.theme.px(9) * flash);
    }
    stroke(curve, look, 0);
}

void LinkPainter::paintMarked(int index)
{
    const graph::Edge &edge = m_picture.graph->edge(index);
    LinkLook look = m_picture.linkLooks[size_t(index)];
    const graph::LinkCurve curve =
        graph::curveOf(edge, m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
    LinkLook halo = look;
    halo.colour = m_picture.theme.accent;
    halo.colour.setAlphaF(0.22F);
    halo.line = look.line == LinkLine::Failed ? LinkLine::Failed : LinkLine::Visible;
    halo.alphaA = halo.alphaB = 1;
    stroke(curve, halo, m_picture.theme.px(7));
    if (isPlain(look))
        look.colour = mixed(look.colour, m_picture.theme.text, 0.55);
    stroke(curve, look, m_picture.theme.px(0.5));
}

void LinkPainter::paintPlainly(const std::vector<int> &edges)
{
    std::vector<QLineF> lines;
    for (const int index : edges) {
        const graph::Edge &edge = m_picture.graph->edge(index);
        lines.emplace_back(m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
    }
    // Opaque and not smoothed: anything else would take a hundred times as long.
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(mixed(m_picture.theme.link, m_picture.theme.text, 0.4), 0));
    m_painter.drawLines(lines.data(), int(lines.size()));
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void LinkPainter::stroke(const graph::LinkCurve &curve, const LinkLook &look, qreal extraWidth)
{
    const qreal width = m_picture.theme.px(look.width) * m_picture.lineWeight() *
                            std::clamp(m_picture.relativeZoom(), 0.6, 1.2) +
                        extraWidth;
    if (curve.curved) {
        QPainterPath path(curve.from);
        path.quadTo(curve.control, curve.to);
        m_painter.strokePath(path, QPen(look.colour, width, Qt::SolidLine, Qt::RoundCap));
        return;
    }
    if (look.alphaA == look.alphaB) {
        strokeHalf(curve.from, curve.to, look, look.alphaA, width);
    } else {
        strokeHalf(curve.from, curve.at(0.5), look, look.alphaA, width);
        strokeHalf(curve.to, curve.at(0.5), look, look.alphaB, width);
    }
    if (look.line == LinkLine::OneSided)
        paintTick(curve, look);
}

void LinkPainter::strokeHalf(const QPointF &from, const QPointF &to, const LinkLook &look, qreal alpha,
                             qreal width)
{
    if (alpha <= 0)
        return;
    QColor colour = look.colour;
    colour.setAlphaF(float(colour.alphaF() * alpha));
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    const QList<qreal> dashes = dashesOf(look.line);
    if (!dashes.isEmpty()) {
        pen.setDashPattern(dashes);
        if (look.line == LinkLine::Connecting) {
            pen.setCapStyle(Qt::RoundCap);
            pen.setDashOffset(-m_picture.phase * (dashes[0] + dashes[1]));
        }
    }
    m_painter.setPen(pen);
    m_painter.drawLine(from, to);
}

void LinkPainter::paintTick(const graph::LinkCurve &curve, const LinkLook &look)
{
    const Theme &theme = m_picture.theme;
    const QPointF along = curve.to - curve.from;
    const qreal length = std::hypot(along.x(), along.y());
    if (length < 1)
        return;
    const QPointF normal = QPointF(-along.y(), along.x()) / length * theme.px(5.5);
    const QPointF middle = curve.at(0.5);
    m_painter.setPen(QPen(theme.attention, theme.px(2), Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(middle - normal, middle + normal);
    // Where the other half would be, hardly seen: it leads the eye to the end that is blind.
    QColor faint = look.colour;
    faint.setAlphaF(0.35F);
    QPen pen(faint, theme.px(1.2), Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1, 5});
    m_painter.setPen(pen);
    m_painter.drawLine(middle, look.alphaA > 0 ? curve.to : curve.from);
}

void LinkPainter::paintClock(QPainter &painter, const Theme &theme, const QPointF &centre, qreal radius,
                             int quarters)
{
    const QRectF face(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    painter.setPen(QPen(theme.attention, theme.px(1.6)));
    painter.setBrush(theme.dark ? theme.stage : theme.panel);
    painter.drawEllipse(face);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.attention);
    constexpr int Whole = 360 * 16;
    painter.drawPie(face.adjusted(2, 2, -2, -2), Whole / 4, -Whole * quarters / Silences::Quarters);
}

void LinkPainter::paintClock(const LinkClock &clock)
{
    paintClock(m_painter, m_picture.theme, clock.centre, clock.radius,
               m_picture.linkLooks[size_t(clock.edge)].silent);
}

void LinkPainter::paintTiny(const LinkSign &sign)
{
    const Theme &theme = m_picture.theme;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.stage);
    m_painter.drawEllipse(sign.centre, sign.radius, sign.radius);
    NodePainter::drawCross(m_painter, sign.centre, 0.6 * sign.radius, QPen(theme.failed, theme.px(1.8)));
}

void LinkPainter::paintSign(const LinkSign &sign)
{
    const Theme &theme = m_picture.theme;
    const LinkLook &look = m_picture.linkLooks[size_t(sign.edge)];
    if (sign.tiny) {
        paintTiny(sign);
        return;
    }
    if (sign.radius > 0) {
        const QColor colour = sign.pill ? theme.failed : theme.secondary;
        m_painter.setPen(sign.pill ? QPen(colour, theme.px(1.8)) : QPen(Qt::NoPen));
        m_painter.setBrush(theme.dark ? theme.stage : theme.panel);
        m_painter.drawEllipse(sign.centre, sign.radius, sign.radius);
        const qreal side = sign.radius * (sign.pill ? 1.35 : 1.7);
        paintGlyph(m_painter, *look.sign,
                   QRectF(sign.centre - QPointF(side / 2, side / 2), QSizeF(side, side)), colour);
    }
    if (sign.words.isEmpty())
        return;
    if (!sign.leader.isNull()) {
        m_painter.setPen(QPen(theme.failed, theme.px(1)));
        m_painter.drawLine(sign.leader);
    }
    if (sign.pill) {
        m_painter.setPen(QPen(theme.failed, theme.px(1.2)));
        m_painter.setBrush(theme.panel);
        m_painter.drawRoundedRect(sign.words, theme.cornerRadius(), theme.cornerRadius());
    } else {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.plate);
        m_painter.drawRoundedRect(sign.words, theme.px(4), theme.px(4));
    }
    m_painter.setPen(look.wordsColour);
    m_painter.setFont(theme.smallStrong);
    m_painter.drawText(sign.words, Qt::AlignCenter | Qt::TextSingleLine, look.words);
}

} // namespace nodescope::widgets
