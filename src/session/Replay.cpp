#include "session/Replay.h"

#include <algorithm>
#include <cmath>

#include "cluster/history/Differences.h"

namespace nodescope::session {

using namespace cluster;

namespace {
/// So much of the past is gone through at most in one turn of the loop; the rest by a jump.
constexpr int MaxBatches = 2'000;
} // namespace

Replay::Replay(const History &history, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
    , m_cursor(history)
{
    m_timer.setInterval(FrameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Replay::advance);
}

void Replay::play()
{
    if (isPlaying())
        return;
    m_last = m_clock.now();
    m_rest = 0;
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Replay::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT playingChanged(false);
}

void Replay::setSpeed(double speed)
{
    m_speed = std::clamp(speed, MinSpeed, MaxSpeed);
    Q_EMIT moved();
}

void Replay::seek(qint64 time)
{
    time = std::clamp(time, m_history.beginning(), m_history.end());
    jump(m_cursor.seekTime(time));
    m_time = time;
    Q_EMIT moved();
}

void Replay::step(int batches)
{
    pause();
    const auto first = static_cast<qint64>(m_history.firstPosition());
    const auto last = static_cast<qint64>(m_history.lastPosition());
    const qint64 wanted = std::clamp(static_cast<qint64>(m_position) + batches, first, last);
    jump(m_cursor.seek(static_cast<quint64>(wanted)));
    m_time = m_history.timeAt(m_position);
    Q_EMIT moved();
}

/// Where the cursor has gone.
void Replay::jump(const Cluster &state)
{
    m_next.reset();
    m_position = m_cursor.position();
    apply(differences(m_state, state));
}

void Replay::apply(const Deltas &deltas)
{
    for (const Delta &delta : deltas) {
        if (!isMoment(delta))
            (void)m_state.apply(delta);
    }
    if (!deltas.isEmpty())
        Q_EMIT changed(deltas);
}

const std::optional<HistoryCursor::Batch> &Replay::upcoming()
{
    if (!m_next)
        m_next = m_cursor.next();
    return m_next;
}

void Replay::advance()
{
    if (m_position < m_history.firstPosition()) {
        seek(m_time); // where it stood is gone
        return;
    }
    const base::Instant now = m_clock.now();
    const double passed = static_cast<double>((now - m_last).count()) / 1e6 * m_speed + m_rest;
    m_last = now;
    m_rest = passed - std::floor(passed);
    m_time += static_cast<qint64>(std::floor(passed));
    // Nothing happened for long: nobody wants to watch that.
    const auto longest = static_cast<qint64>(static_cast<double>(MaxPause) * m_speed);
    if (upcoming() && m_next->time - m_time > longest)
        m_time = m_next->time - longest;
    Deltas passedBy;
    for (int batches = 0; upcoming() && m_next->time <= m_time; ++batches) {
        if (batches == MaxBatches) {
            apply(passedBy);
            seek(m_time);
            return;
        }
        passedBy += m_next->deltas;
        m_next.reset();
        ++m_position;
    }
    apply(coalesced(passedBy));
    const bool atEnd = !upcoming();
    m_time = std::min(m_time, m_history.end());
    Q_EMIT moved();
    if (atEnd && isPlaying()) {
        pause();
        Q_EMIT ended();
    }
}

} // namespace nodescope::session
