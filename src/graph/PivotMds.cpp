#include "graph/PivotMds.h"

#include <algorithm>
#include <cmath>

#include "graph/Random.h"

namespace nodescope::graph {

namespace {

/// Squared distances, node by pivot, doubly centred.
struct Centred
{
    size_t nodes = 0;
    size_t pivots = 0;
    std::vector<double> cells;

    [[nodiscard]] const double *row(size_t node) const { return cells.data() + node * pivots; }
};

std::vector<std::vector<int>> pivotDistances(const std::vector<std::vector<int>> &neighbours, size_t pivots)
{
    std::vector<std::vector<int>> distances;
    std::vector<int> nearest(neighbours.size(), std::numeric_limits<int>::max());
    int pivot = 0;
    for (size_t k = 0; k < pivots; ++k) {
        std::vector<int> hops = hopsFrom(pivot, neighbours);
        const int farthest = *std::max_element(hops.begin(), hops.end());
        for (size_t i = 0; i < hops.size(); ++i) {
            if (hops[i] < 0)
                hops[i] = farthest + 2; // another component: next to this one
            nearest[i] = std::min(nearest[i], hops[i]);
        }
        distances.push_back(std::move(hops));
        pivot = int(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return distances;
}

Centred centred(const std::vector<std::vector<int>> &distances, size_t nodes)
{
    const size_t pivots = distances.size();
    Centred matrix{nodes, pivots, std::vector<double>(nodes * pivots)};
    std::vector<double> rowMean(nodes, 0);
    std::vector<double> columnMean(pivots, 0);
    double mean = 0;
    for (size_t j = 0; j < nodes; ++j) {
        for (size_t i = 0; i < pivots; ++i) {
            const double square = double(distances[i][j]) * distances[i][j];
            matrix.cells[j * pivots + i] = square;
            rowMean[j] += square / double(pivots);
            columnMean[i] += square / double(nodes);
            mean += square / (double(pivots) * double(nodes));
        }
    }
    for (size_t j = 0; j < nodes; ++j) {
        for (size_t i = 0; i < pivots; ++i) {
            double &cell = matrix.cells[j * pivots + i];
            cell = -0.5 * (cell - rowMean[j] - columnMean[i] + mean);
        }
    }
    return matrix;
}

/// Pivot by pivot products of the matrix.
std::vector<double> gram(const Centred &matrix)
{
    const size_t k = matrix.pivots;
    std::vector<double> products(k * k, 0);
    for (size_t j = 0; j < matrix.nodes; ++j) {
        const double *row = matrix.row(j);
        for (size_t a = 0; a < k; ++a) {
            for (size_t b = a; b < k; ++b)
                products[a * k + b] += row[a] * row[b];
        }
    }
    for (size_t a = 0; a < k; ++a) {
        for (size_t b = 0; b < a; ++b)
            products[a * k + b] = products[b * k + a];
    }
    return products;
}

/// The strongest eigenvector that is at right angles to `other`, by power iteration.
std::vector<double> eigenvector(const std::vector<double> &matrix, size_t k, const std::vector<double> &other,
                                Random &random)
{
    std::vector<double> vector(k);
    for (double &value : vector)
        value = random.centred();
    for (int step = 0; step < 100; ++step) {
        std::vector<double> next(k, 0);
        for (size_t a = 0; a < k; ++a) {
            for (size_t b = 0; b < k; ++b)
                next[a] += matrix[a * k + b] * vector[b];
        }
        double along = 0;
        for (size_t a = 0; a < other.size(); ++a)
            along += next[a] * other[a];
        for (size_t a = 0; a < other.size(); ++a)
            next[a] -= along * other[a];
        double length = 0;
        for (const double value : next)
            length += value * value;
        length = std::sqrt(length) + 1e-30;
        for (size_t a = 0; a < k; ++a)
            vector[a] = next[a] / length;
    }
    return vector;
}

double meanLinkLength(const LayoutInput &input, const Positions &positions)
{
    double sum = 0;
    for (const auto &edge : input.edges) {
        const QPointF along = positions[size_t(edge.a)] - positions[size_t(edge.b)];
        sum += std::hypot(along.x(), along.y());
    }
    return input.edges.empty() ? 0 : sum / double(input.edges.size());
}

} // namespace

std::vector<int> hopsFrom(int source, const std::vector<std::vector<int>> &neighbours)
{
    std::vector<int> hops(neighbours.size(), -1);
    std::vector<int> queue{source};
    queue.reserve(neighbours.size());
    hops[size_t(source)] = 0;
    for (size_t head = 0; head < queue.size(); ++head) {
        const int node = queue[head];
        for (const int next : neighbours[size_t(node)]) {
            if (hops[size_t(next)] < 0) {
                hops[size_t(next)] = hops[size_t(node)] + 1;
                queue.push_back(next);
            }
        }
    }
    return hops;
}

Positions pivotMds(const LayoutInput &input, double linkLength, int pivots)
{
    const size_t count = size_t(input.count);
    Positions positions(count);
    if (count < 2)
        return positions;
    const size_t k = std::min(size_t(pivots), count);
    const Centred matrix = centred(pivotDistances(input.neighbours(), k), count);
    const std::vector<double> products = gram(matrix);
    Random random(1);
    const std::vector<double> first = eigenvector(products, k, {}, random);
    const std::vector<double> second = eigenvector(products, k, first, random);
    for (size_t j = 0; j < count; ++j) {
        const double *row = matrix.row(j);
        double x = 0;
        double y = 0;
        for (size_t i = 0; i < k; ++i) {
            x += row[i] * first[i];
            y += row[i] * second[i];
        }
        positions[j] = QPointF(x, y);
    }
    const double mean = meanLinkLength(input, positions);
    const double factor = mean > 1e-9 ? linkLength / mean : 1;
    for (QPointF &position : positions) {
        position *= factor;
        position += QPointF(random.centred(), random.centred()) * (0.2 * linkLength);
    }
    return positions;
}

} // namespace nodescope::graph
