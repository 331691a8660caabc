#include "protocol/link/TickClock.h"

#include <algorithm>

namespace nodescope::protocol {

namespace {

base::Duration quarterOf(base::Duration tickTime)
{
    return std::max<base::Duration>(tickTime, std::chrono::seconds(1)) / TickClock::SilentQuarters;
}

} // namespace

TickClock::TickClock(base::Instant now, base::Duration tickTime)
    : m_ownInterval(quarterOf(tickTime))
    , m_interval(m_ownInterval)
    , m_peerInterval(m_ownInterval)
    , m_lastRead(now)
    , m_lastWrite(now)
{
}

void TickClock::setPeerTickTime(base::Duration tickTime, base::Instant now)
{
    m_interval = std::min(m_ownInterval, quarterOf(tickTime));
    m_peerInterval = std::max(m_ownInterval, quarterOf(tickTime));
    m_missed = missedIntervals(now); // what was missed by another measure is no news
}

void TickClock::setReadingPaused(bool paused, base::Instant now)
{
    if (m_paused && !paused)
        read(now);
    m_paused = paused;
}

bool TickClock::answersTick(base::Instant now) const
{
    return now - m_lastWrite >= std::min<base::Duration>(m_interval / SilentQuarters, AnswerPause);
}

TickClock::Action TickClock::due(base::Instant now) const
{
    if (silentIntervals(now) >= SilentQuarters)
        return Action::PeerSilent;
    return now - m_lastWrite >= m_interval ? Action::SendTick : Action::None;
}

base::Instant TickClock::nextDeadline() const
{
    const base::Instant tick = m_lastWrite + m_interval;
    if (m_paused)
        return tick;
    const base::Instant missed = m_lastRead + (m_missed + 1) * m_peerInterval + m_peerInterval / MissedSlack;
    return std::min({tick, missed, m_lastRead + SilentQuarters * m_peerInterval});
}

int TickClock::silentIntervals(base::Instant now) const
{
    return m_paused ? 0 : int((now - m_lastRead) / m_peerInterval);
}

int TickClock::missedIntervals(base::Instant now) const
{
    return m_paused ? 0 : int((now - m_lastRead - m_peerInterval / MissedSlack) / m_peerInterval);
}

int TickClock::takeMissed(base::Instant now)
{
    const int missed = missedIntervals(now);
    if (missed <= m_missed)
        return 0;
    m_missed = missed;
    return missed;
}

} // namespace nodescope::protocol
