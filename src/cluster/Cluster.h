#pragma once

#include <deque>

#include <QHash>
#include <QMap>

#include "cluster/Delta.h"

namespace nodescope::cluster {

/// What is known now: nodes, links as each end sees them, hosts, the session, and the latest events.
/// A plain value: copy it for a snapshot. Changes only by apply(). Not thread-safe.
///
/// Invariants: both ends of every link are nodes; ids of events and of steps rise. Figures and counters go
/// with their node or link, and may come before it.
class Cluster
{
public:
    /// How many events are kept; older ones go, and droppedEvents() counts them.
    static constexpr qsizetype MaxEvents = 20000;
    /// How many steps of messages are kept; older ones go, and droppedMessages() counts them.
    static constexpr qsizetype MaxMessages = 20000;
    /// How many examinations are kept; the oldest goes.
    static constexpr qsizetype MaxExaminations = 100;

    /// What a delta did, for those who follow (ClusterStore, models).
    enum class Effect { Nothing, Added, Changed, Removed };

    /// Applies one delta. A NodeRemoved also removes links that still stand at the node; a LinkChanged
    /// whose ends are missing adds them as Known nodes, so that no order of deltas breaks an invariant.
    Effect apply(const Delta &delta);

    [[nodiscard]] const QHash<base::NodeName, Node> &nodes() const { return m_nodes; }
    [[nodiscard]] const QHash<LinkKey, Link> &links() const { return m_links; }
    /// Hosts whose EPMD was asked, by name.
    [[nodiscard]] const QHash<QString, Host> &hosts() const { return m_hosts; }
    [[nodiscard]] const std::deque<Event> &events() const { return m_events; }
    [[nodiscard]] quint64 droppedEvents() const { return m_droppedEvents; }
    [[nodiscard]] const std::deque<MessageStep> &messages() const { return m_messages; }
    [[nodiscard]] quint64 droppedMessages() const { return m_droppedMessages; }
    [[nodiscard]] const SessionInfo &session() const { return m_session; }
    /// The latest climbs of the ladder, by their ids.
    [[nodiscard]] const QMap<quint64, Examination> &examinations() const { return m_examinations; }
    /// The latest comparison of all watched nodes; empty before the first.
    [[nodiscard]] const LintReport &lint() const { return m_lint; }
    /// The sources of discovery, by their ids.
    [[nodiscard]] const QMap<QString, DiscoverySource> &sources() const { return m_sources; }
    /// The listening post. Its visits are kept by whoever shows them.
    [[nodiscard]] const Post &post() const { return m_post; }

    /// Null when there is none.
    [[nodiscard]] const Node *node(const base::NodeName &name) const;
    [[nodiscard]] const Link *link(const LinkKey &key) const;
    /// What the node told last of its load; null: nothing, or not any more.
    [[nodiscard]] const Figures *figures(const base::NodeName &name) const;
    /// What the ends of the link counted last; null: nothing.
    [[nodiscard]] const Traffic *traffic(const LinkKey &key) const;
    [[nodiscard]] const QHash<base::NodeName, Figures> &allFigures() const { return m_figures; }
    [[nodiscard]] const QHash<LinkKey, Traffic> &allTraffic() const { return m_traffic; }
    /// All links at a node, in no order.
    [[nodiscard]] QList<Link> linksOf(const base::NodeName &name) const;
    /// All nodes in text order of their names.
    [[nodiscard]] QList<Node> sortedNodes() const;
    [[nodiscard]] QList<Link> sortedLinks() const;

private:
    Effect applyOne(const NodeChanged &delta);
    Effect applyOne(const NodeRemoved &delta);
    Effect applyOne(const LinkChanged &delta);
    Effect applyOne(const LinkRemoved &delta);
    Effect applyOne(const HostChanged &delta);
    Effect applyOne(const EventHappened &delta);
    Effect applyOne(const MessageHappened &delta);
    Effect applyOne(const SessionChanged &delta);
    Effect applyOne(const IntentFailed &delta);
    Effect applyOne(const ExaminationChanged &delta);
    Effect applyOne(const LintChanged &delta);
    Effect applyOne(const PostChanged &delta);
    Effect applyOne(const VisitChanged &delta);
    Effect applyOne(const HandshakeChanged &delta);
    Effect applyOne(const CookieShown &delta);
    Effect applyOne(const FiguresChanged &delta);
    Effect applyOne(const TrafficChanged &delta);
    Effect applyOne(const SourceChanged &delta);
    Effect applyOne(const SourceRemoved &delta);
    Effect applyOne(const ErrandChanged &delta);
    void ensureNode(const base::NodeName &name);

    QHash<base::NodeName, Node> m_nodes;
    QHash<LinkKey, Link> m_links;
    QHash<base::NodeName, QList<LinkKey>> m_linksByNode;
    QHash<base::NodeName, Figures> m_figures;
    QHash<LinkKey, Traffic> m_traffic;
    QHash<QString, Host> m_hosts;
    std::deque<Event> m_events;
    std::deque<MessageStep> m_messages;
    SessionInfo m_session;
    QMap<quint64, Examination> m_examinations;
    LintReport m_lint;
    QMap<QString, DiscoverySource> m_sources;
    Post m_post;
    quint64 m_lastEventId = 0;
    quint64 m_droppedEvents = 0;
    quint64 m_lastMessageId = 0;
    quint64 m_droppedMessages = 0;
};

} // namespace nodescope::cluster
