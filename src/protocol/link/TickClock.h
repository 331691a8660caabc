#pragma once

#include <QtGlobal>

#include "base/Clock.h"

namespace nodescope::protocol {

/// When a link must give a sign of life and when the peer has given none for too long (kernel(6),
/// `net_ticktime`). Rules over times that are handed in; owns no timer.
///
/// A tick goes out when a quarter of the tick time has passed without a write. Any bytes from the peer
/// count as life. The peer's silence is counted in whole quarters; at the fourth it is silent. A tick
/// that comes in is answered with one, since a peer that only listens to us may count our silence
/// faster than our own timer runs.
///
/// Where the peer's own tick time is known, the shorter of the two says how often we tick, and the longer
/// one how long the peer may be silent: it ticks by its own clock.
class TickClock
{
public:
    static constexpr base::Duration DefaultTickTime = std::chrono::seconds(60);
    static constexpr int SilentQuarters = 4;
    static constexpr base::Duration AnswerPause = std::chrono::milliseconds(200);
    /// A quarter counts as missed when this part of the next one has passed, too: the peer's timer and the
    /// network are not exact.
    static constexpr int MissedSlack = 4;

    /// The link came up at `now`. A tick time below a second is taken as a second.
    explicit TickClock(base::Instant now, base::Duration tickTime = DefaultTickTime);

    /// Bytes were written at `now`, of any kind.
    void wrote(base::Instant now) { m_lastWrite = now; }
    /// Bytes were read at `now`, of any kind.
    void read(base::Instant now)
    {
        m_lastRead = now;
        m_missed = 0;
    }
    /// A tick came in at `now`: whether one is to be sent in answer. Not so soon after our last write, so
    /// that two ends with this rule do not play ping-pong; but the peer's tick time may be much shorter
    /// than ours, so the pause must not grow with ours.
    [[nodiscard]] bool answersTick(base::Instant now) const;

    /// What the peer said of its own tick time.
    void setPeerTickTime(base::Duration tickTime, base::Instant now);
    /// While the owner does not read, the peer is not silent.
    void setReadingPaused(bool paused, base::Instant now);

    enum class Action : quint8 {
        None,
        SendTick,  ///< write four zero bytes, and call wrote()
        PeerSilent ///< close the link
    };
    /// What is due at `now`.
    [[nodiscard]] Action due(base::Instant now) const;
    /// When something will be due, if nothing happens until then.
    [[nodiscard]] base::Instant nextDeadline() const;

    /// Whole quarters of the tick time without a byte from the peer.
    [[nodiscard]] int silentIntervals(base::Instant now) const;
    /// The quarters missed in a row, if another one was missed since the last call; else 0.
    [[nodiscard]] int takeMissed(base::Instant now);
    /// How often we tick.
    [[nodiscard]] base::Duration interval() const { return m_interval; }
    /// A quarter of the time that the peer may be silent.
    [[nodiscard]] base::Duration peerInterval() const { return m_peerInterval; }
    [[nodiscard]] base::Instant lastRead() const { return m_lastRead; }
    [[nodiscard]] base::Instant lastWrite() const { return m_lastWrite; }

private:
    [[nodiscard]] int missedIntervals(base::Instant now) const;

    const base::Duration m_ownInterval;
    base::Duration m_interval;     // of our ticks
    base::Duration m_peerInterval; // of the peer's
    base::Instant m_lastRead;
    base::Instant m_lastWrite;
    int m_missed = 0; // since m_lastRead, and told
    bool m_paused = false;
};

} // namespace nodescope::protocol
