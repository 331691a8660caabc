#include "protocol/link/TickClock.h"

#include <algorithm>

namespace nodescope::protocol {

TickClock::TickClock(base::Instant now, base::Duration tickTime)
    : m_interval(std::max<base::Duration>(tickTime, std::chrono::seconds(1)) / SilentQuarters)
    , m_lastRead(now)
    , m_lastWrite(now)
{
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
    return std::min(m_lastWrite + m_interval, m_lastRead + SilentQuarters * m_interval);
}

int TickClock::silentIntervals(base::Instant now) const
{
    return int((now - m_lastRead) / m_interval);
}

} // namespace nodescope::protocol
