#include "graph/Arrange.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace nodescope::graph {

namespace {

double meanFootprint(const LayoutInput &input)
{
    double sum = 0;
    for (const QSizeF &size : input.footprint)
        sum += std::max(size.width(), size.height());
    return input.count > 0 ? sum / input.count : 0;
}

QPointF onCircle(double radius, double turn)
{
    const double angle = (turn - 0.25) * 2 * std::numbers::pi; // begins at the top
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// A cluster of nodes around the origin, and the radius that it takes.
struct Block
{
    std::vector<int> members;
    Positions offsets;
    double radius = 0;
    QPointF centre;
};

/// Rings from the outside in: each holds as many as fit at `room` a node.
/// `turn` keeps blocks from being alike, or links between them would run through nodes.
void arrange(Block &block, double room, double turn)
{
    const int count = int(block.members.size());
    block.radius = room / 2;
    if (count == 1) {
        block.offsets = {QPointF()};
        return;
    }
    if (count == 2) {
        block.offsets = {QPointF(-room / 2, 0), QPointF(room / 2, 0)};
        block.radius = room;
        return;
    }
    // One ring up to 16 nodes; more go to rings of falling radius.
    const double one = count * room / (2 * std::numbers::pi);
    const double outer = count <= 16 ? std::max(one, 0.7 * room) : room * std::sqrt(double(count) / 2.6);
    double radius = outer;
    int done = 0;
    while (done < count) {
        const int fits = std::max(1, int(2 * std::numbers::pi * radius / room));
        const int here = count <= 16 ? count : std::min(count - done, fits);
        for (int i = 0; i < here; ++i)
            block.offsets.push_back(onCircle(here == 1 ? 0 : radius, turn + double(i) / here));
        done += here;
        radius = std::max(radius - room, 0.01);
    }
    block.radius = outer + room / 2;
}

/// Blocks in rows, left to right, the rows about as wide as the wanted shape.
void shelve(std::vector<Block> &blocks, double gap, const QSizeF &wanted)
{
    double area = 0;
    double widest = 0;
    for (const Block &block : blocks) {
        area += std::pow(2 * block.radius + gap, 2);
        widest = std::max(widest, 2 * block.radius + gap);
    }
    const double ratio = wanted.height() > 0 ? wanted.width() / wanted.height() : 1;
    const double rowWidth = std::max(widest, std::sqrt(area * ratio) * 1.1);
    double x = 0;
    double y = 0;
    double rowHeight = 0;
    for (Block &block : blocks) {
        const double side = 2 * block.radius + gap;
        if (x > 0 && x + side > rowWidth) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        block.centre = QPointF(x + side / 2, y + side / 2);
        x += side;
        rowHeight = std::max(rowHeight, side);
    }
}

} // namespace

Positions circleLayout(const LayoutInput &input)
{
    std::vector<int> order;
    Positions positions(size_t(input.count));
    for (int i = 0; i < input.count; ++i) {
        if (input.group[size_t(i)] >= 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](int x, int y) { return input.group[size_t(x)] < input.group[size_t(y)]; });
    const double room = meanFootprint(input);
    const double radius = std::max(1.3 * room, double(order.size()) * room / (2 * std::numbers::pi));
    for (size_t i = 0; i < order.size(); ++i)
        positions[size_t(order[i])] = onCircle(radius, double(i) / double(order.size()));
    return positions;
}

Positions groupedLayout(const LayoutInput &input, const std::vector<int> &group)
{
    int groups = 0;
    for (const int one : group)
        groups = std::max(groups, one + 1);
    std::vector<Block> blocks(static_cast<size_t>(groups));
    for (int i = 0; i < input.count; ++i) {
        if (group[size_t(i)] >= 0)
            blocks[size_t(group[size_t(i)])].members.push_back(i);
        else
            blocks.push_back(Block{{i}, {}, 0, {}});
    }
    const double room = meanFootprint(input);
    for (size_t i = 0; i < blocks.size(); ++i)
        arrange(blocks[i], room, 0.03 + 0.05 * double(i % 4));
    shelve(blocks, 0.6 * room, input.wanted);
    Positions positions(size_t(input.count));
    for (const Block &block : blocks) {
        for (size_t i = 0; i < block.members.size(); ++i)
            positions[size_t(block.members[i])] = block.centre + block.offsets[i];
    }
    return positions;
}

} // namespace nodescope::graph
