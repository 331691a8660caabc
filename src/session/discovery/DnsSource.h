#pragma once

#include <QDnsLookup>
#include <QElapsedTimer>

#include "session/discovery/NodeSource.h"

namespace nodescope::session {

/// Records of a name, read as libcluster's strategies do (DNSPoll for A and AAAA, Kubernetes.DNSSRV for SRV):
/// the nodes are `basename@` and each address or target.
///
/// A question may take as long as the system's resolver tries, on a thread of Qt's; nobody waits for it.
class DnsSource final : public NodeSource
{
    Q_OBJECT

public:
    static constexpr int Interval = 5000; ///< as libcluster's polling_interval
    static constexpr qsizetype MaxRecords = 1000;

    DnsSource(cluster::DnsQuery query, QObject *parent);
    ~DnsSource() override;

    void ask() override;
    [[nodiscard]] int interval() const override { return Interval; }

private:
    void onFinished();
    void take(SourceAnswer &answer) const;

    const cluster::DnsQuery m_query;
    QDnsLookup m_lookup;
    QElapsedTimer m_since;
    bool m_asking = false;
};

/// The problem behind an error of the look-up. `NotFound` and an empty answer are both DnsNotFound.
[[nodiscard]] cluster::SourceProblem dnsProblem(QDnsLookup::Error error);

} // namespace nodescope::session
