#include "dist/Link.h"

#include <algorithm>

#include "dist/Timing.h"

/// How much goes over a link: back pressure in both directions, and what can be seen of it.
namespace nodescope::dist {

void Link::onWritten()
{
    sendMore();
    measureLater();
    if (!m_busy || writeQueue() > m_settings.writeLimit / 2)
        return;
    m_busy = false;
    Q_EMIT writable();
}

// Not all at once: what comes later may overtake a long message.
void Link::sendMore()
{
    auto *channel = std::get_if<Established>(&m_state);
    if (!channel || !(*channel)->sender().hasMore())
        return;
    const qint64 room = m_settings.writeAhead - m_transport->bytesToWrite();
    if (room <= 0)
        return; // written() brings us back
    QByteArray frames;
    (*channel)->sendMore(frames, qsizetype(room), m_clock.now());
    write(frames);
    // What the system took at once is no news to a transport: then nothing else brings us back.
    if ((*channel)->sender().hasMore() && m_transport->bytesToWrite() < m_settings.writeAhead &&
        !std::exchange(m_moreQueued, true)) {
        QTimer::singleShot(0, this, [this] {
            m_moreQueued = false;
            onWritten();
        });
    }
}

// Back pressure from our side.

void Link::pauseReading()
{
    const bool before = isReadingPaused();
    m_paused = state() == State::Up;
    applyPause(before);
}

void Link::resumeReading()
{
    const bool before = isReadingPaused();
    m_paused = false;
    applyPause(before);
}

void Link::takeIntoWindow(qint64 bytes)
{
    if (m_settings.readWindow <= 0)
        return;
    const bool before = isReadingPaused();
    m_unconsumed += bytes;
    m_windowFull = m_windowFull || m_unconsumed > m_settings.readWindow;
    applyPause(before);
}

void Link::consume(qint64 bytes)
{
    const bool before = isReadingPaused();
    m_unconsumed = std::max<qint64>(0, m_unconsumed - bytes);
    if (m_unconsumed <= m_settings.readWindow / 2)
        m_windowFull = false;
    applyPause(before);
}

void Link::applyPause(bool before)
{
    auto *channel = std::get_if<Established>(&m_state);
    if (!channel || before == isReadingPaused())
        return;
    (*channel)->setReadingPaused(!before, m_clock.now());
    armTimer();
    measureLater();
    if (before)
        pumpLater();
}

void Link::setPeerTickTime(base::Duration tickTime)
{
    if (auto *channel = std::get_if<Established>(&m_state)) {
        (*channel)->setPeerTickTime(tickTime, m_clock.now());
        armTimer();
    }
}

// What can be seen of it.

qint64 Link::writeQueue() const
{
    const auto *channel = std::get_if<Established>(&m_state);
    return m_transport->bytesToWrite() + (channel ? (*channel)->sender().waitingBytes() : 0);
}

qint64 Link::millisecondsSinceLastRead() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - m_lastReadAt).count();
}

LinkMeasure Link::measure() const
{
    const base::Instant now = m_clock.now();
    LinkMeasure measure;
    measure.counters = m_counters;
    measure.writeQueue = writeQueue();
    measure.sinceLastRead = now - m_lastReadAt;
    measure.busy = m_busy;
    measure.readingPaused = isReadingPaused();
    if (const auto *channel = std::get_if<Established>(&m_state)) {
        const protocol::TickClock &ticks = (*channel)->ticks();
        measure.sinceLastWrite = now - ticks.lastWrite();
        measure.tickInterval = ticks.interval();
        measure.peerTickInterval = ticks.peerInterval();
    }
    return measure;
}

void Link::measureLater()
{
    if (!m_measureTimer.isActive() && state() == State::Up)
        m_measureTimer.start(timerInterval(m_settings.measurePause));
}

} // namespace nodescope::dist
