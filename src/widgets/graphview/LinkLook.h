#pragma once

#include <optional>

#include <QColor>
#include <QString>

#include "graph/Graph.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// The kinds of line, also the rows of the legend, in its order.
enum class LinkLine {
    Visible,    ///< solid
    Hidden,     ///< dashed
    Ours,       ///< thin, dashed: a connection of this program
    OneSided,   ///< half a line, with a tick at its end
    Connecting, ///< dotted, moving
    Failed,     ///< red, curved, with a sign
    Down,       ///< faint
};

/// How one link looks.
struct LinkLook
{
    LinkLine line = LinkLine::Visible;
    QColor colour;
    qreal width = 1.7;
    qreal alphaA = 1; ///< of the half at a; 0: that end does not see the link
    qreal alphaB = 1;
    std::optional<Glyph> sign; ///< at the middle: the cause of a failure, the lock of TLS
    QString words;             ///< beside the sign or the tick
    QColor wordsColour;
};

[[nodiscard]] LinkLook lookOf(const graph::Edge &edge, const graph::Graph &graph, const Theme &theme);

/// The sign for a cause: cookie, name, TLS, hourglass, flag, plug.
[[nodiscard]] Glyph signOf(cluster::Cause cause);

/// What the legend says of a kind of line.
[[nodiscard]] QString wordsFor(LinkLine line);

/// The dashes of a kind of line, in units of the pen's width; empty: solid.
[[nodiscard]] QList<qreal> dashesOf(LinkLine line);

} // namespace nodescope::widgets
