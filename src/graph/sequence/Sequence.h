#pragma once

#include <deque>
#include <vector>

#include <QHash>
#include <QSet>

#include "cluster/Message.h"

/// Messages as a sequence chart: columns, rows and arrows, and what is known of their order. No pixel.
namespace nodescope::graph {

/// A column of the chart: a process; or what a node has besides, where there are too many.
struct Lane
{
    cluster::MessageEnd end;
    bool rest = false; ///< all other processes of the node: no order among them is known

    friend bool operator==(const Lane &, const Lane &) = default;
};
[[nodiscard]] size_t qHash(const Lane &lane, size_t seed = 0);

/// Which of an arrow's ends is meant.
enum class ArrowEnd { Send, Receive };

/// A message in the chart. Rows are numbers of steps, counted from the first that is kept; an end that nobody
/// saw stands on the row of the other.
struct Arrow
{
    enum class Fate {
        Unknown, ///< nobody can say whether it arrived
        Arrived,
        Failed,
    };

    cluster::MessageStep step; ///< that brought it
    int from = 0;              ///< lanes
    int to = 0;
    int sentRow = -1;     ///< where we saw it leave; -1: we did not
    int receivedRow = -1; ///< where we saw, or heard, that it arrived; of a failed one: that it did not
    Fate fate = Fate::Unknown;
    QString reason; ///< of its fate, in the protocol's words

    [[nodiscard]] bool isReply() const { return step.kind == cluster::StepKind::Answered; }
    [[nodiscard]] bool isRelayed() const { return step.kind == cluster::StepKind::Relayed; }
    [[nodiscard]] int firstRow() const { return sentRow >= 0 ? sentRow : receivedRow; }
    [[nodiscard]] int lastRow() const { return receivedRow >= 0 ? receivedRow : sentRow; }
};

/// A row: one step.
struct SequenceRow
{
    QDateTime time;
    base::Instant at{};
    int arrow = 0;
    cluster::StepKind kind = cluster::StepKind::Sent;
};

/// What is shown of all messages.
struct SequenceOptions
{
    bool perNode = false;   ///< one lane a node instead of one a process
    int mostProcesses = 40; ///< further ones share a lane of their node
    QSet<Lane> hidden;      ///< messages from or to these are left out

    friend bool operator==(const SequenceOptions &, const SequenceOptions &) = default;
};

/// The chart of a series of steps, in the order in which they became known. Grows by append(); to forget the
/// oldest, make a new one. A value; not thread-safe.
class Sequence
{
public:
    explicit Sequence(SequenceOptions options = {});

    void append(const cluster::MessageStep &step);

    [[nodiscard]] const SequenceOptions &options() const { return m_options; }
    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    /// Lanes from left to right: ours first, then those of each node together, as they came.
    [[nodiscard]] const std::vector<int> &order() const { return m_order; }
    [[nodiscard]] const std::vector<Arrow> &arrows() const { return m_arrows; }
    [[nodiscard]] const std::vector<SequenceRow> &rows() const { return m_rows; }
    /// Arrows with an end on the row, or passing over it to a later one, among `rows` first to last.
    [[nodiscard]] std::vector<int> arrowsIn(int first, int last) const;
    /// The first arrow of an exchange; -1: there is none.
    [[nodiscard]] int arrowOf(quint64 exchange) const { return m_byExchange.value(exchange, -1); }
    /// How many steps were left out, because a lane of theirs is hidden.
    [[nodiscard]] int hiddenSteps() const { return m_hiddenSteps; }

private:
    int laneOf(const cluster::MessageEnd &end);
    [[nodiscard]] Lane keyOf(const cluster::MessageEnd &end) const;
    int addLane(const Lane &lane);
    void addArrow(const cluster::MessageStep &step, int row);
    /// What became of a message that is there already; false: it is not.
    bool settle(const cluster::MessageStep &step, int row);

    SequenceOptions m_options;
    std::vector<Lane> m_lanes;
    std::vector<int> m_order;
    QHash<Lane, int> m_laneIndexes;
    std::vector<Arrow> m_arrows;
    std::vector<SequenceRow> m_rows;
    QHash<quint64, int> m_byExchange;
    int m_processes = 0;
    int m_hiddenSteps = 0;
    int m_longest = 0; ///< rows that an arrow spans
};

} // namespace nodescope::graph
