#pragma once

#include <QObject>

#include "cluster/Cluster.h"
#include "dist/LocalNode.h"
#include "doctor/settings/NodeSettings.h"

namespace nodescope::session {

/// One round over all nodes that we are connected to: asks each how it is set, and has the doctor compare
/// (doctor::lint). Observing; what runs on the nodes is in the README.
///
/// Emits `finished` once, in a later turn of the loop, then deletes itself later. Lives on the network
/// thread. `self` must outlive it.
class Comparison final : public QObject
{
    Q_OBJECT

public:
    /// How many nodes are asked at once.
    static constexpr qsizetype MaxOpen = 32;

    /// `expected`: nodes that should be there.
    Comparison(dist::LocalNode &self, QList<base::NodeName> expected, QObject *parent);
    void start();
    /// The report, with the links and nodes as they are known now.
    [[nodiscard]] cluster::LintReport report(const cluster::Cluster &cluster) const;

Q_SIGNALS:
    void finished();

private:
    void askNext();
    void onSettings(const doctor::NodeSettings &settings);
    void finish();

    dist::LocalNode &m_self;
    const QList<base::NodeName> m_expected;
    const QByteArray m_nonce;
    QList<base::NodeName> m_nodes;
    qsizetype m_asked = 0;
    qsizetype m_open = 0;
    QList<doctor::NodeSettings> m_settings;
};

} // namespace nodescope::session
