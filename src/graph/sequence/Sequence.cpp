#include "graph/sequence/Sequence.h"

#include <algorithm>

#include "cluster/Node.h"

namespace nodescope::graph {

using cluster::MessageEnd;
using cluster::MessageStep;
using cluster::StepKind;

size_t qHash(const Lane &lane, size_t seed)
{
    return qHashMulti(seed, lane.end.node, lane.end.process, lane.rest);
}

Sequence::Sequence(SequenceOptions options)
    : m_options(std::move(options))
{
}

void Sequence::append(const MessageStep &step)
{
    for (const MessageEnd *end : {&step.from, &step.to}) {
        if (!m_options.hidden.isEmpty() && m_options.hidden.contains(keyOf(*end))) {
            ++m_hiddenSteps;
            return;
        }
    }
    const int row = int(m_rows.size());
    m_rows.push_back({step.time, step.at, 0, step.kind});
    const bool isFate = step.kind == StepKind::Delivered || step.kind == StepKind::Failed;
    if (!isFate || !settle(step, row))
        addArrow(step, row);
}

bool Sequence::settle(const MessageStep &step, int row)
{
    const int index = arrowOf(step.exchange);
    if (index < 0)
        return false;
    Arrow &arrow = m_arrows[size_t(index)];
    m_rows.back().arrow = index;
    arrow.reason = step.reason;
    if (arrow.fate == Arrow::Fate::Arrived)
        return true; // that was known before; what failed then is the answer
    arrow.fate = step.kind == StepKind::Failed ? Arrow::Fate::Failed : Arrow::Fate::Arrived;
    arrow.receivedRow = row;
    m_longest = std::max(m_longest, row - arrow.firstRow());
    return true;
}

void Sequence::addArrow(const MessageStep &step, int row)
{
    const int index = int(m_arrows.size());
    m_rows.back().arrow = index;
    Arrow arrow;
    arrow.step = step;
    arrow.from = laneOf(step.from);
    arrow.to = laneOf(step.to);
    switch (step.kind) {
    case StepKind::Sent:
    case StepKind::Relayed:
        arrow.sentRow = row;
        break;
    case StepKind::Failed:
        arrow.receivedRow = row;
        arrow.fate = Arrow::Fate::Failed;
        arrow.reason = step.reason;
        break;
    case StepKind::Delivered:
    case StepKind::Received:
    case StepKind::Answered:
        arrow.receivedRow = row;
        arrow.fate = Arrow::Fate::Arrived;
        break;
    }
    if (step.kind == StepKind::Answered) {
        // Who answers has got the question.
        if (const int asked = arrowOf(step.exchange); asked >= 0)
            m_arrows[size_t(asked)].fate = Arrow::Fate::Arrived;
    }
    if (step.exchange != 0 && !m_byExchange.contains(step.exchange))
        m_byExchange.insert(step.exchange, index);
    m_arrows.push_back(std::move(arrow));
}

Lane Sequence::keyOf(const MessageEnd &end) const
{
    return {{end.node, m_options.perNode ? QString() : end.process}, false};
}

int Sequence::laneOf(const MessageEnd &end)
{
    Lane lane = keyOf(end);
    if (const auto known = m_laneIndexes.constFind(lane); known != m_laneIndexes.constEnd())
        return *known;
    if (!m_options.perNode && m_processes >= m_options.mostProcesses) {
        lane = {{end.node, {}}, true};
        if (const auto known = m_laneIndexes.constFind(lane); known != m_laneIndexes.constEnd())
            return *known;
    }
    return addLane(lane);
}

int Sequence::addLane(const Lane &lane)
{
    const int index = int(m_lanes.size());
    m_lanes.push_back(lane);
    m_laneIndexes.insert(lane, index);
    m_processes += lane.rest ? 0 : 1;
    const auto isOfSameNode = [&](int other) { return m_lanes[size_t(other)].end.node == lane.end.node; };
    auto place = std::find_if(m_order.rbegin(), m_order.rend(), isOfSameNode).base();
    if (place == m_order.begin() && lane.end.node != cluster::selfName())
        place = m_order.end();
    m_order.insert(place, index);
    return index;
}

std::vector<int> Sequence::arrowsIn(int first, int last) const
{
    // Arrows come in the order of their first rows.
    const auto begin = std::lower_bound(m_arrows.begin(), m_arrows.end(), first - m_longest,
                                        [](const Arrow &arrow, int row) { return arrow.firstRow() < row; });
    std::vector<int> found;
    for (auto it = begin; it != m_arrows.end() && it->firstRow() <= last; ++it) {
        if (it->lastRow() >= first)
            found.push_back(int(it - m_arrows.begin()));
    }
    return found;
}

} // namespace nodescope::graph
