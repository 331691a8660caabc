#include "graph/Newcomers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QHash>

namespace nodescope::graph {

namespace {

constexpr double LinkLength = 130;

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

/// Where nodes stand, by square cells: so that a look around a place sees only what is near it.
class Places
{
public:
    static constexpr double Near = 1.3 * LinkLength;

    void add(int node, const QPointF &at) { m_cells[keyOf(cellOf(at.x()), cellOf(at.y()))].push_back(node); }

    /// All nodes within Near, and some more.
    template<class Visit>
    void around(const QPointF &at, Visit visit) const
    {
        for (qint64 y = cellOf(at.y()) - 1; y <= cellOf(at.y()) + 1; ++y) {
            for (qint64 x = cellOf(at.x()) - 1; x <= cellOf(at.x()) + 1; ++x) {
                const auto it = m_cells.constFind(keyOf(x, y));
                if (it != m_cells.constEnd())
                    std::for_each(it->begin(), it->end(), visit);
            }
        }
    }

private:
    static qint64 cellOf(double value) { return qint64(std::floor(std::clamp(value, -1e9, 1e9) / Near)); }
    static quint64 keyOf(qint64 x, qint64 y) { return quint64(quint32(x)) << 32 | quint32(y); }

    QHash<quint64, std::vector<int>> m_cells;
};

/// What a newcomer's place is judged by.
struct Search
{
    const LayoutInput &input;
    const Positions &positions;
    const std::vector<bool> &placed;
    const Places &places;
    const std::vector<int> &neighbours;
    int node;
    QPointF anchor;
    bool hasMates = false; ///< the anchor is the middle of its host
};

/// How bad a place is: links too long or short, footprints in the way, others' hosts.
double badnessAt(const Search &search, const QPointF &at)
{
    const LayoutInput &input = search.input;
    const int group = input.group[size_t(search.node)];
    double badness = 0;
    for (const int other : search.neighbours) {
        if (!search.placed[size_t(other)])
            continue;
        const QPointF along = search.positions[size_t(other)] - at;
        const bool together = input.group[size_t(other)] == group;
        const double wish = LinkLength * (together ? 1 : 2);
        badness += std::pow((std::hypot(along.x(), along.y()) - wish) / wish, 2) * (together ? 4 : 1) /
                   double(search.neighbours.size());
    }
    if (search.hasMates)
        badness += 0.15 * std::hypot(at.x() - search.anchor.x(), at.y() - search.anchor.y()) / LinkLength;
    search.places.around(at, [&](int j) {
        const QPointF along = search.positions[size_t(j)] - at;
        const QSizeF room = (input.footprint[size_t(j)] + input.footprint[size_t(search.node)]) / 2;
        const double x = room.width() * 1.1 - std::abs(along.x());
        const double y = room.height() * 1.1 - std::abs(along.y());
        if (x > 0 && y > 0)
            badness += 20 + std::min(x, y);
        const double distance = std::hypot(along.x(), along.y());
        if (input.group[size_t(j)] != group && distance < Places::Near)
            badness += 1.5 * (Places::Near - distance) / LinkLength;
    });
    return badness;
}

/// Where to look around: the host's middle, else the neighbours' middle, else beside everything.
void findAnchor(Search &search)
{
    const LayoutInput &input = search.input;
    const Positions &positions = search.positions;
    const int group = input.group[size_t(search.node)];
    std::vector<bool> mates(positions.size(), false);
    bool any = false;
    for (size_t j = 0; j < positions.size(); ++j) {
        mates[j] = search.placed[j] && input.group[j] >= 0 && input.group[j] == group;
        any = any || mates[j];
    }
    search.hasMates = any;
    if (!any) {
        for (const int other : search.neighbours) {
            mates[size_t(other)] = search.placed[size_t(other)];
            any = any || mates[size_t(other)];
        }
    }
    if (any) {
        search.anchor = meanOf(positions, mates);
        return;
    }
    for (size_t j = 0; j < positions.size(); ++j) {
        if (search.placed[j])
            search.anchor = QPointF(std::max(search.anchor.x(), positions[j].x() + 220), 0);
    }
}

QPointF bestPlace(const Search &search)
{
    QPointF best = search.anchor;
    double least = badnessAt(search, best);
    for (double radius = 70; radius < 1200 && (radius < 420 || least > 20); radius *= 1.3) {
        for (int i = 0; i < 24; ++i) {
            const double angle = i * 2 * std::numbers::pi / 24;
            const QPointF at = search.anchor + QPointF(std::cos(angle), std::sin(angle)) * radius;
            const double badness = badnessAt(search, at);
            if (badness < least) {
                least = badness;
                best = at;
            }
        }
    }
    return best;
}

/// Of the nodes that wait; the others' lists stay empty.
std::vector<std::vector<int>> neighboursOf(const std::vector<int> &waiting, const LayoutInput &input)
{
    std::vector<std::vector<int>> lists(static_cast<size_t>(input.count));
    std::vector<bool> waits(static_cast<size_t>(input.count), false);
    for (const int node : waiting)
        waits[size_t(node)] = true;
    for (const auto &edge : input.edges) {
        if (waits[size_t(edge.a)])
            lists[size_t(edge.a)].push_back(edge.b);
        if (waits[size_t(edge.b)])
            lists[size_t(edge.b)].push_back(edge.a);
    }
    return lists;
}

} // namespace

Positions placeNewcomers(const LayoutInput &input)
{
    Positions positions = input.start;
    std::vector<bool> placed = input.placed;
    Places places;
    std::vector<int> waiting;
    for (int i = 0; i < input.count; ++i) {
        if (placed[size_t(i)])
            places.add(i, positions[size_t(i)]);
        else
            waiting.push_back(i);
    }
    const auto neighbours = neighboursOf(waiting, input);
    // Those with most neighbours in place first: they lead the others.
    std::stable_sort(waiting.begin(), waiting.end(), [&](int x, int y) {
        const auto known = [&](int node) {
            return std::count_if(neighbours[size_t(node)].begin(), neighbours[size_t(node)].end(),
                                 [&](int other) { return placed[size_t(other)]; });
        };
        return known(x) > known(y);
    });
    for (const int node : waiting) {
        Search search{input, positions, placed, places, neighbours[size_t(node)], node, {}};
        findAnchor(search);
        positions[size_t(node)] = bestPlace(search);
        placed[size_t(node)] = true;
        places.add(node, positions[size_t(node)]);
    }
    return positions;
}

bool deservesNewLayout(const LayoutInput &input)
{
    const auto known = std::count(input.placed.begin(), input.placed.end(), true);
    return known < 3 || 3 * (input.count - known) > input.count;
}

} // namespace nodescope::graph
