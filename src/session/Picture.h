#pragma once

#include <QHash>
#include <QList>
#include <QSet>

#include "base/Clock.h"
#include "cluster/Cluster.h"
#include "session/FigureAnswer.h"

namespace nodescope::session {

/// One connected peer, as a node lists it.
struct PeerSeen
{
    base::NodeName name;
    bool hidden = false; ///< in `nodes(hidden)` there
};

/// What a node told of itself once it was asked.
struct Identity
{
    cluster::NodeKind kind = cluster::NodeKind::Unknown;
    QString release;
    QString elixir;
    bool hidden = false;
    std::optional<bool> preventsPartitions;
};

/// Turns what happened to us and what nodes say into deltas of the cluster.
///
/// Pure bookkeeping: no socket, no timer, no thread; the caller takes the deltas with take(). What
/// each node sees is kept per node, never merged; links and node states follow from all views.
///
/// Names that peers gave *us* (dynamic names) never become nodes: where a peer lists us, that is its
/// view of the link between it and cluster::selfName().
class Picture
{
public:
    static constexpr int MaxMessageEvents = 20;

    explicit Picture(const base::Clock &clock);

    /// All deltas since the last call, in order.
    [[nodiscard]] cluster::Deltas take();
    [[nodiscard]] const cluster::Cluster &cluster() const { return m_cluster; }

    // What happens to us.
    /// A name that EPMD or a person told of.
    void known(const base::NodeName &name, quint16 port = 0);
    /// What a handshake told before it failed; what a node said over a link counts more.
    void toldKind(const base::NodeName &name, cluster::NodeKind kind);
    /// `quiet`: what is shown of a node that was lost stays, while we try to reach it again.
    void attemptStarted(const base::NodeName &name, bool quiet = false);
    /// `quiet`: the attempt was our own idea (a node that another one listed); then a node that cannot
    /// be dialled stays what its viewers say, without a red link.
    void attemptFailed(const base::NodeName &name, const cluster::Diagnosis &diagnosis, bool quiet);
    /// `port` is where it listens, as far as we dialled it; 0: not known.
    void connected(const base::NodeName &name, const QString &ourNameThere, quint16 port = 0,
                   bool tls = false);
    void disconnected(const base::NodeName &name, const QString &reason);
    void identified(const base::NodeName &name, const Identity &identity);
    void watching(const base::NodeName &name, cluster::Watched how);
    /// The peer let no tick interval pass without a byte, or did.
    void frozen(const base::NodeName &name, bool isFrozen);

    // What a node says of its own connections.
    /// The whole list: peers that are missing in it are absent.
    void listed(const base::NodeName &viewer, const QList<PeerSeen> &peers);
    void nodeUp(const base::NodeName &viewer, const PeerSeen &peer);
    void nodeDown(const base::NodeName &viewer, const base::NodeName &peer, const QString &reason);

    /// Its figures, and what it counted on the links that are known.
    void figuresTold(const base::NodeName &node, const FigureAnswer &answer);
    /// What we counted ourselves on our link to `node`.
    void countedHere(const base::NodeName &node, const cluster::EndTraffic &counted);
    /// All figures and counters, when nobody is asked any more.
    void forgetFigures();

    // Attempts that one node makes for us.
    void pairStarted(const base::NodeName &a, const base::NodeName &b);
    void pairFailed(const base::NodeName &a, const base::NodeName &b, const cluster::Diagnosis &diagnosis);
    void pairSucceeded(const base::NodeName &a, const base::NodeName &b);
    void dismissPair(const base::NodeName &a, const base::NodeName &b);
    void dismissNode(const base::NodeName &name);

    // Discovery (PictureSightings.cpp).
    /// What a source says of a node; `since` is set here. A node that nothing tells of any more goes, unless
    /// it is linked, was lost, or is expected.
    void sighted(const base::NodeName &name, const cluster::Sighting &sighting);
    /// It says nothing of anybody any more.
    void forgetSource(const QString &source);
    /// Instead of those before.
    void setExpected(const QList<base::NodeName> &nodes);
    [[nodiscard]] const QSet<base::NodeName> &expected() const { return m_expected; }
    void sourceChanged(const cluster::DiscoverySource &source);
    void sourceRemoved(const QString &id);

