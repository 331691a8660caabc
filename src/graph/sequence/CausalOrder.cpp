#include "graph/sequence/CausalOrder.h"

#include <algorithm>

#include "cluster/Node.h"

namespace nodescope::graph {

using cluster::StepKind;

CausalOrder::CausalOrder(const Sequence &sequence)
    : m_sequence(sequence)
{
    linkEach();
    linkOurs();
    linkPairs();
    m_after = indexed(true);
    m_before = indexed(false);
    m_seen.assign(2 * m_sequence.arrows().size(), 0);
}

// ---- What orders ----

void CausalOrder::linkEach()
{
    const auto &arrows = m_sequence.arrows();
    for (int i = 0; i < int(arrows.size()); ++i) {
        const int received = eventOf(i, ArrowEnd::Receive);
        if (exists(received))
            link(eventOf(i, ArrowEnd::Send), received);
        if (!arrows[size_t(i)].isReply())
            continue;
        const int asked = m_sequence.arrowOf(arrows[size_t(i)].step.exchange);
        if (asked >= 0 && asked != i && exists(eventOf(asked, ArrowEnd::Receive)))
            link(eventOf(asked, ArrowEnd::Receive), eventOf(i, ArrowEnd::Send));
    }
}

void CausalOrder::linkOurs()
{
    int last = -1;
    std::vector<int> heardOf;
    for (const SequenceRow &row : m_sequence.rows()) {
        const int event = eventAt(row);
        if (event < 0 || !exists(event))
            continue;
        const Arrow &arrow = m_sequence.arrows()[size_t(row.arrow)];
        if (!isOurs(event % 2 == 0 ? arrow.from : arrow.to)) {
            heardOf.push_back(event);
            continue;
        }
        if (last >= 0)
            link(last, event);
        for (const int known : heardOf)
            link(known, event);
        heardOf.clear();
        last = event;
    }
}

void CausalOrder::linkPairs()
{
    QHash<quint64, int> last;
    const auto &arrows = m_sequence.arrows();
    for (int i = 0; i < int(arrows.size()); ++i) {
        const Arrow &arrow = arrows[size_t(i)];
        if (!isProcess(arrow.from) || !isProcess(arrow.to))
            continue;
        // Which of the two was first is known only at our end.
        ArrowEnd far = ArrowEnd::Receive;
        if (isOurs(arrow.to) && arrow.receivedRow >= 0 && !isOurs(arrow.from))
            far = ArrowEnd::Send;
        else if (!isOurs(arrow.from) || arrow.sentRow < 0)
            continue;
        const int event = eventOf(i, far);
        if (!exists(event))
            continue;
        const quint64 pair = (quint64(arrow.from) << 32) | quint64(arrow.to);
        if (const auto before = last.constFind(pair); before != last.constEnd())
            link(*before, event);
        last.insert(pair, event);
    }
}

int CausalOrder::eventAt(const SequenceRow &row) const
{
    switch (row.kind) {
    case StepKind::Sent:
        return eventOf(row.arrow, ArrowEnd::Send);
    case StepKind::Delivered: {
        const Arrow &arrow = m_sequence.arrows()[size_t(row.arrow)];
        const bool isItsRow = arrow.receivedRow >= 0 && &m_sequence.rows()[size_t(arrow.receivedRow)] == &row;
        return isItsRow ? eventOf(row.arrow, ArrowEnd::Receive) : -1;
    }
    case StepKind::Received:
    case StepKind::Answered:
        return eventOf(row.arrow, ArrowEnd::Receive);
    case StepKind::Relayed: // another node did it, some time between our wish and its word
    case StepKind::Failed:
        break;
    }
    return -1;
}

bool CausalOrder::exists(int event) const
{
    const Arrow &arrow = m_sequence.arrows()[size_t(event / 2)];
    if (event % 2 == 1)
        return arrow.fate == Arrow::Fate::Arrived;
    return arrow.sentRow >= 0 || arrow.fate == Arrow::Fate::Arrived;
}

bool CausalOrder::isOurs(int lane) const
{
    return m_sequence.lanes()[size_t(lane)].end.node == cluster::selfName();
}

bool CausalOrder::isProcess(int lane) const
{
    const Lane &one = m_sequence.lanes()[size_t(lane)];
    return !one.rest && !one.end.process.isEmpty();
}

int CausalOrder::rowOf(int event) const
{
    const Arrow &arrow = m_sequence.arrows()[size_t(event / 2)];
    return event % 2 == 0 ? arrow.firstRow() : arrow.lastRow();
}

CausalOrder::Index CausalOrder::indexed(bool forward) const
{
    Index index;
    index.begins.assign(2 * m_sequence.arrows().size() + 1, 0);
    for (const Edge &edge : m_edges)
        ++index.begins[size_t(forward ? edge.from : edge.to) + 1];
    for (size_t i = 1; i < index.begins.size(); ++i)
        index.begins[i] += index.begins[i - 1];
    index.others.resize(m_edges.size());
    std::vector<int> next = index.begins;
    for (const Edge &edge : m_edges)
        index.others[size_t(next[size_t(forward ? edge.from : edge.to)]++)] = forward ? edge.to : edge.from;
    return index;
}

// ---- Questions ----

std::vector<bool> CausalOrder::reached(int event, bool forward) const
{
    const Index &index = forward ? m_after : m_before;
    std::vector<bool> found(2 * m_sequence.arrows().size(), false);
    std::vector<int> open = {event};
    found[size_t(event)] = true;
    while (!open.empty()) {
        const int one = open.back();
        open.pop_back();
        for (int i = index.begins[size_t(one)]; i < index.begins[size_t(one) + 1]; ++i) {
            const int other = index.others[size_t(i)];
            if (!found[size_t(other)]) {
                found[size_t(other)] = true;
                open.push_back(other);
            }
        }
    }
    return found;
}

std::vector<CausalOrder::Known> CausalOrder::known() const
{
    const auto endOf = [](int event) { return event % 2 == 0 ? ArrowEnd::Send : ArrowEnd::Receive; };
    std::vector<Known> known;
    known.reserve(m_edges.size());
    for (const Edge &edge : m_edges)
        known.push_back({edge.from / 2, endOf(edge.from), edge.to / 2, endOf(edge.to)});
    return known;
}

std::vector<Relation> CausalOrder::relationsTo(int arrow) const
{
    const int count = int(m_sequence.arrows().size());
    const int sent = eventOf(arrow, ArrowEnd::Send);
    const int last = exists(sent + 1) ? sent + 1 : sent;
    const std::vector<bool> before = reached(last, false);
    const std::vector<bool> beforeSent = reached(sent, false);
    const std::vector<bool> after = reached(sent, true);
    std::vector<Relation> relations(static_cast<size_t>(count), Relation::Concurrent);
    for (int i = 0; i < count; ++i) {
        const auto send = size_t(eventOf(i, ArrowEnd::Send));
        if (i == arrow)
            relations[size_t(i)] = Relation::Itself;
        else if (beforeSent[send])
            relations[size_t(i)] = Relation::Before;
        else if (after[send] || after[send + 1])
            relations[size_t(i)] = Relation::After;
        else if (before[send])
            relations[size_t(i)] = Relation::Before;
    }
    return relations;
}

bool CausalOrder::isBefore(int arrow, ArrowEnd end, int other, ArrowEnd otherEnd) const
{
    const int wanted = eventOf(arrow, end);
    const int earliest = rowOf(wanted);
    std::vector<int> open = {eventOf(other, otherEnd)};
    if (open.front() == wanted)
        return false;
    ++m_question;
    while (!open.empty()) {
        const int one = open.back();
        open.pop_back();
        for (int i = m_before.begins[size_t(one)]; i < m_before.begins[size_t(one) + 1]; ++i) {
            const int previous = m_before.others[size_t(i)];
            if (previous == wanted)
                return true;
            // What stands further up is not followed: nearly all ways lead down.
            if (m_seen[size_t(previous)] != m_question && rowOf(previous) >= earliest) {
                m_seen[size_t(previous)] = m_question;
                open.push_back(previous);
            }
        }
    }
    return false;
}

std::vector<std::vector<CausalOrder::Happening>> CausalOrder::happenings(int first, int last) const
{
    const auto &arrows = m_sequence.arrows();
    std::vector<std::vector<Happening>> lanes(m_sequence.lanes().size());
    for (int i = 0; i < int(arrows.size()); ++i) {
        const Arrow &arrow = arrows[size_t(i)];
        const int sent = eventOf(i, ArrowEnd::Send);
        if (exists(sent))
            lanes[size_t(arrow.from)].push_back({rowOf(sent), i, ArrowEnd::Send, false});
        if (exists(sent + 1))
            lanes[size_t(arrow.to)].push_back({rowOf(sent + 1), i, ArrowEnd::Receive, false});
    }
    for (auto &lane : lanes) {
        std::stable_sort(lane.begin(), lane.end(),
                         [](const Happening &x, const Happening &y) { return x.row < y.row; });
        auto begin =
            std::find_if(lane.begin(), lane.end(), [first](const Happening &x) { return x.row >= first; });
        auto end = std::find_if(begin, lane.end(), [last](const Happening &x) { return x.row > last; });
        begin -= begin == lane.begin() ? 0 : 1;
        end += end == lane.end() ? 0 : 1;
        lane = std::vector<Happening>(begin, end);
        for (size_t i = 1; i < lane.size(); ++i)
            lane[i].ordered = isBefore(lane[i - 1].arrow, lane[i - 1].end, lane[i].arrow, lane[i].end);
    }
    return lanes;
}

} // namespace nodescope::graph
