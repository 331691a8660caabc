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

inline constexpr int LinkLineCount = int(LinkLine::Down) + 1;

/// How one link looks.
struct LinkLook
{
    LinkLine line = LinkLine::Visible;
    QColor colour;
    qreal width = 1.7;
    int traffic = -1; ///< the level that its width shows; -1: none
    qreal alphaA = 1; ///< of the half at a; 0: that end does not see the link
    qreal alphaB = 1;
    int silent = 0;            ///< quarters of a minute in which nothing came in; 0: none worth telling
    std::optional<Glyph> sign; ///< at the middle: the cause of a failure, the lock of TLS
    QString words;             ///< beside the sign or the tick
    QColor wordsColour;
};

/// How wide a link is by what goes over it: no one knows (-1), less than a packet a second (0), and from 1,
/// 10, 100 and 1000 packets a second on (1 to 4). A level is left downwards only when the rate is well below
/// it, so that widths are calm.
[[nodiscard]] int trafficLevel(std::optional<double> packetsPerSecond, int before);
inline constexpr int HighestTrafficLevel = 4;
/// The width of a line of that level, in pixels of the design.
[[nodiscard]] qreal widthOfTraffic(int level);

[[nodiscard]] LinkLook lookOf(const graph::Edge &edge, const graph::Graph &graph, const Theme &theme);

/// The sign for a cause: cookie, name, TLS, hourglass, flag, plug.
[[nodiscard]] Glyph signOf(cluster::Cause cause);

/// What the legend says of a kind of line.
[[nodiscard]] QString wordsFor(LinkLine line);

/// The dashes of a kind of line, in units of the pen's width; empty: solid.
[[nodiscard]] QList<qreal> dashesOf(LinkLine line);

} // namespace nodescope::widgets
