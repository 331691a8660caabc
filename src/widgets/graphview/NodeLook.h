#pragma once

#include <optional>

#include <QColor>
#include <QPainterPath>
#include <QString>

#include "graph/Graph.h"
#include "graph/LayoutKind.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

enum class NodeShape {
    Circle,  ///< Erlang, Elixir, or not known yet
    Hexagon, ///< C and Java nodes
    Square,  ///< practice nodes
    Diamond, ///< ourselves
};

/// How one node looks: decided here from its facts, painted elsewhere.
struct NodeLook
{
    NodeShape shape = NodeShape::Circle;
    QColor ring;
    qreal ringWidth = 2.2;
    bool dashed = false;        ///< does not publish itself
    bool filled = false;        ///< in the ring's colour
    QString letters;            ///< inside: `Er`, `Ex`
    std::optional<Glyph> glyph; ///< inside, instead of letters
    QColor inside;              ///< of letters and glyph
    QString title;              ///< its name, safe to show
    QString subtitle;           ///< release, or its state in words
    QColor titleColour;
    QColor subtitleColour;
    int priority = 0; ///< of its label: what is wrong comes first
};

[[nodiscard]] NodeLook lookOf(const graph::Vertex &vertex, const Theme &theme, bool withHost);

/// The outline of a shape of that radius around the origin. All have about the same area.
[[nodiscard]] QPainterPath outlineOf(NodeShape shape, qreal radius);

} // namespace nodescope::widgets