    void hostListed(const cluster::Host &host);
    void examinationChanged(const cluster::Examination &examination);
    void sessionChanged(const cluster::SessionInfo &info);
    void lintChanged(const cluster::LintReport &report);
    void postChanged(const cluster::Post &post);
    /// Told on, not kept.
    void visitChanged(const cluster::Visit &visit);
    void errandChanged(const cluster::ErrandReport &report);
    void handshakeChanged(const cluster::HandshakeRecord &record);
    void cookieShown(quint64 handshake, const base::Secret &cookie);
    void intentFailed(const QString &reason, const QString &detail);
    /// A message went a step; when is set here. It is told as an event too, so that it stands in the timeline
    /// (but Delivered, which is told with its exchange): of a flood, MaxMessageEvents a second, and then how
    /// many were left out. All steps are told as such.
    void message(cluster::MessageStep step);
    /// A number for the steps of one exchange.
    [[nodiscard]] quint64 newExchange() { return ++m_lastExchange; }
    void event(cluster::EventKind kind, const base::NodeName &source, const base::NodeName &node,
               const QString &reason, const QString &detail = {},
               cluster::Certainty certainty = cluster::Certainty::Certain);

    /// Peers that `viewer` says it is connected to, without us.
    [[nodiscard]] QList<base::NodeName> peersOf(const base::NodeName &viewer) const;
    /// Whether somebody says that the node is up now.
    [[nodiscard]] bool isReported(const base::NodeName &name) const;
    /// Whether we were connected to it, and lost it.
    [[nodiscard]] bool isLost(const base::NodeName &name) const;

private:
    struct View
    {
        cluster::EndView seen = cluster::EndView::Unknown;
        bool hidden = false;
    };

    void push(cluster::Delta delta);
    [[nodiscard]] bool mayTellAnother();
    void counted(const base::NodeName &end, const base::NodeName &other, const cluster::EndTraffic &counted);
    void forgetFigures(const base::NodeName &node);
    cluster::Node nodeOrNew(const base::NodeName &name) const;
    void setState(cluster::Node &node, cluster::NodeState state);
    /// Known, or Expected where nobody tells of it.
    static cluster::NodeState restOf(const cluster::Node &node);
    void putSighting(cluster::Node &node, cluster::Sighting sighting) const;
    void sightedByNeighbours(cluster::Node &node) const;
    /// Stores a node; one at rest is Known or Expected by what is said of it, or goes, if it may.
    void settle(cluster::Node node, bool mayGo);
    /// `source`: the identifier of the kind of source that told of it, if one did.
    void discover(const base::NodeName &name, const QString &source = {});
    void setView(const base::NodeName &viewer, const PeerSeen &peer, cluster::EndView view);
    void forgetViews(const base::NodeName &viewer);
    void refreshLink(const base::NodeName &x, const base::NodeName &y, const QString &reason);
    void refreshNode(const base::NodeName &name, const QString &reason);
    void setSelfLink(const base::NodeName &name, cluster::LinkState state,
                     std::shared_ptr<const cluster::Diagnosis> diagnosis, const QString &reason);
    void storeLink(cluster::Link link, cluster::LinkState state);
    bool isUs(const base::NodeName &viewer, const base::NodeName &peer) const;
    void ensureSelf();
    View view(const base::NodeName &viewer, const base::NodeName &peer) const;
    QList<base::NodeName> viewersOf(const base::NodeName &name) const;

    const base::Clock &m_clock;
    cluster::Cluster m_cluster;
    cluster::Deltas m_pending;
    QHash<base::NodeName, QHash<base::NodeName, View>> m_views;
    QSet<base::NodeName> m_expected;
    quint64 m_lastExchange = 0;
    base::Instant m_secondBegan{}; ///< in which so many messages were told as events
    int m_messageEvents = 0;
    quint64 m_leftOut = 0;
    QSet<base::NodeName> m_everConnected; ///< nodes that we were connected to; others go when they leave
};

} // namespace nodescope::session
