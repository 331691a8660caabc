#pragma once

#include <chrono>

#include <QDateTime>
#include <QTimeZone>

namespace nodescope::base {

/// A moment on a clock that never goes back and has no relation to the calendar.
/// All timers, timeouts and orders of events use it; the wall clock is only for showing.
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;
using Duration = std::chrono::nanoseconds;

/// Where time comes from. Injected through constructors, so that tests and the simulation run on a
/// clock of their own. Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, monotonic.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Now or up to 10 ms ago, at a fraction of the cost: for what happens a million times a second and is
    /// only asked whether it happened lately.
    [[nodiscard]] virtual Instant lately() const { return now(); }
    /// Now, by the calendar, in UTC. May jump; never compare two of them.
    [[nodiscard]] virtual QDateTime wall() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Instant lately() const override;
    [[nodiscard]] QDateTime wall() const override;
};

/// A clock that stands still until it is moved. For tests and simulation; not thread-safe.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime wall = QDateTime::fromMSecsSinceEpoch(0, QTimeZone::utc()));
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] QDateTime wall() const override;
    void advance(Duration by);

private:
    Instant m_now;
    QDateTime m_wall;
};

/// Whole milliseconds of a duration, rounded down.
[[nodiscard]] inline qint64 toMilliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace nodescope::base
