#include "cluster/ClusterStore.h"

namespace nodescope::cluster {

ClusterStore::ClusterStore(QObject *parent)
    : QObject(parent)
{
}

void ClusterStore::clear()
{
    m_cluster = Cluster();
    Q_EMIT reset();
}

void ClusterStore::apply(const Deltas &deltas)
{
    Q_EMIT batchBegun();
    for (const Delta &delta : deltas) {
        // Links go before their node, so that no follower ever holds a link without its ends.
        if (const auto *removed = std::get_if<NodeRemoved>(&delta)) {
            const QList<Link> links = m_cluster.linksOf(removed->name);
            for (const Link &link : links)
                applyOne(LinkRemoved{link.key});
        }
        if (const auto *changed = std::get_if<LinkChanged>(&delta)) {
            for (const base::NodeName &end : {changed->link.key.a, changed->link.key.b}) {
                if (!m_cluster.node(end)) {
                    Node node;
                    node.name = end;
                    applyOne(NodeChanged{node});
                }
            }
        }
        applyOne(delta);
    }
    Q_EMIT batchEnded();
}

void ClusterStore::applyOne(const Delta &delta)
{
    const Cluster::Effect effect = m_cluster.apply(delta);
    std::visit([&](const auto &one) { announce(one, effect); }, delta);
}

void ClusterStore::announce(const NodeChanged &delta, Cluster::Effect effect)
{
    if (effect == Cluster::Effect::Added)
        Q_EMIT nodeAdded(delta.node.name);
    else if (effect == Cluster::Effect::Changed)
        Q_EMIT nodeChanged(delta.node.name);
}

void ClusterStore::announce(const NodeRemoved &delta, Cluster::Effect effect)
{
    if (effect == Cluster::Effect::Removed)
        Q_EMIT nodeRemoved(delta.name);
}

void ClusterStore::announce(const LinkChanged &delta, Cluster::Effect effect)
{
    if (effect == Cluster::Effect::Added)
        Q_EMIT linkAdded(delta.link.key);
    else if (effect == Cluster::Effect::Changed)
        Q_EMIT linkChanged(delta.link.key);
}

void ClusterStore::announce(const LinkRemoved &delta, Cluster::Effect effect)
{
    if (effect == Cluster::Effect::Removed)
        Q_EMIT linkRemoved(delta.key);
}

void ClusterStore::announce(const HostChanged &delta, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT hostChanged(delta.host.host);
}

void ClusterStore::announce(const EventHappened &, Cluster::Effect)
{
    Q_EMIT eventHappened(m_cluster.events().back());
}

void ClusterStore::announce(const MessageHappened &, Cluster::Effect)
{
    Q_EMIT messageHappened(m_cluster.messages().back());
}

void ClusterStore::announce(const SessionChanged &, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT sessionChanged();
}

void ClusterStore::announce(const IntentFailed &delta, Cluster::Effect)
{
    Q_EMIT intentFailed(delta.reason, delta.detail);
}

void ClusterStore::announce(const ExaminationChanged &delta, Cluster::Effect)
{
    Q_EMIT examinationChanged(delta.examination.id);
}

void ClusterStore::announce(const LintChanged &, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT lintChanged();
}

void ClusterStore::announce(const PostChanged &, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT postChanged();
}

void ClusterStore::announce(const VisitChanged &delta, Cluster::Effect)
{
    Q_EMIT visitChanged(delta.visit);
}

void ClusterStore::announce(const ErrandChanged &delta, Cluster::Effect)
{
    Q_EMIT errandChanged(delta.report);
}

void ClusterStore::announce(const HandshakeChanged &delta, Cluster::Effect)
{
    Q_EMIT handshakeChanged(delta.record);
}

void ClusterStore::announce(const CookieShown &delta, Cluster::Effect)
{
    Q_EMIT cookieShown(delta.handshake, delta.cookie);
}

void ClusterStore::announce(const FiguresChanged &delta, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT figuresChanged(delta.figures.node);
}

void ClusterStore::announce(const TrafficChanged &delta, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT trafficChanged(delta.traffic.key);
}

void ClusterStore::announce(const SourceChanged &delta, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT sourceChanged(delta.source.id);
}

void ClusterStore::announce(const SourceRemoved &delta, Cluster::Effect effect)
{
    if (effect != Cluster::Effect::Nothing)
        Q_EMIT sourceRemoved(delta.id);
}

} // namespace nodescope::cluster
