#pragma once

#include <algorithm>
#include <cmath>

#include "graph/Graph.h"
#include "graph/LayoutInput.h"
#include "graph/Random.h"

/// Small graphs for the tests of this folder.
namespace nodescope::graph::test {

inline base::NodeName nameOf(int number, const QString &host = QStringLiteral("host"))
{
    return base::NodeName::literal(QStringLiteral("n%1@%2").arg(number, 4, 10, QLatin1Char('0')).arg(host));
}

inline cluster::Node nodeOf(const base::NodeName &name)
{
    cluster::Node node;
    node.name = name;
    node.kind = cluster::NodeKind::Beam;
    node.state = cluster::NodeState::Up;
    return node;
}

inline cluster::Link linkOf(const base::NodeName &a, const base::NodeName &b,
                            cluster::LinkState state = cluster::LinkState::Up)
{
    cluster::Link link;
    link.key = cluster::LinkKey(a, b);
    link.state = state;
    return link;
}

/// `hosts` hosts; all nodes of all hosts are linked to each other.
inline LayoutInput meshInput(int nodes, int hosts)
{
    LayoutInput input;
    input.count = nodes;
    for (int i = 0; i < nodes; ++i) {
        input.group.push_back(i % hosts);
        for (int j = 0; j < i; ++j)
            input.edges.push_back({j, i});
    }
    input.partition.assign(size_t(nodes), 0);
    input.footprint.assign(size_t(nodes), QSizeF(120, 90));
    input.fixed.assign(size_t(nodes), false);
    input.placed.assign(size_t(nodes), false);
    input.start.assign(size_t(nodes), QPointF());
    return input;
}

inline LayoutInput sparseInput(int nodes)
{
    LayoutInput input = meshInput(nodes, std::max(1, nodes / 40));
    input.edges.clear();
    Random random(5);
    for (int i = 1; i < nodes; ++i) {
        for (int k = 0; k < 3; ++k) {
            const int other = int(random.below(std::uint32_t(i)));
            const bool twice = std::any_of(input.edges.begin(), input.edges.end(),
                                           [&](auto edge) { return edge.a == other && edge.b == i; });
            if (!twice)
                input.edges.push_back({other, i});
        }
    }
    return input;
}

inline LayoutInput gridInput(int side)
{
    LayoutInput input = meshInput(side * side, 1);
    input.edges.clear();
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (x > 0)
                input.edges.push_back({y * side + x - 1, y * side + x});
            if (y > 0)
                input.edges.push_back({(y - 1) * side + x, y * side + x});
        }
    }
    return input;
}

inline bool isFinite(const Positions &positions)
{
    return std::all_of(positions.begin(), positions.end(),
                       [](const QPointF &p) { return std::isfinite(p.x()) && std::isfinite(p.y()); });
}

/// The longer side of the rectangle around all positions.
inline double extentOf(const Positions &positions)
{
    QPointF low = positions.front();
    QPointF high = low;
    for (const QPointF &p : positions) {
        low = QPointF(std::min(low.x(), p.x()), std::min(low.y(), p.y()));
        high = QPointF(std::max(high.x(), p.x()), std::max(high.y(), p.y()));
    }
    return std::max(high.x() - low.x(), high.y() - low.y());
}

} // namespace nodescope::graph::test
