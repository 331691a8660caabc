#pragma once

#include "graph/sequence/Sequence.h"

namespace nodescope::graph {

/// How one message stands to another.
enum class Relation {
    Itself,
    Before,     ///< it may have influenced the other
    After,      ///< the other may have influenced it
    Concurrent, ///< neither, as far as is known
};

/// Which messages are ordered by more than the moment at which we heard of them. Only this counts:
///
/// - a message is sent before it arrives;
/// - an answer is sent after the question has arrived;
/// - what we do and see ourselves happens in that order, and what we have heard of happened before what we do
///   afterwards;
/// - two signals from one process to one other arrive in the order in which they were sent (the guarantee of
///   Erlang), if one of the two processes is ours, so that we know that order.
///
/// All else that happens elsewhere is concurrent, whatever the clock says. Where rows are out of order,
/// something that is ordered may be taken for concurrent; never the other way round.
///
/// Made for a sequence as it is then; the sequence must outlive it and must not grow meanwhile. Not
/// thread-safe.
class CausalOrder
{
public:
    explicit CausalOrder(const Sequence &sequence);

    /// Of each arrow to the one that is given.
    [[nodiscard]] std::vector<Relation> relationsTo(int arrow) const;
    /// A direct order, of which the others follow: `before` is before `after`.
    struct Known
    {
        int before;
        ArrowEnd beforeEnd;
        int after;
        ArrowEnd afterEnd;
    };
    [[nodiscard]] std::vector<Known> known() const;
    /// Whether an end of an arrow is known to be before an end of another.
    [[nodiscard]] bool isBefore(int arrow, ArrowEnd end, int other, ArrowEnd otherEnd) const;

    /// An end of an arrow on a lane.
    struct Happening
    {
        int row = 0;
        int arrow = 0;
        ArrowEnd end = ArrowEnd::Send;
        bool ordered = false; ///< known to be after the happening above it
    };
    /// What stands on each lane, from top to bottom, on rows `first` to `last` and just above and below them.
    [[nodiscard]] std::vector<std::vector<Happening>> happenings(int first, int last) const;

private:
    [[nodiscard]] static int eventOf(int arrow, ArrowEnd end)
    {
        return 2 * arrow + (end == ArrowEnd::Receive ? 1 : 0);
    }
    void link(int from, int to) { m_edges.push_back({from, to}); }
    void linkEach();
    void linkOurs();
    void linkPairs();
    [[nodiscard]] int rowOf(int event) const;
    [[nodiscard]] bool exists(int event) const;
    [[nodiscard]] bool isOurs(int lane) const;
    [[nodiscard]] bool isProcess(int lane) const;
    [[nodiscard]] int eventAt(const SequenceRow &row) const;
    /// All before or after an event, and itself.
    [[nodiscard]] std::vector<bool> reached(int event, bool forward) const;

    struct Edge
    {
        int from;
        int to;
    };
    /// Edges by one of their ends: those of event i are from begins[i] to begins[i + 1].
    struct Index
    {
        std::vector<int> begins;
        std::vector<int> others;
    };
    [[nodiscard]] Index indexed(bool forward) const;

    const Sequence &m_sequence;
    std::vector<Edge> m_edges;
    Index m_after;
    Index m_before;
    mutable std::vector<int> m_seen; ///< by which question an event was reached last
    mutable int m_question = 0;
};

} // namespace nodescope::graph
