#include "graph/LabelPlacer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <QHash>

namespace nodescope::graph {

namespace {

/// Rectangles in square cells, so that a look for overlaps sees only what is near.
class Occupied
{
public:
    void add(const QRectF &rect)
    {
        const auto id = int(m_rects.size());
        m_rects.push_back(rect);
        forCells(rect, [&](quint64 cell) { m_cells[cell].push_back(id); });
    }

    [[nodiscard]] bool isFree(const QRectF &rect, int except) const
    {
        bool free = true;
        forCells(rect, [&](quint64 cell) {
            const auto it = m_cells.constFind(cell);
            if (!free || it == m_cells.constEnd())
                return;
            free = std::none_of(it->begin(), it->end(),
                                [&](int id) { return id != except && m_rects[size_t(id)].intersects(rect); });
        });
        return free;
    }

private:
    static constexpr double CellSize = 96;

    template<class Visit>
    static void forCells(const QRectF &rect, Visit visit)
    {
        const auto cellOf = [](double value) { return qint32(std::floor(value / CellSize)); };
        for (qint32 y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y) {
            for (qint32 x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x)
                visit(quint64(quint32(x)) << 32 | quint32(y));
        }
    }

    std::vector<QRectF> m_rects;
    QHash<quint64, std::vector<int>> m_cells;
};

QRectF around(const QPointF &centre, const QSizeF &size)
{
    return QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size);
}

constexpr double Gap = 4;

/// Below, above, right, left, and the corners: best first.
std::array<QRectF, 8> placesFor(const LabelWish &wish, double gap = Gap)
{
    const double vertical = wish.radius + gap + wish.size.height() / 2;
    const double horizontal = wish.radius + gap + wish.size.width() / 2;
    // In a corner it touches the circle, as far as a rectangle can.
    const double slant = 0.71 * (wish.radius + gap);
    const QPointF corner(slant + wish.size.width() / 2, slant + wish.size.height() / 2);
    const auto at = [&](double x, double y) { return around(wish.centre + QPointF(x, y), wish.size); };
    return {at(0, vertical),
            at(0, -vertical),
            at(horizontal, 0),
            at(-horizontal, 0),
            at(corner.x(), corner.y()),
            at(-corner.x(), corner.y()),
            at(corner.x(), -corner.y()),
            at(-corner.x(), -corner.y())};
}

double overlapOf(const QRectF &rect, const QRectF &other)
{
    const QRectF both = rect.intersected(other);
    return both.width() * both.height();
}

/// For a label that must be shown, though nothing near is free: further away, or where it covers least. A
/// node's shape counts more than its area, because names are useless where nodes cannot be seen.
QRectF leastBad(const std::vector<LabelWish> &wishes, int index, const std::vector<QRectF> &taken,
                const std::vector<QRectF> &placed, const Occupied &occupied)
{
    constexpr std::array Gaps{Gap, 14.0, 26.0, 42.0};
    constexpr double OfShapes = 8;
    const LabelWish &wish = wishes[size_t(index)];
    QRectF best;
    double least = std::numeric_limits<double>::max();
    for (const double gap : Gaps) {
        for (const QRectF &rect : placesFor(wish, gap)) {
            if (occupied.isFree(rect, index))
                return rect;
            double covered = 0;
            for (const LabelWish &other : wishes)
                covered += OfShapes *
                           overlapOf(rect, around(other.centre, QSizeF(2 * other.radius, 2 * other.radius)));
            for (const std::vector<QRectF> *rects : {&taken, &placed}) {
                for (const QRectF &other : *rects)
                    covered += overlapOf(rect, other);
            }
            if (covered < least) {
                least = covered;
                best = rect;
            }
        }
    }
    return best;
}

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const std::vector<QRectF> &taken)
{
    Occupied occupied;
    // Shapes first, so that a wish's own shape has its index.
    for (const LabelWish &wish : wishes)
        occupied.add(around(wish.centre, QSizeF(2 * wish.radius, 2 * wish.radius)));
    for (const QRectF &rect : taken)
        occupied.add(rect);
    std::vector<int> order(wishes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int x, int y) { return wishes[size_t(x)].priority > wishes[size_t(y)].priority; });
    std::vector<QRectF> placed(wishes.size());
    for (const int i : order) {
        const LabelWish &wish = wishes[size_t(i)];
        const auto places = placesFor(wish);
        const auto it = std::find_if(places.begin(), places.end(),
                                     [&](const QRectF &rect) { return occupied.isFree(rect, i); });
        if (it == places.end() && !wish.mustShow)
            continue;
        placed[size_t(i)] = it == places.end() ? leastBad(wishes, i, taken, placed, occupied) : *it;
        occupied.add(placed[size_t(i)]);
    }
    return placed;
}

} // namespace nodescope::graph
