#pragma once

#include "base/Clock.h"
#include "dist/EpmdClient.h"
#include "session/discovery/NodeSource.h"

namespace nodescope::session {

/// EPMD of one host, or of each host of a `.hosts.erlang`, which is read anew for each question.
class EpmdSource final : public NodeSource
{
    Q_OBJECT

public:
    static constexpr int Interval = 5000;
    /// How many hosts are asked at once.
    static constexpr int MaxOpen = 16;
    /// Of all hosts together; more are not taken (SourceProblem::TooMany).
    static constexpr qsizetype MaxNames = 5000;

    /// `client` must outlive it.
    EpmdSource(dist::EpmdClient &client, cluster::EpmdOfHost host, QObject *parent);
    EpmdSource(dist::EpmdClient &client, cluster::HostsFile file, QObject *parent);
    ~EpmdSource() override;

    void ask() override;
    [[nodiscard]] int interval() const override { return Interval; }

private:
    void askNext();
    void onAnswer(const QString &host, const dist::EpmdAnswer &answer);
    void failLater(cluster::SourceProblem problem, const QString &detail);
    void finish();
    [[nodiscard]] bool readFile();

    dist::EpmdClient &m_client;
    const QString m_file; ///< empty: one host
    QStringList m_hosts;
    const quint16 m_port;
    bool m_asking = false;
    qsizetype m_next = 0;
    QList<QPointer<dist::EpmdQuery>> m_open;
    int m_openCount = 0;
    SourceAnswer m_answer;
    QStringList m_failed; ///< hosts without an answer
};

} // namespace nodescope::session
