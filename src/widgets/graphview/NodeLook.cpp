#include "widgets/graphview/NodeLook.h"

#include <cmath>
#include <numbers>

#include <QLocale>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/graphview/GraphText.h"

namespace nodescope::widgets {

using cluster::NodeKind;
using cluster::NodeState;

namespace {

constexpr qsizetype LongestTitle = 24;

QColor ringOf(const cluster::Node &node, const Theme &theme)
{
    switch (node.state) {
    case NodeState::Up:
    case NodeState::Reported:
        return theme.up;
    case NodeState::Connecting:
    case NodeState::Frozen:
        return theme.attention;
    case NodeState::Failed:
        return theme.failed;
    case NodeState::Known:
    case NodeState::Down:
    case NodeState::Expected:
        break;
    }
    return theme.idle;
}

QString releaseOf(const cluster::Node &node)
{
    QString text;
    if (!node.elixir.isEmpty())
        text = GraphText::tr("Elixir %1").arg(visibleText(node.elixir, 12));
    else if (!node.release.isEmpty())
        text = GraphText::tr("OTP %1").arg(visibleText(node.release, 12));
    else if (node.kind == NodeKind::CNode)
        text = GraphText::tr("C node");
    else if (node.kind == NodeKind::Practice)
        text = GraphText::tr("practice");
    if (!node.hidden)
        return text;
    return text.isEmpty() ? GraphText::tr("hidden") : GraphText::tr("%1 · hidden").arg(text);
}

QString stateTextOf(const cluster::Node &node)
{
    const QString since = timeText(node.since);
    switch (node.state) {
    case NodeState::Up:
        return releaseOf(node);
    case NodeState::Reported:
        return node.seenBy.isEmpty() ? GraphText::tr("not connected")
                                     : GraphText::tr("seen by %n node(s)", nullptr, int(node.seenBy.size()));
    case NodeState::Connecting:
        return GraphText::tr("connecting…");
    case NodeState::Failed:
        if (node.cause == cluster::Cause::CookieMismatch || node.cause == cluster::Cause::NotAllowedByList)
            return since.isEmpty() ? GraphText::tr("refused us")
                                   : GraphText::tr("refused us at %1").arg(since);
        return since.isEmpty() ? GraphText::tr("failed") : GraphText::tr("failed at %1").arg(since);
    case NodeState::Down:
        return since.isEmpty() ? GraphText::tr("down") : GraphText::tr("down since %1").arg(since);
    case NodeState::Expected:
        return GraphText::tr("expected, absent");
    case NodeState::Frozen:
        return since.isEmpty() ? GraphText::tr("silent") : GraphText::tr("silent since %1").arg(since);
    case NodeState::Known:
        break;
    }
    return GraphText::tr("not connected");
}

NodeShape shapeOf(const cluster::Node &node)
{
    switch (node.kind) {
    case NodeKind::CNode:
        return NodeShape::Hexagon;
    case NodeKind::Practice:
        return NodeShape::Square;
    case NodeKind::Self:
        return NodeShape::Diamond;
    case NodeKind::Beam:
    case NodeKind::Unknown:
        break;
    }
    return NodeShape::Circle;
}

void fillInside(NodeLook &look, const cluster::Node &node, const Theme &theme)
{
    look.inside = theme.secondary;
    if (node.state == NodeState::Failed) {
        look.glyph = Glyph::Close;
        look.inside = theme.failed;
    } else if (node.state == NodeState::Down) {
        look.glyph = Glyph::Remove;
        look.inside = theme.idle;
    } else if (node.state == NodeState::Frozen) {
        look.glyph = Glyph::Clock;
        look.inside = theme.attentionText;
    } else if (node.state == NodeState::Expected || node.state == NodeState::Connecting) {
        return;
    } else if (node.kind == NodeKind::Practice) {
        look.glyph = Glyph::Practice;
    } else if (!node.elixir.isEmpty()) {
        look.letters = QStringLiteral("Ex");
    } else if (node.kind == NodeKind::Beam) {
        look.letters = QStringLiteral("Er");
    } else if (node.kind == NodeKind::CNode) {
        look.letters = QStringLiteral("C");
    }
}

int priorityOf(const cluster::Node &node)
{
    switch (node.state) {
    case NodeState::Failed:
        return 40;
    case NodeState::Frozen:
    case NodeState::Down:
        return 30;
    case NodeState::Connecting:
        return 20;
    case NodeState::Up:
        return node.kind == NodeKind::Self ? 25 : 10;
    default:
        return 0;
    }
}

QPainterPath polygon(int corners, qreal radius, qreal turn)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = (qreal(i) / corners + turn) * 2 * std::numbers::pi;
        const QPointF corner(radius * std::cos(angle), radius * std::sin(angle));
        if (i == 0)
            path.moveTo(corner);
        else
            path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

} // namespace

NodeLook lookOf(const graph::Vertex &vertex, const Theme &theme, bool withHost)
{
    const cluster::Node &node = vertex.node;
    NodeLook look;
    look.shape = shapeOf(node);
    look.titleColour = theme.text;
    look.subtitleColour = theme.secondary;
    look.priority = priorityOf(node);
    if (node.kind == NodeKind::Self) {
        look.ring = theme.accent;
        look.filled = true;
        look.title = GraphText::tr("Nodescope (hidden)");
        look.titleColour = theme.accent;
        return look;
    }
    look.ring = ringOf(node, theme);
    look.dashed = node.hidden;
    look.ringWidth = node.state == NodeState::Up || node.state == NodeState::Failed ? 2.2 : 1.8;
    fillInside(look, node, theme);
    look.title = visibleText(withHost ? node.name.text() : node.name.name(), LongestTitle);
    look.subtitle = stateTextOf(node);
    return look;
}

QPainterPath outlineOf(NodeShape shape, qreal radius)
{
    QPainterPath path;
    switch (shape) {
    case NodeShape::Circle:
        path.addEllipse(QPointF(), radius, radius);
        break;
    case NodeShape::Hexagon:
        return polygon(6, radius * 1.06, 0.25);
    case NodeShape::Square: {
        const qreal half = radius * 0.92;
        path.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), radius * 0.5, radius * 0.5);
        break;
    }
    case NodeShape::Diamond:
        return polygon(4, radius * 0.86, 0.25);
    }
    return path;
}

} // namespace nodescope::widgets
