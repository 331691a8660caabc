// The part of Stage that finds and changes places.

#include <algorithm>
#include <cmath>

#include "graph/Newcomers.h"
#include "graph/Separate.h"
#include "widgets/graphview/Stage.h"

namespace nodescope::widgets {

namespace {
/// A node counts as new for so long: while a cluster comes up node by node, each may still be laid
/// out together with the ones before it.
constexpr qint64 YoungTime = 4000;
/// Up to here a layout takes less than a few frames and needs no thread.
constexpr int LayoutAtOnce = 120;
constexpr size_t MostUndo = 50;
/// Room for a node and its two lines of label, in scene units at zoom 1.
constexpr QSizeF Footprint(124, 92);
} // namespace

bool Stage::isYoung(const base::NodeName &name) const
{
    const auto it = m_born.constFind(name);
    return it != m_born.constEnd() && now() - *it < YoungTime;
}

graph::LayoutInput Stage::layoutInput(const std::vector<int> &order) const
{
    graph::LayoutInput input = graph::layoutInputOf(m_graph, order, Footprint);
    if (!m_picture.view.isEmpty())
        input.wanted = m_picture.view.size();
    // What is on its way counts as where it goes.
    for (size_t i = 0; i < order.size(); ++i)
        input.start[i] = m_motion.destination(m_graph.vertex(order[i]).node.name, input.start[i]);
    return input;
}

void Stage::arrange()
{
    if (m_graph.nodeCount() > 0)
        m_arrangePace.note();
    m_born.removeIf([this](auto it) { return now() - it.value() >= YoungTime; });
    const QSet<base::NodeName> restored = applyRemembered();
    bool anyUnplaced = false;
    for (int i = 0; i < m_graph.nodeCount() && !anyUnplaced; ++i)
        anyUnplaced = !m_graph.isPlaced(i);
    if (!anyUnplaced && m_born.isEmpty()) {
        if (!restored.isEmpty())
            makeRoom(restored);
        return;
    }
    const std::vector<int> order = m_graph.sortedOrder();
    graph::LayoutInput input = layoutInput(order);
    std::vector<bool> placed = input.placed;
    for (size_t i = 0; i < order.size(); ++i) {
        if (isYoung(m_graph.vertex(order[i]).node.name) && !input.fixed[i])
            input.placed[i] = false;
    }
    const bool everything =
        graph::deservesNewLayout(input) || m_picture.layoutKind != graph::LayoutKind::Force;
    input.placed = std::move(placed);
    startLayout(order, std::move(input), everything);
    if (!everything)
        makeRoom(restored);
}

void Stage::makeRoom(const QSet<base::NodeName> &settled)
{
    std::vector<base::NodeName> names;
    graph::Positions before;
    std::vector<bool> fixed;
    std::vector<bool> stay;
    for (const int index : m_graph.sortedOrder()) {
        if (!m_graph.isPlaced(index))
            continue;
        const base::NodeName &name = m_graph.vertex(index).node.name;
        names.push_back(name);
        before.push_back(m_motion.destination(name, m_graph.position(index)));
        fixed.push_back(m_graph.vertex(index).pinned);
        stay.push_back(settled.contains(name));
    }
    const graph::Positions after = graph::makeRoom(before, fixed, stay);
    std::vector<base::NodeName> moved;
    graph::Positions places;
    for (size_t i = 0; i < names.size(); ++i) {
        if (after[i] == before[i])
            continue;
        moved.push_back(names[i]);
        places.push_back(after[i]);
    }
    if (!moved.empty())
        applyPositions(moved, places);
    Q_EMIT arranged();
}

void Stage::startLayout(bool everything)
{
    const std::vector<int> order = m_graph.sortedOrder();
    startLayout(order, layoutInput(order), everything);
}

void Stage::startLayout(const std::vector<int> &order, graph::LayoutInput input, bool everything)
{
    std::vector<base::NodeName> names;
    names.reserve(order.size());
    for (const int index : order)
        names.push_back(m_graph.vertex(index).node.name);
    if (!everything) {
        applyPositions(names, graph::placeNewcomers(input));
        Q_EMIT arranged();
    } else if (input.count <= LayoutAtOnce) {
        applyPositions(names, graph::layOut(input, m_picture.layoutKind));
        Q_EMIT arranged();
    } else if (!m_job) {
        m_jobNames = names;
        m_job = std::make_unique<graph::LayoutJob>(std::move(input), m_picture.layoutKind);
    }
    // A job that runs already is followed by another one if the graph has changed: see advance().
}

void Stage::applyPositions(const std::vector<base::NodeName> &names, const graph::Positions &positions)
{
    for (size_t i = 0; i < names.size(); ++i) {
        const int index = m_graph.indexOf(names[i]);
        if (index < 0)
            continue;
        if (!m_graph.isPlaced(index)) {
            m_graph.setPosition(index, positions[i]);
            ++m_picture.looksVersion;
            if (!m_reducedMotion)
                m_motion.arrive(names[i], now());
            continue;
        }
        const QPointF from = m_graph.position(index);
        const QPointF by = positions[i] - from;
        if (m_graph.vertex(index).pinned || std::hypot(by.x(), by.y()) < 0.5)
            continue;
        if (m_reducedMotion)
            m_graph.setPosition(index, positions[i]);
        else
            m_motion.move(names[i], from, positions[i], now());
    }
    ++m_picture.version;
    m_motion.advance(m_graph, m_picture, now());
    bendLinks();
}

void Stage::bendLinks()
{
    const std::vector<graph::EdgeEnds> &ends = m_graph.ends();
    if (std::none_of(ends.begin(), ends.end(),
                     [](const auto &one) { return one.state == cluster::LinkState::Failed; }))
        return;
    graph::chooseBends(m_graph, positionsAtRest());
}

QSet<base::NodeName> Stage::applyRemembered()
{
    QSet<base::NodeName> restored;
    for (int i = 0; i < m_graph.nodeCount(); ++i) {
        const base::NodeName &name = m_graph.vertex(i).node.name;
        const auto it = m_remembered.constFind(name);
        if (it == m_remembered.constEnd() || m_graph.isPlaced(i))
            continue;
        m_graph.setPosition(i, it->position);
        m_graph.setPinned(i, it->pinned);
        m_born.remove(name); // it is no stranger
        if (!m_reducedMotion)
            m_motion.arrive(name, now());
        m_remembered.erase(it);
        restored.insert(name);
    }
    return restored;
}

void Stage::setLayoutKind(graph::LayoutKind kind)
{
    if (kind == m_picture.layoutKind)
        return;
    if (m_graph.nodeCount() > 0)
        rememberForUndo();
    m_picture.layoutKind = kind;
    findGroups();
    refreshLooks();
    startLayout(true);
    Q_EMIT layoutKindChanged(kind);
    Q_EMIT changed();
}

void Stage::layoutAgain()
{
    rememberForUndo();
    startLayout(true);
    Q_EMIT changed();
}

void Stage::rememberForUndo()
{
    m_undo.push_back({m_picture.layoutKind, placements()});
    if (m_undo.size() > MostUndo)
        m_undo.erase(m_undo.begin());
    Q_EMIT undoAvailable(true);
}

void Stage::undo()
{
    if (m_undo.empty())
        return;
    const Before before = std::move(m_undo.back());
    m_undo.pop_back();
    if (before.kind != m_picture.layoutKind) {
        m_picture.layoutKind = before.kind;
        findGroups();
        refreshLooks();
        Q_EMIT layoutKindChanged(before.kind);
    }
    place(before.placements);
    Q_EMIT arranged();
    Q_EMIT changed();
    Q_EMIT undoAvailable(canUndo());
}

Placements Stage::placements() const
{
    Placements all;
    for (int i = 0; i < m_graph.nodeCount(); ++i) {
        const graph::Vertex &vertex = m_graph.vertex(i);
        if (m_graph.isPlaced(i))
            all.insert(vertex.node.name,
                       {m_motion.destination(vertex.node.name, m_graph.position(i)), vertex.pinned});
    }
    return all;
}

void Stage::setPlacements(const Placements &placements)
{
    place(placements);
    const QList<base::NodeName> names = placements.keys();
    makeRoom({names.cbegin(), names.cend()});
    Q_EMIT changed();
}

void Stage::place(const Placements &placements)
{
    m_job.reset();
    std::vector<base::NodeName> names;
    graph::Positions positions;
    for (auto it = placements.cbegin(); it != placements.cend(); ++it) {
        const int index = m_graph.indexOf(it.key());
        if (index < 0) {
            m_remembered.insert(it.key(), it.value());
            continue;
        }
        m_graph.setPinned(index, false); // or it would not move
        names.push_back(it.key());
        positions.push_back(it->position);
        m_born.remove(it.key());
    }
    applyPositions(names, positions);
    for (const base::NodeName &name : names)
        m_graph.setPinned(m_graph.indexOf(name), placements.value(name).pinned);
}

void Stage::dragNode(int node, const QPointF &scene)
{
    m_motion.stop(m_graph.vertex(node).node.name);
    m_graph.setPosition(node, scene);
    bendLinks();
    ++m_picture.version;
    Q_EMIT changed();
}

void Stage::setPinned(int node, bool pinned)
{
    m_graph.setPinned(node, pinned);
    Q_EMIT changed();
}

} // namespace nodescope::widgets
