#include "base/Clock.h"

namespace nodescope::base {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::steady_clock::now());
}

QDateTime SystemClock::wall() const
{
    return QDateTime::currentDateTimeUtc();
}

ManualClock::ManualClock(QDateTime wall)
    : m_now(Duration(std::chrono::hours(1)))
    , m_wall(std::move(wall))
{
}

Instant ManualClock::now() const
{
    return m_now;
}

QDateTime ManualClock::wall() const
{
    return m_wall;
}

void ManualClock::advance(Duration by)
{
    m_now += by;
    m_wall = m_wall.addMSecs(toMilliseconds(by));
}

} // namespace nodescope::base
