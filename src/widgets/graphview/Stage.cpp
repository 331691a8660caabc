#include "widgets/graphview/Stage.h"

#include <algorithm>
#include <cmath>

#include "graph/Cliques.h"
#include "widgets/figures/FigureWords.h"
#include "widgets/graphview/Hulls.h"
#include "widgets/graphview/LinkPainter.h"

namespace nodescope::widgets {

namespace {
/// Smaller full meshes are drawn link by link.
constexpr int SmallestMesh = 24;
/// Who reaches whom is shown up to here.
constexpr int MostNodesCompared = 3000;
/// With so many links meshes are sought once in a while.
constexpr int ManyLinks = 5000;
constexpr int MeshesMilliseconds = 400;
/// With so many nodes, places too.
constexpr int ManyNodes = 1000;
constexpr int ArrangeMilliseconds = 250;
} // namespace

Stage::Stage(cluster::ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_meshesPace(MeshesMilliseconds,
                   [this] {
                       findMeshes();
                       linksChanged();
                       Q_EMIT changed();
                   })
    , m_arrangePace(ArrangeMilliseconds, [this] {
        arrange();
        bendLinks();
        Q_EMIT changed();
    })
{
    m_clock.start();
    m_picture.graph = &m_graph;
    follow();
    reload();
}

void Stage::follow()
{
    using cluster::ClusterStore;
    connect(&m_store, &ClusterStore::nodeAdded, this, &Stage::takeNode);
    connect(&m_store, &ClusterStore::nodeChanged, this, &Stage::takeNode);
    connect(&m_store, &ClusterStore::nodeRemoved, this, &Stage::dropNode);
    connect(&m_store, &ClusterStore::linkAdded, this, &Stage::takeLink);
    connect(&m_store, &ClusterStore::linkChanged, this, &Stage::takeLink);
    connect(&m_store, &ClusterStore::linkRemoved, this, &Stage::dropLink);
    connect(&m_store, &ClusterStore::trafficChanged, this, &Stage::takeTraffic);
    connect(&m_store, &ClusterStore::messageHappened, this, &Stage::takeMessage);
    connect(&m_store, &ClusterStore::batchEnded, this, &Stage::settle);
    connect(&m_store, &ClusterStore::reset, this, &Stage::reload);
}

void Stage::reload()
{
    m_job.reset();
    m_graph.clear();
    m_motion = Motion();
    m_travels.clear();
    m_silences.clear();
    m_born.clear();
    const QList<cluster::Node> nodes = m_store.cluster().sortedNodes();
    for (const cluster::Node &node : nodes)
        takeNode(node.name);
    const QList<cluster::Link> links = m_store.cluster().sortedLinks();
    for (const cluster::Link &link : links)
        takeLink(link.key);
    m_looksStale = m_topologyChanged = true;
    settle();
}

void Stage::takeNode(const base::NodeName &name)
{
    const cluster::Node *node = m_store.cluster().node(name);
    if (!node)
        return;
    const bool isNew = m_graph.indexOf(name) < 0;
    m_staleNodes.push_back(m_graph.setNode(*node));
    if (isNew) {
        m_born.insert(name, now());
        m_topologyChanged = true;
    }
}

void Stage::takeLink(const cluster::LinkKey &key)
{
    const cluster::Link *link = m_store.cluster().link(key);
    if (!link)
        return;
    const int known = m_graph.indexOf(key);
    const bool failed = link->state == cluster::LinkState::Failed;
    const bool failedBefore = known >= 0 && m_graph.edge(known).link.state == cluster::LinkState::Failed &&
                              m_graph.edge(known).link.failures == link->failures;
    m_topologyChanged = m_topologyChanged || known < 0 || m_graph.edge(known).link.state != link->state;
    const int index = m_graph.setLink(*link);
    m_staleLinks.push_back(index);
    if (!m_filter.isEmpty()) {
        // Whether a node is found may depend on its links.
        m_staleNodes.push_back(m_graph.edge(index).a);
        m_staleNodes.push_back(m_graph.edge(index).b);
    }
    if (failed && !failedBefore && !m_reducedMotion)
        m_motion.flash(key, now());
}

void Stage::dropNode(const base::NodeName &name)
{
    const int index = m_graph.indexOf(name);
    if (index < 0)
        return;
    if (m_graph.isPlaced(index)) {
        // It may come back: then to its old place.
        m_remembered.insert(name, {m_graph.position(index), m_graph.vertex(index).pinned});
        if (!m_reducedMotion)
            m_motion.leave(m_graph.vertex(index), m_graph.position(index), now());
    }
    m_motion.stop(name);
    m_born.remove(name);
    m_graph.removeNode(name);
    m_looksStale = m_topologyChanged = true;
}

void Stage::dropLink(const cluster::LinkKey &key)
{
    m_graph.removeLink(key);
    m_silences.forget(key);
    m_looksStale = m_topologyChanged = true;
}

void Stage::settle()
{
    if (m_topologyChanged) {
        arrangeSoon();
        bendLinks();
        findMeshesSoon();
        findGroups();
    }
    // Figures come all the time: what changes nothing here paints nothing.
    const bool somethingNew =
        m_topologyChanged || m_looksStale || !m_staleNodes.empty() || !m_staleLinks.empty();
    m_topologyChanged = false;
    const bool messageCame = std::exchange(m_messageCame, false);
    if (!somethingNew) {
        if (messageCame)
            Q_EMIT changed();
        return;
    }
    if (m_looksStale)
        refreshLooks();
    else
        refreshStaleLooks();
    Q_EMIT changed();
}

// ---- Figures and traffic ----

void Stage::setTrends(const models::Trends &trends)
{
    m_trends = &trends;
    connect(&trends, &models::Trends::nodeChanged, this, &Stage::takeFigure);
    connect(&trends, &models::Trends::linkChanged, this, &Stage::takeRate);
    refreshLooks();
    Q_EMIT changed();
}

void Stage::setFigure(std::optional<models::Figure> figure)
{
    m_figure = figure;
    refreshLooks();
    Q_EMIT changed();
}

void Stage::setWeighted(bool weighted)
{
    m_picture.weighted = weighted;
    refreshLooks();
    Q_EMIT changed();
}

void Stage::takeFigure(const base::NodeName &name)
{
    const int index = m_graph.indexOf(name);
    if (!m_figure || index < 0 || size_t(index) >= m_picture.nodeLooks.size())
        return;
    if (nodeLook(index, m_picture.theme).subtitle != m_picture.nodeLooks[size_t(index)].subtitle)
        m_staleNodes.push_back(index);
}

void Stage::takeRate(const cluster::LinkKey &key)
{
    const int index = m_graph.indexOf(key);
    if (!m_picture.weighted || index < 0 || size_t(index) >= m_picture.linkLooks.size())
        return;
    if (linkLook(index, m_picture.theme).traffic != m_picture.linkLooks[size_t(index)].traffic)
        m_staleLinks.push_back(index);
}

NodeLook Stage::nodeLook(int index, const Theme &theme) const
{
    const graph::Vertex &vertex = m_graph.vertex(index);
    NodeLook look = lookOf(vertex, theme, titlesNameHosts());
    if (m_figure && m_trends && vertex.node.state == cluster::NodeState::Up) {
        const QString text = briefOf(*m_figure, m_trends->now(vertex.node.name, *m_figure));
        if (!text.isEmpty())
            look.subtitle = text;
    }
    fadeUnlessFound(look, vertex.node, theme);
    return look;
}

LinkLook Stage::linkLook(int index, const Theme &theme) const
{
    const graph::Edge &edge = m_graph.edge(index);
    LinkLook look = lookOf(edge, m_graph, theme);
    if (edge.link.state == cluster::LinkState::Up)
        look.silent = m_silences.levelOf(edge.link.key);
    fadeUnlessFound(look, edge.link, theme);
    if (!m_picture.weighted || !m_trends || !carriesWeight(look))
        return look;
    const bool known = size_t(index) < m_picture.linkLooks.size();
    look.traffic = trafficLevel(m_trends->rate(edge.link.key).packets(),
                                known ? m_picture.linkLooks[size_t(index)].traffic : -1);
    look.width = widthOfTraffic(look.traffic);
    return look;
}

bool Stage::carriesWeight(const LinkLook &look)
{
    // Our own connections carry our own questions: they stay thin.
    return look.line == LinkLine::Visible || look.line == LinkLine::Hidden || look.line == LinkLine::OneSided;
}

void Stage::setTheme(const Theme &theme)
{
    m_picture.theme = theme;
    findGroups(); // their names are of a language
    refreshLooks();
    Q_EMIT changed();
}

void Stage::dress(Picture &picture, const Theme &theme) const
{
    picture.theme = theme;
    for (int i = 0; i < m_graph.nodeCount(); ++i)
        picture.nodeLooks[size_t(i)] = nodeLook(i, theme);
    for (int i = 0; i < m_graph.edgeCount(); ++i)
        picture.linkLooks[size_t(i)] = linkLook(i, theme);
}

void Stage::refreshLooks()
{
    // Indexes change when something is removed, and all looks with the theme: make all of them new.
    m_looksStale = false;
    m_staleNodes.clear();
    m_staleLinks.clear();
    for (int i = 0; i < m_graph.nodeCount(); ++i)
        m_staleNodes.push_back(i);
    for (int i = 0; i < m_graph.edgeCount(); ++i)
        m_staleLinks.push_back(i);
    refreshStaleLooks();
}

void Stage::refreshStaleLooks()
{
    m_picture.nodeLooks.resize(size_t(m_graph.nodeCount()));
    m_picture.linkLooks.resize(size_t(m_graph.edgeCount()));
    for (const int i : m_staleNodes)
        m_picture.nodeLooks[size_t(i)] = nodeLook(i, m_picture.theme);
    for (const int i : m_staleLinks)
        m_picture.linkLooks[size_t(i)] = linkLook(i, m_picture.theme);
    m_staleNodes.clear();
    m_staleLinks.clear();
    listLinks();
    linksChanged();
}

void Stage::linksChanged()
{
    ++m_picture.version;
    ++m_picture.looksVersion;
}

void Stage::listLinks()
{
    m_connecting = 0;
    m_picture.trafficThere = m_picture.clocksThere = false;
    m_picture.specialLinks.clear();
    m_picture.linesThere.fill(false);
    for (int i = 0; i < m_graph.edgeCount(); ++i) {
        const LinkLook &look = m_picture.linkLooks[size_t(i)];
        m_picture.linesThere[size_t(look.line)] = true;
        m_picture.trafficThere = m_picture.trafficThere || look.traffic >= 0;
        m_picture.clocksThere = m_picture.clocksThere || look.silent > 0;
        m_connecting += look.line == LinkLine::Connecting ? 1 : 0;
        if (!LinkPainter::isPlain(look) || look.sign || look.silent > 0 || !look.words.isEmpty())
            m_picture.specialLinks.push_back(i);
    }
}

void Stage::findPartitions()
{
    m_picture.partitionOf.clear();
    m_picture.partitions = 0;
    if (m_graph.nodeCount() > MostNodesCompared || m_picture.layoutKind == graph::LayoutKind::Partition)
        return;
    const std::vector<int> order = m_graph.sortedOrder();
    const std::vector<int> partition = graph::partitionsOf(m_graph, order);
    std::vector<int> sizes(order.size(), 0);
    for (const int one : partition) {
        if (one >= 0)
            ++sizes[size_t(one)];
    }
    // One that is alone is down or not connected: that is its own matter, no split.
    const auto groups = std::count_if(sizes.begin(), sizes.end(), [](int size) { return size > 1; });
    if (groups < 2)
        return;
    m_picture.partitions = int(groups);
    m_picture.partitionOf.assign(order.size(), -1);
    for (size_t i = 0; i < order.size(); ++i) {
        if (partition[i] >= 0 && sizes[size_t(partition[i])] > 1)
            m_picture.partitionOf[size_t(order[i])] = partition[i];
    }
}

void Stage::findGroups()
{
    findPartitions();
    m_picture.groups = m_picture.showsHulls() ? groupsOf(m_graph, m_picture.layoutKind) : HullGroups();
}

void Stage::arrangeSoon()
{
    if (m_graph.nodeCount() < ManyNodes || m_arrangePace.isDue())
        arrange();
}

void Stage::findMeshesSoon()
{
    // Of a large graph that changes all the time, cliques are not sought at each change.
    const bool otherNodes = !m_picture.meshOf.empty() && int(m_picture.meshOf.size()) != m_graph.nodeCount();
    if (m_graph.edgeCount() < ManyLinks || otherNodes || m_meshesPace.isDue())
        findMeshes();
}

void Stage::findMeshes()
{
    m_meshesPace.note();
    m_picture.meshes.clear();
    m_picture.meshOf.clear();
    if (m_meshesOpen || m_graph.edgeCount() < SmallestMesh * (SmallestMesh - 1) / 2)
        return;
    graph::LayoutInput input;
    input.count = m_graph.nodeCount();
    for (const graph::EdgeEnds &edge : m_graph.ends()) {
        if (!edge.ours && edge.state == cluster::LinkState::Up)
            input.edges.push_back({edge.a, edge.b});
    }
    graph::Cliques cliques = graph::findCliques(input, SmallestMesh);
    m_picture.meshes = std::move(cliques.members);
    if (!m_picture.meshes.empty())
        m_picture.meshOf = std::move(cliques.cliqueOf);
}

void Stage::setMeshesOpen(bool open)
{
    m_meshesOpen = open;
    findMeshes();
    linksChanged();
    Q_EMIT changed();
}

void Stage::setPresenting(bool presenting)
{
    m_picture.presenting = presenting;
    refreshLooks();
    Q_EMIT changed();
}

void Stage::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    if (reduced)
        m_motion.finish(m_graph, m_picture);
    Q_EMIT changed();
}

void Stage::advance()
{
    if (m_job && m_job->isReady()) {
        const graph::Positions positions = m_job->take();
        m_job.reset();
        applyPositions(m_jobNames, positions);
        if (std::any_of(m_jobNames.begin(), m_jobNames.end(),
                        [this](const auto &name) { return m_graph.indexOf(name) < 0; }) ||
            int(m_jobNames.size()) != m_graph.nodeCount())
            arrange(); // the graph has changed meanwhile
        Q_EMIT arranged();
    }
    if (m_motion.advance(m_graph, m_picture, now()))
        ++m_picture.version;
    m_travels.advance(m_picture, now(), m_reducedMotion);
    Q_EMIT changed();
}

graph::Positions Stage::positionsAtRest() const
{
    graph::Positions positions = m_graph.positions();
    for (int i = 0; i < m_graph.nodeCount(); ++i)
        positions[size_t(i)] = m_motion.destination(m_graph.vertex(i).node.name, positions[size_t(i)]);
    return positions;
}

} // namespace nodescope::widgets
