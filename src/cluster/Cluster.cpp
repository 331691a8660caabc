#include "cluster/Cluster.h"

#include <algorithm>

namespace nodescope::cluster {

namespace {
/// Keeps a value under its key while it is known.
template<class Key, class Value>
Cluster::Effect keep(QHash<Key, Value> &values, const Key &key, const Value &value)
{
    const auto it = values.find(key);
    if (!value.isKnown()) {
        if (it == values.end())
            return Cluster::Effect::Nothing;
        values.erase(it);
        return Cluster::Effect::Removed;
    }
    if (it == values.end()) {
        values.insert(key, value);
        return Cluster::Effect::Added;
    }
    if (*it == value)
        return Cluster::Effect::Nothing;
    *it = value;
    return Cluster::Effect::Changed;
}
} // namespace

Cluster::Effect Cluster::apply(const Delta &delta)
{
    return std::visit([this](const auto &one) { return applyOne(one); }, delta);
}

const Node *Cluster::node(const base::NodeName &name) const
{
    const auto it = m_nodes.constFind(name);
    return it == m_nodes.constEnd() ? nullptr : &*it;
}

const Link *Cluster::link(const LinkKey &key) const
{
    const auto it = m_links.constFind(key);
    return it == m_links.constEnd() ? nullptr : &*it;
}

const Figures *Cluster::figures(const base::NodeName &name) const
{
    const auto it = m_figures.constFind(name);
    return it == m_figures.constEnd() ? nullptr : &*it;
}

const Traffic *Cluster::traffic(const LinkKey &key) const
{
    const auto it = m_traffic.constFind(key);
    return it == m_traffic.constEnd() ? nullptr : &*it;
}

QList<Link> Cluster::linksOf(const base::NodeName &name) const
{
    QList<Link> links;
    const QList<LinkKey> keys = m_linksByNode.value(name);
    links.reserve(keys.size());
    for (const LinkKey &key : keys)
        links.append(m_links.value(key));
    return links;
}

QList<Node> Cluster::sortedNodes() const
{
    QList<Node> nodes = m_nodes.values();
    std::sort(nodes.begin(), nodes.end(), [](const Node &x, const Node &y) { return x.name < y.name; });
    return nodes;
}

QList<Link> Cluster::sortedLinks() const
{
    QList<Link> links = m_links.values();
    std::sort(links.begin(), links.end(), [](const Link &x, const Link &y) { return x.key < y.key; });
    return links;
}

Cluster::Effect Cluster::applyOne(const NodeChanged &delta)
{
    Q_ASSERT(!delta.node.name.isNull());
    const auto it = m_nodes.find(delta.node.name);
    if (it == m_nodes.end()) {
        m_nodes.insert(delta.node.name, delta.node);
        return Effect::Added;
    }
    if (*it == delta.node)
        return Effect::Nothing;
    *it = delta.node;
    return Effect::Changed;
}

Cluster::Effect Cluster::applyOne(const NodeRemoved &delta)
{
    const QList<LinkKey> keys = m_linksByNode.value(delta.name);
    for (const LinkKey &key : keys)
        applyOne(LinkRemoved{key});
    m_linksByNode.remove(delta.name);
    m_figures.remove(delta.name);
    return m_nodes.remove(delta.name) ? Effect::Removed : Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const LinkChanged &delta)
{
    const LinkKey &key = delta.link.key;
    const auto it = m_links.find(key);
    if (it != m_links.end()) {
        if (*it == delta.link)
            return Effect::Nothing;
        *it = delta.link;
        return Effect::Changed;
    }
    ensureNode(key.a);
    ensureNode(key.b);
    m_links.insert(key, delta.link);
    m_linksByNode[key.a].append(key);
    m_linksByNode[key.b].append(key);
    return Effect::Added;
}

Cluster::Effect Cluster::applyOne(const LinkRemoved &delta)
{
    m_traffic.remove(delta.key);
    if (!m_links.remove(delta.key))
        return Effect::Nothing;
    m_linksByNode[delta.key.a].removeOne(delta.key);
    m_linksByNode[delta.key.b].removeOne(delta.key);
    return Effect::Removed;
}

Cluster::Effect Cluster::applyOne(const HostChanged &delta)
{
    const bool known = m_hosts.contains(delta.host.host);
    if (known && m_hosts.value(delta.host.host) == delta.host)
        return Effect::Nothing;
    m_hosts.insert(delta.host.host, delta.host);
    return known ? Effect::Changed : Effect::Added;
}

Cluster::Effect Cluster::applyOne(const EventHappened &delta)
{
    m_events.push_back(delta.event);
    m_events.back().id = ++m_lastEventId;
    if (qsizetype(m_events.size()) > MaxEvents) {
        m_events.pop_front();
        ++m_droppedEvents;
    }
    return Effect::Added;
}

Cluster::Effect Cluster::applyOne(const MessageHappened &delta)
{
    m_messages.push_back(delta.step);
    m_messages.back().id = ++m_lastMessageId;
    if (qsizetype(m_messages.size()) > MaxMessages) {
        m_messages.pop_front();
        ++m_droppedMessages;
    }
    return Effect::Added;
}

Cluster::Effect Cluster::applyOne(const SessionChanged &delta)
{
    if (m_session == delta.info)
        return Effect::Nothing;
    m_session = delta.info;
    return Effect::Changed;
}

Cluster::Effect Cluster::applyOne(const IntentFailed &)
{
    // Nothing that is known changed; ClusterStore tells the person.
    return Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const ExaminationChanged &delta)
{
    const bool known = m_examinations.contains(delta.examination.id);
    m_examinations.insert(delta.examination.id, delta.examination);
    if (m_examinations.size() > MaxExaminations)
        m_examinations.erase(m_examinations.begin());
    return known ? Effect::Changed : Effect::Added;
}

Cluster::Effect Cluster::applyOne(const LintChanged &delta)
{
    if (m_lint == delta.report)
        return Effect::Nothing;
    m_lint = delta.report;
    return Effect::Changed;
}

Cluster::Effect Cluster::applyOne(const PostChanged &delta)
{
    if (m_post == delta.post)
        return Effect::Nothing;
    m_post = delta.post;
    return Effect::Changed;
}

Cluster::Effect Cluster::applyOne(const ErrandChanged &)
{
    return Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const VisitChanged &)
{
    // Nothing that is known of the cluster changed; ClusterStore tells it on.
    return Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const HandshakeChanged &)
{
    return Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const CookieShown &)
{
    return Effect::Nothing;
}

Cluster::Effect Cluster::applyOne(const FiguresChanged &delta)
{
    return keep(m_figures, delta.figures.node, delta.figures);
}

Cluster::Effect Cluster::applyOne(const TrafficChanged &delta)
{
    return keep(m_traffic, delta.traffic.key, delta.traffic);
}

Cluster::Effect Cluster::applyOne(const SourceChanged &delta)
{
    const auto it = m_sources.find(delta.source.id);
    if (it == m_sources.end()) {
        m_sources.insert(delta.source.id, delta.source);
        return Effect::Added;
    }
    if (*it == delta.source)
        return Effect::Nothing;
    *it = delta.source;
    return Effect::Changed;
}

Cluster::Effect Cluster::applyOne(const SourceRemoved &delta)
{
    return m_sources.remove(delta.id) ? Effect::Removed : Effect::Nothing;
}

void Cluster::ensureNode(const base::NodeName &name)
{
    if (m_nodes.contains(name))
        return;
    Node node;
    node.name = name;
    m_nodes.insert(name, node);
}

} // namespace nodescope::cluster
