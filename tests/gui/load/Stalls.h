#pragma once

#include <algorithm>
#include <ctime>

#include <QTimer>

namespace nodescope::test {

/// Computed by this thread, in milliseconds: what another program takes of the machine is no stall of ours.
inline double computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// How long the loop computes from one turn to the next.
class Stalls
{
public:
    Stalls()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = computed();
            m_longest = std::max(m_longest, now - m_last);
            m_over += now - m_last > 100 ? 1 : 0;
            m_last = now;
        });
    }
    void begin()
    {
        m_longest = 0;
        m_over = 0;
        m_last = computed();
        m_timer.start(1);
    }
    void end() { m_timer.stop(); }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] int over() const { return m_over; }

private:
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    int m_over = 0;
};

} // namespace nodescope::test
