// Graphviz's sfdp on the graphs of bench_Layout: milliseconds of processor time within the layout alone,
// neither parsing nor writing, and normalised stress.
//
//   graphviz_layout [GRAPH]
#include <gvc.h>

#include "../Sample.h"
#include "../graph/Graphs.h"

using namespace nodescope::bench;

namespace {

struct Cluster
{
    Agraph_t *graph = nullptr;
    std::vector<Agnode_t *> nodes;
};

Cluster clusterOf(const PlainGraph &plain)
{
    char name[] = "g";
    char directed[] = "";
    Cluster made;
    made.graph = agopen(name, Agundirected, nullptr);
    for (int i = 0; i < plain.count; ++i)
        made.nodes.push_back(agnode(made.graph, std::to_string(i).data(), 1));
    for (const auto &[a, b] : plain.edges)
        agedge(made.graph, made.nodes[static_cast<std::size_t>(a)], made.nodes[static_cast<std::size_t>(b)],
               directed, 1);
    return made;
}

} // namespace

int main(int argc, char **argv)
{
    GVC_t *context = gvContext();
    for (const PlainGraph &plain : layoutGraphs(argc > 1 ? argv[1] : "")) {
        const Cluster made = clusterOf(plain);
        const double begin = processorTime();
        if (gvLayout(context, made.graph, "sfdp") != 0)
            return 1;
        sample("sfdp", "layout." + plain.name, (processorTime() - begin) / 1e3);
        std::vector<Point> points;
        for (Agnode_t *node : made.nodes)
            points.push_back({ND_coord(node).x, ND_coord(node).y});
        sample("sfdp", "stress." + plain.name, normalisedStress(plain, points));
        gvFreeLayout(context, made.graph);
        agclose(made.graph);
    }
    gvFreeContext(context);
    return 0;
}
