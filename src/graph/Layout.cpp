#include "graph/Layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "graph/Arrange.h"
#include "graph/Cliques.h"
#include "graph/ForceSimulation.h"
#include "graph/PivotMds.h"
#include "graph/Separate.h"
#include "graph/Spread.h"
#include "graph/Stress.h"

namespace nodescope::graph {

namespace {

/// Up to here labels are kept apart as well.
constexpr int SmallGraph = 500;
/// Up to here all pairs are looked at, where links alone would not keep hosts together; full meshes on hosts
/// of their own need that only as long as it costs nothing.
constexpr int AllPairs = 500;
constexpr int AllPairsOfMeshes = 120;
constexpr int StressRounds = 12;
constexpr int ForceTicks = 45;
/// Between the middles of two nodes: with their labels, or the shapes alone.
constexpr double SpacingWithLabels = 96;
constexpr double SpacingOfShapes = 60;
constexpr QSizeF ShapeSize(44, 44);
/// Between the circles around two hosts.
constexpr double HostGap = 40;

QPointF meanOf(const Positions &positions, const std::vector<bool> &counted)
{
    QPointF sum;
    int count = 0;
    for (size_t i = 0; i < positions.size(); ++i) {
        if (counted[i]) {
            sum += positions[i];
            ++count;
        }
    }
    return count > 0 ? sum / count : QPointF();
}

void turn(Positions &positions, const QPointF &around, double angle, bool mirror)
{
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (QPointF &position : positions) {
        QPointF p = position - around;
        if (mirror)
            p.setY(-p.y());
        position = QPointF(p.x() * cosine - p.y() * sine, p.x() * sine + p.y() * cosine);
    }
}

/// Turns the longer axis to the wider side of the view.
void orient(const LayoutInput &input, Positions &positions)
{
    const std::vector<bool> all(positions.size(), true);
    const QPointF centre = meanOf(positions, all);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const QPointF &position : positions) {
        const QPointF p = position - centre;
        xx += p.x() * p.x();
        yy += p.y() * p.y();
        xy += p.x() * p.y();
    }
    const double axis = 0.5 * std::atan2(2 * xy, xx - yy);
    const double wanted = input.wanted.width() >= input.wanted.height() ? 0 : std::numbers::pi / 2;
    turn(positions, centre, wanted - axis, false);
}

/// Sums of the best rotation (Procrustes) of `from` onto `to`: how well it fits, and its angle.
struct Fit
{
    double quality = 0;
    double angle = 0;
};

Fit fitRotation(const Positions &from, const Positions &to, const QPointF &fromCentre,
                const QPointF &toCentre, const std::vector<bool> &counted, bool mirror)
{
    double cosine = 0;
    double sine = 0;
    for (size_t i = 0; i < from.size(); ++i) {
        if (!counted[i])
            continue;
        QPointF p = from[i] - fromCentre;
        if (mirror)
            p.setY(-p.y());
        const QPointF q = to[i] - toCentre;
        cosine += p.x() * q.x() + p.y() * q.y();
        sine += p.x() * q.y() - p.y() * q.x();
    }
    return {std::hypot(cosine, sine), std::atan2(sine, cosine)};
}

/// Turns, mirrors and shifts the new layout onto where nodes are now.
void matchPlaced(const LayoutInput &input, Positions &positions)
{
    const QPointF from = meanOf(positions, input.placed);
    const QPointF to = meanOf(input.start, input.placed);
    const Fit straight = fitRotation(positions, input.start, from, to, input.placed, false);
    const Fit mirrored = fitRotation(positions, input.start, from, to, input.placed, true);
    const bool mirror = mirrored.quality > straight.quality;
    turn(positions, from, mirror ? mirrored.angle : straight.angle, mirror);
    for (QPointF &position : positions)
        position += to;
}

/// Whether links are mostly inside meshes or run regularly, where stress shows the shape and the
/// force simulation would fold it.
bool isRegular(const LayoutInput &input, const Cliques &cliques)
{
    if (input.edges.empty())
        return true;
    size_t inside = 0;
    for (const auto &members : cliques.members)
        inside += members.size() * (members.size() - 1) / 2;
    if (2 * inside > input.edges.size())
        return true;
    // Grids and chains: nearly all nodes have nearly the same number of links, and few.
    std::vector<int> links(size_t(input.count), 0);
    for (const auto &edge : input.edges) {
        ++links[size_t(edge.a)];
        ++links[size_t(edge.b)];
    }
    const auto regular = std::count_if(links.begin(), links.end(), [](int n) { return n >= 2 && n <= 4; });
    return 10 * regular > 9 * std::ptrdiff_t(links.size());
}

/// Whether each mesh stands on one host: then the links keep hosts together.
bool isMeshPerHost(const LayoutInput &input, const Cliques &cliques)
{
    size_t inMeshes = 0;
    for (const auto &members : cliques.members) {
        const int group = input.group[size_t(members.front())];
        if (!std::all_of(members.begin(), members.end(),
                         [&](int node) { return input.group[size_t(node)] == group; }))
            return false;
        inMeshes += members.size();
    }
    return 2 * inMeshes > size_t(input.count);
}

Positions forceLayout(const LayoutInput &input)
{
    const Lengths lengths;
    const Cliques cliques = findCliques(input, 5);
    const int allPairs = isMeshPerHost(input, cliques) ? AllPairsOfMeshes : AllPairs;
    Positions start = pivotMds(input, lengths.link);
    for (size_t i = 0; i < start.size(); ++i) {
        if (input.fixed[i])
            start[i] = input.start[i];
    }
    if (input.count <= allPairs) {
        descend(allPairsTerms(input, lengths), start, input.fixed, 60);
        gather(input, start, lengths.link);
        return start;
    }
    if (isRegular(input, cliques)) {
        descend(sparseTerms(input, cliques, lengths.link), start, input.fixed, StressRounds);
    } else {
        ForceSimulation simulation(input, std::move(start), lengths.link);
        simulation.run(ForceTicks);
        start = simulation.positions();
    }
    const double spacing = input.count <= SmallGraph ? SpacingWithLabels : SpacingOfShapes;
    spread(input, start, spacing);
    gather(input, start, std::max(lengths.link, 2 * spacing));
    return start;
}

/// Nothing over anything else: hosts, labels, and nodes off links that pass by.
void separateAll(const LayoutInput &input, Positions &positions)
{
    // Many hosts of a node each are no blobs to be kept apart; their boxes are.
    const bool blobs = input.groupCount() <= 64;
    if (blobs)
        separateGroups(input, positions, HostGap);
    separateBoxes(input, positions);
    separateFromLinks(input, positions, 30);
    separateBoxes(input, positions);
    if (blobs)
        separateGroups(input, positions, HostGap);
}

/// In a large graph labels wait for a closer look: the shapes alone are kept apart.
void separateShapes(LayoutInput input, Positions &positions)
{
    input.footprint.assign(size_t(input.count), ShapeSize);
    separateBoxes(input, positions, 15);
}

void keepFixed(const LayoutInput &input, Positions &positions)
{
    for (size_t i = 0; i < positions.size(); ++i) {
        if (input.fixed[i])
            positions[i] = input.start[i];
    }
}

void centre(Positions &positions)
{
    if (positions.empty())
        return;
    QPointF low = positions.front();
    QPointF high = low;
    for (const QPointF &position : positions) {
        low = QPointF(std::min(low.x(), position.x()), std::min(low.y(), position.y()));
        high = QPointF(std::max(high.x(), position.x()), std::max(high.y(), position.y()));
    }
    const QPointF middle = (low + high) / 2;
    for (QPointF &position : positions)
        position -= middle;
}

} // namespace

Positions layOut(const LayoutInput &input, LayoutKind kind)
{
    if (input.count == 0)
        return {};
    Positions positions;
    switch (kind) {
    case LayoutKind::Circle:
        positions = circleLayout(input);
        break;
    case LayoutKind::Host:
        positions = groupedLayout(input, input.group);
        break;
    case LayoutKind::Partition:
        positions = groupedLayout(input, input.partition);
        break;
    case LayoutKind::Force: {
        const bool small = input.count <= SmallGraph;
        const bool byHosts = !small && deservesHosts(input);
        positions = byHosts ? layOutHosts(input, forceLayout) : forceLayout(input);
        const auto known = std::count(input.placed.begin(), input.placed.end(), true);
        if (!input.hasFixed()) {
            if (known >= 2)
                matchPlaced(input, positions);
            else
                orient(input, positions);
        }
        if (small)
            separateAll(input, positions);
        else if (byHosts)
            separateGroups(input, positions, HostGap);
        else
            separateShapes(input, positions);
        break;
    }
    }
    keepFixed(input, positions);
    if (!input.hasFixed())
        centre(positions);
    return positions;
}

} // namespace nodescope::graph
