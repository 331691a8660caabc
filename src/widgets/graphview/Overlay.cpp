#include "widgets/graphview/Overlay.h"

#include <algorithm>
#include <array>

#include <QFontMetricsF>

#include "widgets/graphview/GraphText.h"
#include "widgets/graphview/LinkPainter.h"
#include "widgets/style/GroupColours.h"

namespace nodescope::widgets {

namespace {

constexpr int MapFromNodes = 24;
constexpr int MostPartitions = 5;
/// A legend that would take a larger part of the view stays away.
constexpr qreal MostOfView = 0.09;
constexpr std::array Lines{LinkLine::Visible, LinkLine::Hidden, LinkLine::OneSided, LinkLine::Connecting,
                           LinkLine::Failed,  LinkLine::Ours,   LinkLine::Down};

std::vector<LinkLine> linesOf(const Picture &picture)
{
    std::vector<LinkLine> lines;
    for (const LinkLine line : Lines) {
        if (picture.linesThere[size_t(line)])
            lines.push_back(line);
    }
    return lines;
}

QString wordsForTraffic()
{
    return GraphText::tr("from 1 to 1,000 packets a second");
}

QString wordsForClock()
{
    return GraphText::tr("silent: nothing has come in");
}

QString wordsForPartition(int number)
{
    return GraphText::tr("partition %1").arg(number);
}

QColor colourOf(LinkLine line, const Theme &theme)
{
    switch (line) {
    case LinkLine::Connecting:
        return theme.attention;
    case LinkLine::Failed:
        return theme.failed;
    case LinkLine::Down:
        return theme.idle;
    default:
        return theme.link;
    }
}

} // namespace

Overlay::Overlay(const Picture &picture)
    : m_picture(picture)
    , m_lines(linesOf(picture))
    , m_showsTraffic(picture.weighted && picture.trafficThere)
    , m_showsClock(picture.clocksThere && picture.showsTitles())
{
    const Theme &theme = picture.theme;
    const QRectF inside = picture.view.adjusted(theme.px(14), theme.px(12), -theme.px(14), -theme.px(12));
    m_partitions = std::min(picture.partitions, MostPartitions);
    if (picture.legendVisible && (!m_lines.empty() || m_partitions > 0)) {
        const QFontMetricsF metrics(theme.small);
        qreal widest = m_partitions > 0 ? metrics.horizontalAdvance(wordsForPartition(m_partitions)) : 0;
        for (const LinkLine line : m_lines)
            widest = std::max(widest, metrics.horizontalAdvance(wordsFor(line)));
        if (m_showsTraffic)
            widest = std::max(widest, metrics.horizontalAdvance(wordsForTraffic()));
        if (m_showsClock)
            widest = std::max(widest, metrics.horizontalAdvance(wordsForClock()));
        const qreal rows =
            qreal(m_lines.size()) + qreal(m_partitions) + (m_showsTraffic ? 1 : 0) + (m_showsClock ? 1 : 0);
        const QSizeF size(theme.px(12 + 30 + 10 + 12) + widest, theme.px(14) + theme.px(19) * rows);
        if (size.width() * size.height() < MostOfView * inside.width() * inside.height())
            m_legend = QRectF(QPointF(inside.left(), inside.bottom() - size.height()), size);
    }
    if (picture.mapVisible && isMapUseful()) {
        const QSizeF size(theme.px(120), theme.px(88));
        if (2.5 * size.width() < inside.width() && 2.5 * size.height() < inside.height())
            m_map = QRectF(QPointF(inside.right() - size.width(), inside.bottom() - size.height()), size);
    }
}

bool Overlay::isMapUseful() const
{
    if (m_picture.graph->nodeCount() < 2)
        return false;
    const QRectF shown = m_picture.viewport.toView(sceneBounds(*m_picture.graph));
    return m_picture.graph->nodeCount() >= MapFromNodes || !m_picture.view.contains(shown.topLeft()) ||
           !m_picture.view.contains(shown.bottomRight());
}

graph::BirdsEye Overlay::birdsEye() const
{
    const qreal margin = m_picture.theme.px(9);
    const QRectF shown = m_picture.viewport.toScene(m_picture.view);
    const QRectF all = sceneBounds(*m_picture.graph).adjusted(-40, -40, 40, 40);
    // The window stays within the map unless it is much larger than the graph.
    return {m_map.adjusted(margin, margin, -margin, -margin),
            all.united(shown.intersected(
                all.adjusted(-all.width() / 2, -all.height() / 2, all.width() / 2, all.height() / 2)))};
}

QPointF Overlay::sceneAt(const QPointF &mapPoint) const
{
    return birdsEye().toScene(mapPoint);
}

void Overlay::paint(QPainter &painter, OverlayImages *images) const
{
    if (m_picture.graph->nodeCount() == 0) {
        paintEmpty(painter);
        return;
    }
    if (!m_legend.isEmpty() && images) {
        images->legend.draw(painter, m_legend, {m_picture.looksVersion, {}, {}},
                            [this](QPainter &inside) { paintLegend(inside); });
    } else if (!m_legend.isEmpty()) {
        paintLegend(painter);
    }
    if (m_map.isEmpty())
        return;
    const graph::BirdsEye eye = birdsEye();
    if (images) {
        const KeptImage::Of of{m_picture.version, eye.toMap({}), eye.toMap({1000, 1000})};
        images->map.draw(painter, m_map, of, [&](QPainter &inside) { paintMap(inside, eye); });
    } else {
        paintMap(painter, eye);
    }
    paintWindow(painter, eye);
}

void Overlay::paintCard(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_picture.theme;
    QColor ground = theme.panel;
    ground.setAlphaF(0.94F);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.cornerRadius(), theme.cornerRadius());
}

