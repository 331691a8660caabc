#pragma once

#include <optional>

#include <QDateTime>
#include <QMetaType>

#include "base/Clock.h"
#include "cluster/Link.h"

namespace nodescope::cluster {

/// What a node says of its own load. Each figure is the node's own answer; one that it did not give is
/// empty, never a guess. A value; deltas replace it whole. One without a time knows nothing any more.
struct Figures
{
    base::NodeName node;
    QDateTime time;                   ///< when the answer reached us, UTC, for showing
    base::Instant at{};               ///< the same moment, monotonic: rates are computed by this
    std::optional<quint64> processes; ///< that exist (`process_count`)
    std::optional<quint64> memory;    ///< allocated by the emulator, bytes (`erlang:memory(total)`)
    std::optional<quint64> runQueue;  ///< processes and ports that are ready to run (`statistics(run_queue)`)
    std::optional<quint64> reductions; ///< since the node started (`statistics(reductions)`)
    std::optional<quint64> uptime;     ///< milliseconds since it started (`statistics(wall_clock)`)

    [[nodiscard]] bool isKnown() const { return time.isValid(); }
    friend bool operator==(const Figures &, const Figures &) = default;
};

/// What one end of a link has counted since the link is up, as seen from that end. The counts of the two
/// ends are never merged: each stands for its own end, at its own time.
struct EndTraffic
{
    QDateTime time;         ///< when the answer reached us, UTC; null: this end counted nothing for us
    base::Instant at{};     ///< the same moment, monotonic
    quint64 packetsIn = 0;  ///< that came in from the other end (`net_kernel:nodes_info/0`)
    quint64 packetsOut = 0; ///< that went out to it
    std::optional<quint64> bytesIn;   ///< of the link's socket (`recv_oct`), where it could be had
    std::optional<quint64> bytesOut;  ///< `send_oct`
    std::optional<quint64> bytesHeld; ///< queued at this end, waiting to be sent (`send_pend`)

    [[nodiscard]] bool isKnown() const { return time.isValid(); }
    friend bool operator==(const EndTraffic &, const EndTraffic &) = default;
};

/// The counters of a link, as each end keeps them. A value; deltas replace it whole.
struct Traffic
{
    LinkKey key;
    EndTraffic a; ///< what the end key.a counted
    EndTraffic b;

    [[nodiscard]] bool isKnown() const { return a.isKnown() || b.isKnown(); }
    [[nodiscard]] const EndTraffic &at(const base::NodeName &end) const { return end == key.a ? a : b; }
    friend bool operator==(const Traffic &, const Traffic &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Figures)
Q_DECLARE_METATYPE(nodescope::cluster::Traffic)
