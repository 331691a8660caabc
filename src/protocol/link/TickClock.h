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
class TickClock
{
public:
    static constexpr base::Duration DefaultTickTime = std::chrono::seconds(60);
    static constexpr int SilentQuarters = 4;
    static constexpr base::Duration AnswerPause = std::chrono::milliseconds(200);

    /// The link came up at `now`. A tick time below a second is taken as a second.
    explicit TickClock(base::Instant now, base::Duration tickTime = DefaultTickTime);

    /// Bytes were written at `now`, of any kind.
    void wrote(base::Instant now) { m_lastWrite = now; }
    /// Bytes were read at `now`, of any kind.
    void read(base::Instant now) { m_lastRead = now; }
    /// A tick came in at `now`: whether one is to be sent in answer. Not so soon after our last write, so
    /// that two ends with this rule do not play ping-pong; but the peer's tick time may be much shorter
    /// than ours, so the pause must not grow with ours.
    [[nodiscard]] bool answersTick(base::Instant now) const;

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
    [[nodiscard]] base::Duration interval() const { return m_interval; }
    [[nodiscard]] base::Instant lastRead() const { return m_lastRead; }
    [[nodiscard]] base::Instant lastWrite() const { return m_lastWrite; }

private:
    base::Duration m_interval;
    base::Instant m_lastRead;
    base::Instant m_lastWrite;
};

} // namespace nodescope::protocol
