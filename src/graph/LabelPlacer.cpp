#include "graph/LabelPlacer.h"

#include <algorithm>
#include <array>
#include <cmath>
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

/// Below, above, right, left: best first.
std::array<QRectF, 4> placesFor(const LabelWish &wish)
{
    constexpr double Gap = 4;
    const double vertical = wish.radius + Gap + wish.size.height() / 2;
    const double horizontal = wish.radius + Gap + wish.size.width() / 2;
    return {around(wish.centre + QPointF(0, vertical), wish.size),
            around(wish.centre - QPointF(0, vertical), wish.size),
            around(wish.centre + QPointF(horizontal, 0), wish.size),
            around(wish.centre - QPointF(horizontal, 0), wish.size)};
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
        placed[size_t(i)] = it == places.end() ? places.front() : *it;
        occupied.add(placed[size_t(i)]);
    }
    return placed;
}

} // namespace nodescope::graph
