#include "graph/ForceSimulation.h"

#include <algorithm>
#include <cmath>

namespace nodescope::graph {

namespace {

constexpr double Opening = 0.81; ///< theta², below which a cell counts as one body
constexpr double Friction = 0.6;
constexpr double Cooling = 0.0228;
constexpr int LeafSize = 8;
constexpr int SmallestClique = 6;

/// The bits of a 16-bit number, each followed by a zero.
std::uint64_t spread(std::uint64_t value)
{
    value = (value | value << 8) & 0x00ff00ffULL;
    value = (value | value << 4) & 0x0f0f0f0fULL;
    value = (value | value << 2) & 0x33333333ULL;
    return (value | value << 1) & 0x55555555ULL;
}

} // namespace

ForceSimulation::ForceSimulation(const LayoutInput &input, Positions start, double linkLength, double heat)
    : m_linkLength(linkLength)
    , m_heat(heat)
    , m_fixed(input.fixed)
    , m_cliques(findCliques(input, SmallestClique))
    , m_positions(std::move(start))
    , m_velocity(m_positions.size())
{
    makeSprings(input);
}

void ForceSimulation::run(int ticks)
{
    for (int i = 0; i < ticks && !isSettled(); ++i)
        tick();
}

void ForceSimulation::tick()
{
    pullLinks();
    pullCliques();
    buildTree();
    repel();
    for (size_t i = 0; i < m_positions.size(); ++i) {
        m_velocity[i] *= Friction;
        if (!m_fixed[i])
            m_positions[i] += m_velocity[i];
    }
    m_heat -= m_heat * Cooling;
}

void ForceSimulation::makeSprings(const LayoutInput &input)
{
    std::vector<int> degree(size_t(input.count), 0);
    const auto inOneClique = [this](const LayoutInput::Pair &edge) {
        const int clique = m_cliques.cliqueOf[size_t(edge.a)];
        return clique >= 0 && clique == m_cliques.cliqueOf[size_t(edge.b)];
    };
    for (const auto &edge : input.edges) {
        if (!inOneClique(edge)) {
            ++degree[size_t(edge.a)];
            ++degree[size_t(edge.b)];
        }
    }
    for (const auto &edge : input.edges) {
        if (inOneClique(edge))
            continue;
        const double a = degree[size_t(edge.a)];
        const double b = degree[size_t(edge.b)];
        m_springs.push_back({edge.a, edge.b, 1 / std::min(a, b), a / (a + b)});
    }
}

void ForceSimulation::pullLinks()
{
    for (const Spring &spring : m_springs) {
        const auto a = size_t(spring.a);
        const auto b = size_t(spring.b);
        const QPointF along = m_positions[b] + m_velocity[b] - m_positions[a] - m_velocity[a];
        const double length = std::hypot(along.x(), along.y()) + 1e-6;
        const QPointF pull = along * ((length - m_linkLength) / length * m_heat * spring.strength);
        m_velocity[b] -= pull * spring.shareOfB;
        m_velocity[a] += pull * (1 - spring.shareOfB);
    }
}

void ForceSimulation::pullCliques()
{
    for (const std::vector<int> &members : m_cliques.members) {
        QPointF centre;
        for (const int member : members)
            centre += m_positions[size_t(member)];
        centre /= double(members.size());
        const double radius = 0.5 * m_linkLength * std::sqrt(double(members.size()));
        for (const int member : members) {
            const QPointF along = centre - m_positions[size_t(member)];
            const double length = std::hypot(along.x(), along.y()) + 1e-6;
            if (length > radius)
                m_velocity[size_t(member)] += along * ((length - radius) / length * m_heat);
        }
    }
}

void ForceSimulation::buildTree()
{
    const size_t count = m_positions.size();
    double left = 1e300;
    double top = 1e300;
    double right = -1e300;
    double bottom = -1e300;
    for (const QPointF &position : m_positions) {
        left = std::min(left, position.x());
        right = std::max(right, position.x());
        top = std::min(top, position.y());
        bottom = std::max(bottom, position.y());
    }
    const double width = std::max(right - left, bottom - top) + 1e-3;
    std::vector<std::pair<std::uint64_t, int>> keyed(count);
    for (size_t i = 0; i < count; ++i) {
        const auto x = std::uint64_t((m_positions[i].x() - left) * 65535 / width);
        const auto y = std::uint64_t((m_positions[i].y() - top) * 65535 / width);
        keyed[i] = {spread(x) | spread(y) << 1, int(i)};
    }
    std::sort(keyed.begin(), keyed.end());
    m_keys.resize(count);
    m_order.resize(count);
    m_sorted.resize(count);
    for (size_t i = 0; i < count; ++i) {
        m_keys[i] = keyed[i].first;
        m_order[i] = keyed[i].second;
        m_sorted[i] = m_positions[size_t(keyed[i].second)];
    }
    m_cells.clear();
    if (count > 0)
        buildCell(0, int(count), 15, width);
}

int ForceSimulation::buildCell(int begin, int end, int level, double width)
{
    const auto id = m_cells.size();
    m_cells.emplace_back();
    QPointF sum;
    const bool leaf = end - begin <= LeafSize || level < 0;
    if (leaf) {
        for (int i = begin; i < end; ++i)
            sum += m_sorted[size_t(i)];
    } else {
        const std::uint64_t prefix = (m_keys[size_t(begin)] >> (2 * (level + 1))) << (2 * (level + 1));
        int from = begin;
        for (std::uint64_t quarter = 1; quarter <= 4; ++quarter) {
            const std::uint64_t limit = prefix + (quarter << (2 * level));
            const auto bound = std::lower_bound(m_keys.begin() + from, m_keys.begin() + end, limit);
            const int to = quarter == 4 ? end : int(bound - m_keys.begin());
            if (to > from) {
                const Cell &child = m_cells[size_t(buildCell(from, to, level - 1, width / 2))];
                sum += QPointF(child.x, child.y) * child.mass;
            }
            from = to;
        }
    }
    const double mass = end - begin;
    m_cells[id] = Cell{sum.x() / mass,      sum.y() / mass,    mass, width * width,
                       int(m_cells.size()), leaf ? begin : -1, end};
    return int(id);
}

void ForceSimulation::repel()
{
    for (size_t slot = 0; slot < m_sorted.size(); ++slot)
        m_velocity[size_t(m_order[slot])] += repulsionAt(slot);
}

QPointF ForceSimulation::repulsionAt(size_t slot) const
{
    // Strength and length go together: at rest two linked nodes are about a link's length apart.
    const double charge = -m_linkLength * m_linkLength / 30 * m_heat;
    const double close = m_linkLength * m_linkLength / 900;
    const QPointF at = m_sorted[slot];
    double forceX = 0;
    double forceY = 0;
    const int cells = int(m_cells.size());
    for (int c = 0; c < cells;) {
        const Cell &cell = m_cells[size_t(c)];
        const double x = cell.x - at.x();
        const double y = cell.y - at.y();
        const double square = x * x + y * y;
        if (cell.widthSquared < Opening * square) {
            const double force = charge * cell.mass / std::max(square, close);
            forceX += x * force;
            forceY += y * force;
            c = cell.next;
        } else if (cell.begin >= 0) {
            for (int i = cell.begin; i < cell.end; ++i) {
                const double dx = m_sorted[size_t(i)].x() - at.x();
                const double dy = m_sorted[size_t(i)].y() - at.y();
                const double force = charge / std::max(dx * dx + dy * dy, close);
                forceX += dx * force;
                forceY += dy * force;
            }
            c = cell.next;
        } else {
            ++c;
        }
    }
    return {forceX, forceY};
}

} // namespace nodescope::graph
