// igraph's layouts on the graphs of bench_Layout: Fruchterman and Reingold (with its grid above 1,000 nodes),
// and Kamada and Kawai up to 1,000. Milliseconds of processor time, and normalised stress.
//
//   igraph_layout [GRAPH]
#include <igraph/igraph.h>

#include "../Sample.h"
#include "../graph/Graphs.h"

using namespace nodescope::bench;

namespace {

void report(const char *who, const PlainGraph &plain, const igraph_matrix_t &matrix, double microseconds)
{
    std::vector<Point> points;
    for (int i = 0; i < plain.count; ++i)
        points.push_back({MATRIX(matrix, i, 0), MATRIX(matrix, i, 1)});
    sample(who, "layout." + plain.name, microseconds / 1e3);
    sample(who, "stress." + plain.name, normalisedStress(plain, points));
}

void measure(const PlainGraph &plain)
{
    std::vector<igraph_real_t> ends;
    for (const auto &[a, b] : plain.edges) {
        ends.push_back(a);
        ends.push_back(b);
    }
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, static_cast<igraph_integer_t>(ends.size()));
    for (std::size_t i = 0; i < ends.size(); ++i)
        VECTOR(edges)[i] = static_cast<igraph_integer_t>(ends[i]);
    igraph_t graph;
    igraph_create(&graph, &edges, plain.count, IGRAPH_UNDIRECTED);
    igraph_matrix_t matrix;
    igraph_matrix_init(&matrix, 0, 0);
    const bool small = plain.count <= 1000;
    double begin = processorTime();
    igraph_layout_fruchterman_reingold(&graph, &matrix, 0, 500, 30,
                                       small ? IGRAPH_LAYOUT_NOGRID : IGRAPH_LAYOUT_GRID, nullptr, nullptr,
                                       nullptr, nullptr, nullptr);
    report("igraph", plain, matrix, processorTime() - begin);
    if (small) {
        begin = processorTime();
        igraph_layout_kamada_kawai(&graph, &matrix, 0, 50 * plain.count, 0, plain.count, nullptr, nullptr,
                                   nullptr, nullptr, nullptr);
        report("kamada", plain, matrix, processorTime() - begin);
    }
    igraph_matrix_destroy(&matrix);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&edges);
}

} // namespace

int main(int argc, char **argv)
{
    for (const PlainGraph &plain : layoutGraphs(argc > 1 ? argv[1] : ""))
        measure(plain);
    return 0;
}
