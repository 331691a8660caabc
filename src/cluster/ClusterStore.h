#pragma once

#include <QObject>

#include "cluster/Cluster.h"

namespace nodescope::cluster {

/// A Cluster that tells what changed: the window's replica of what the session knows. It lives on
/// the window's thread; its owner is the composition root.
///
/// For a batch the signals come in this order: batchBegun, then for each delta in turn its own
/// signal (after the value has been stored), then batchEnded. Removing a node first emits linkRemoved
/// for each link that still stood at it.
class ClusterStore : public QObject
{
    Q_OBJECT

public:
    explicit ClusterStore(QObject *parent = nullptr);

    [[nodiscard]] const Cluster &cluster() const { return m_cluster; }
    /// Forgets everything; emits reset. For opening another source, never for an update.
    void clear();

public Q_SLOTS:
    void apply(const nodescope::cluster::Deltas &deltas);

Q_SIGNALS:
    void batchBegun();
    void nodeAdded(const nodescope::base::NodeName &name);
    void nodeChanged(const nodescope::base::NodeName &name);
    void nodeRemoved(const nodescope::base::NodeName &name);
    void linkAdded(const nodescope::cluster::LinkKey &key);
    void linkChanged(const nodescope::cluster::LinkKey &key);
    void linkRemoved(const nodescope::cluster::LinkKey &key);
    void hostChanged(const QString &host);
    void eventHappened(const nodescope::cluster::Event &event);
    void messageHappened(const nodescope::cluster::MessageStep &step);
    void sessionChanged();
    /// See IntentFailed.
    void intentFailed(const QString &reason, const QString &detail);
    void examinationChanged(quint64 id);
    void lintChanged();
    void postChanged();
    void visitChanged(const nodescope::cluster::Visit &visit);
    void handshakeChanged(const nodescope::cluster::HandshakeRecord &record);
    /// See CookieShown.
    void cookieShown(quint64 handshake, const nodescope::base::Secret &cookie);
    /// The node's figures are new, or not known any more.
    void figuresChanged(const nodescope::base::NodeName &name);
    void trafficChanged(const nodescope::cluster::LinkKey &key);
    void sourceChanged(const QString &id);
    void sourceRemoved(const QString &id);
    void errandChanged(const nodescope::cluster::ErrandReport &report);
    void batchEnded();
    void reset();

private:
    void announce(const NodeChanged &delta, Cluster::Effect effect);
    void announce(const NodeRemoved &delta, Cluster::Effect effect);
    void announce(const LinkChanged &delta, Cluster::Effect effect);
    void announce(const LinkRemoved &delta, Cluster::Effect effect);
    void announce(const HostChanged &delta, Cluster::Effect effect);
    void announce(const EventHappened &delta, Cluster::Effect effect);
    void announce(const MessageHappened &delta, Cluster::Effect effect);
    void announce(const SessionChanged &delta, Cluster::Effect effect);
    void announce(const IntentFailed &delta, Cluster::Effect effect);
    void announce(const ExaminationChanged &delta, Cluster::Effect effect);
    void announce(const LintChanged &delta, Cluster::Effect effect);
    void announce(const PostChanged &delta, Cluster::Effect effect);
    void announce(const VisitChanged &delta, Cluster::Effect effect);
    void announce(const HandshakeChanged &delta, Cluster::Effect effect);
    void announce(const CookieShown &delta, Cluster::Effect effect);
    void announce(const FiguresChanged &delta, Cluster::Effect effect);
    void announce(const TrafficChanged &delta, Cluster::Effect effect);
    void announce(const SourceChanged &delta, Cluster::Effect effect);
    void announce(const SourceRemoved &delta, Cluster::Effect effect);
    void announce(const ErrandChanged &delta, Cluster::Effect effect);
    void applyOne(const Delta &delta);

    Cluster m_cluster;
};

} // namespace nodescope::cluster
