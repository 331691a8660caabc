#pragma once

#include <QHash>
#include <QUdpSocket>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "base/Secret.h"
#include "session/discovery/NodeSource.h"

namespace nodescope::session {

/// Listens to the heartbeats of libcluster's gossip strategy, and never sends one. Whoever can send to the
/// group can name any node, so what is heard is only shown, bounded, and forgotten when it falls silent.
class GossipSource final : public NodeSource
{
    Q_OBJECT

public:
    /// Nodes send at random intervals of up to 5 s; who let three pass is absent.
    static constexpr std::chrono::seconds Silence{16};
    static constexpr int Interval = 2000;
    static constexpr qsizetype MaxNodes = 1000;
    /// Datagrams taken in one turn of the loop; the system's buffer bounds the rest.
    static constexpr int MaxPerTurn = 200;

    /// `clock` must outlive it.
    GossipSource(const base::Clock &clock, cluster::GossipGroup group, QObject *parent);

    /// Joins the group where that has not been done, and tells who was heard of late.
    void ask() override;
    [[nodiscard]] int interval() const override { return Interval; }

private:
    struct Heard
    {
        base::Instant at;
        QString sender;
    };
    [[nodiscard]] bool join();
    [[nodiscard]] bool readSecret();
    void readDatagrams();
    void hear(const base::NodeName &node, const QString &sender);
    void tell();

    const base::Clock &m_clock;
    const cluster::GossipGroup m_group;
    base::Secret m_secret;
    QUdpSocket m_socket;
    QHash<base::NodeName, Heard> m_heard;
    cluster::SourceProblem m_joinProblem = cluster::SourceProblem::None;
    QString m_joinDetail;
    quint64 m_unreadable = 0; ///< since a heartbeat was read
    bool m_tooMany = false;
    bool m_told = false; ///< an answer is queued
};

} // namespace nodescope::session
