#include "base/Clock.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace nodescope::base {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::steady_clock::now());
}

// The clock of now(), as it was at the system's last tick: the two may be compared.
Instant SystemClock::lately() const
{
#ifdef Q_OS_LINUX
    timespec time{};
    if (clock_gettime(CLOCK_MONOTONIC_COARSE, &time) == 0)
        return Instant(std::chrono::seconds(time.tv_sec) + Duration(time.tv_nsec));
#endif
    return now();
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
