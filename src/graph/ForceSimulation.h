#pragma once

#include <cstdint>

#include "graph/Cliques.h"
#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Nodes repel each other (Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm",
/// 1986, over a quadtree in Morton order), links pull, and each clique is one set of springs to its
/// centre instead of n²/2 links. A value; tick() moves all nodes a little, and less each time.
///
/// It never starts from nowhere: give it a start from pivotMds, or where nodes are now (`heat` low)
/// to settle a newcomer.
class ForceSimulation
{
public:
    ForceSimulation(const LayoutInput &input, Positions start, double linkLength, double heat = 1);

    void tick();
    /// Until it has cooled down, at most `ticks` times.
    void run(int ticks);
    [[nodiscard]] bool isSettled() const { return m_heat < 0.02; }
    [[nodiscard]] const Positions &positions() const { return m_positions; }

private:
    struct Spring
    {
        int a;
        int b;
        double strength;
        double shareOfB;
    };
    /// A node of the quadtree. Cells stand in depth-first order, so that skipping one is a jump.
    struct Cell
    {
        double x;
        double y;
        double mass;
        double widthSquared;
        int next;  ///< the cell after all that lie in this one
        int begin; ///< of a leaf's nodes in m_order; -1 for an inner cell
        int end;
    };

    void makeSprings(const LayoutInput &input);
    void pullLinks();
    void pullCliques();
    void buildTree();
    int buildCell(int begin, int end, int level, double width);
    void repel();
    [[nodiscard]] QPointF repulsionAt(size_t slot) const;

    double m_linkLength;
    double m_heat;
    std::vector<bool> m_fixed;
    Cliques m_cliques;
    std::vector<Spring> m_springs;
    Positions m_positions;
    Positions m_velocity;
    // The tree of this tick
    std::vector<std::uint64_t> m_keys;
    std::vector<int> m_order;
    Positions m_sorted;
    std::vector<Cell> m_cells;
};

} // namespace nodescope::graph
