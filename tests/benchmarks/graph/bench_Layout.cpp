// Layouts, to the end as the window shows them: places, hosts kept apart, nodes and labels not over each
// other.
//
//   bench_Layout [GRAPH]     samples of time (ms) and normalised stress, and of a node that joins
#include <cmath>

#include "../Sample.h"
#include "Graphs.h"
#include "graph/Layout.h"
#include "graph/Newcomers.h"

using namespace nodescope;

namespace {

graph::LayoutInput inputOf(const bench::PlainGraph &plain)
{
    graph::LayoutInput input;
    input.count = plain.count;
    for (const auto &[a, b] : plain.edges)
        input.edges.push_back({a, b});
    const auto count = size_t(plain.count);
    input.group = plain.site;
    input.partition.assign(count, 0);
    input.footprint.assign(count, QSizeF(124, 92));
    input.fixed.assign(count, false);
    input.start.assign(count, QPointF());
    input.placed.assign(count, false);
    return input;
}

double stressOf(const bench::PlainGraph &plain, const graph::Positions &positions)
{
    std::vector<bench::Point> points;
    for (const QPointF &position : positions)
        points.push_back({position.x(), position.y()});
    return bench::normalisedStress(plain, points);
}

/// The last node comes when all others have their place: its time, and how far the others move, as a part of
/// the picture's width.
void measureJoin(const bench::PlainGraph &plain, graph::LayoutInput input, const graph::Positions &settled)
{
    input.start = settled;
    input.placed.assign(size_t(plain.count), true);
    input.placed.back() = false;
    input.start.back() = QPointF();
    const double begin = bench::processorTime();
    const graph::Positions after = graph::placeNewcomers(input);
    bench::sample("ours", "layout.join." + plain.name, (bench::processorTime() - begin) / 1e3);
    double left = 0;
    double right = 0;
    double moved = 0;
    for (size_t i = 0; i + 1 < after.size(); ++i) {
        left = std::min(left, settled[i].x());
        right = std::max(right, settled[i].x());
        moved = std::max(moved, std::hypot(after[i].x() - settled[i].x(), after[i].y() - settled[i].y()));
    }
    bench::sample("ours", "layout.moved." + plain.name, 100 * moved / std::max(1.0, right - left));
}

} // namespace

int main(int argc, char **argv)
{
    for (const bench::PlainGraph &plain : bench::layoutGraphs(argc > 1 ? argv[1] : "")) {
        const graph::LayoutInput input = inputOf(plain);
        const double begin = bench::processorTime();
        const graph::Positions positions = graph::layOut(input, graph::LayoutKind::Force);
        bench::sample("ours", "layout." + plain.name, (bench::processorTime() - begin) / 1e3);
        bench::sample("ours", "stress." + plain.name, stressOf(plain, positions));
        measureJoin(plain, input, positions);
    }
    return 0;
}