void Overlay::paintLegend(QPainter &painter) const
{
    const Theme &theme = m_picture.theme;
    paintCard(painter, m_legend);
    painter.setFont(theme.small);
    qreal y = m_legend.top() + theme.px(7) + theme.px(9.5);
    for (const LinkLine line : m_lines) {
        const qreal left = m_legend.left() + theme.px(12);
        const QPointF from(left, y);
        const QPointF to(left + theme.px(line == LinkLine::OneSided ? 15 : 30), y);
        const bool thin = line == LinkLine::Ours || line == LinkLine::Down;
        QPen pen(colourOf(line, theme), theme.px(thin ? 1.2 : 1.8), Qt::SolidLine, Qt::FlatCap);
        const QList<qreal> dashes = dashesOf(line);
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
        if (line == LinkLine::Connecting)
            pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        painter.drawLine(from, to);
        if (line == LinkLine::OneSided) {
            painter.setPen(QPen(theme.attention, theme.px(1.8), Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(to - QPointF(0, theme.px(4)), to + QPointF(0, theme.px(4)));
        }
        paintWords(painter, y, wordsFor(line));
        y += theme.px(19);
    }
    for (int group = 0; group < m_partitions; ++group) {
        const qreal left = m_legend.left() + theme.px(12);
        QColor colour = groupColour(group, theme);
        colour.setAlphaF(0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(left + theme.px(15), y), theme.px(6), theme.px(6));
        paintWords(painter, y, wordsForPartition(group + 1));
        y += theme.px(19);
    }
    if (m_showsClock) {
        paintClockRow(painter, y);
        y += theme.px(19);
    }
    if (m_showsTraffic)
        paintTrafficRow(painter, y);
}

void Overlay::paintWords(QPainter &painter, qreal y, const QString &words) const
{
    const Theme &theme = m_picture.theme;
    const qreal left = m_legend.left() + theme.px(12 + 40);
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(left, y - theme.px(9.5), m_legend.right() - left, theme.px(19)),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
}

void Overlay::paintClockRow(QPainter &painter, qreal y) const
{
    const Theme &theme = m_picture.theme;
    LinkPainter::paintClock(painter, theme, QPointF(m_legend.left() + theme.px(12 + 15), y), theme.px(6.5),
                            1);
    paintWords(painter, y, wordsForClock());
}

void Overlay::paintTrafficRow(QPainter &painter, qreal y) const
{
    const Theme &theme = m_picture.theme;
    const qreal left = m_legend.left() + theme.px(12);
    // From the thinnest to the widest, one after another.
    const qreal part = theme.px(30) / (HighestTrafficLevel + 1);
    for (int level = 0; level <= HighestTrafficLevel; ++level) {
        painter.setPen(QPen(theme.link, theme.px(widthOfTraffic(level)), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(left + part * level, y), QPointF(left + part * (level + 1), y));
    }
    paintWords(painter, y, wordsForTraffic());
}

void Overlay::paintMap(QPainter &painter, const graph::BirdsEye &eye) const
{
    const Theme &theme = m_picture.theme;
    paintCard(painter, m_map);
    painter.setPen(Qt::NoPen);
    const bool many = m_picture.graph->nodeCount() > 400;
    const qreal radius = theme.px(many ? 1 : 1.9);
    painter.setRenderHint(QPainter::Antialiasing, !many);
    for (int i = 0; i < m_picture.graph->nodeCount(); ++i) {
        const NodeLook &look = m_picture.nodeLooks[size_t(i)];
        const bool quiet = look.ring == theme.up;
        const QPointF at = eye.toMap(m_picture.graph->position(i));
        const QColor colour = quiet ? theme.secondary : look.ring;
        if (many)
            painter.fillRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), colour);
        else {
            painter.setBrush(colour);
            painter.drawEllipse(at, radius, radius);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void Overlay::paintWindow(QPainter &painter, const graph::BirdsEye &eye) const
{
    const Theme &theme = m_picture.theme;
    painter.setPen(QPen(theme.accent, theme.px(1.2)));
    QColor inside = theme.accent;
    inside.setAlphaF(0.06F);
    painter.setBrush(inside);
    painter.drawRoundedRect(eye.window(m_picture.viewport, m_picture.view), theme.px(2), theme.px(2));
}

void Overlay::paintEmpty(QPainter &painter) const
{
    const Theme &theme = m_picture.theme;
    const QPointF middle = m_picture.view.center();
    const qreal side = theme.px(44);
    paintGlyph(painter, Glyph::Layout,
               QRectF(middle - QPointF(side / 2, side + theme.px(20)), QSizeF(side, side)), theme.disabled);
    const QRectF title(m_picture.view.left(), middle.y() - theme.px(8), m_picture.view.width(), theme.px(24));
    painter.setFont(theme.title);
    painter.setPen(theme.text);
    painter.drawText(title, Qt::AlignCenter, GraphText::tr("No nodes yet"));
    painter.setFont(theme.font);
    painter.setPen(theme.secondary);
    const QRectF hint = title.adjusted(theme.px(24), theme.px(28), -theme.px(24), theme.px(68));
    painter.drawText(hint, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     GraphText::tr("Connect to a node, or start the practice cluster: it needs no Erlang."));
}

} // namespace nodescope::widgets
