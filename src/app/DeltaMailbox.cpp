#include "app/DeltaMailbox.h"

namespace nodescope::app {

using namespace cluster;

DeltaMailbox::DeltaMailbox(QObject *parent)
    : QObject(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &DeltaMailbox::deliver);
}

void DeltaMailbox::post(const Deltas &deltas)
{
    QMutexLocker lock(&m_mutex);
    m_waiting.append(deltas);
    if (m_waiting.size() > MaxWaiting)
        boundWaiting();
    if (std::exchange(m_woken, true))
        return;
    QMetaObject::invokeMethod(this, &DeltaMailbox::wake, Qt::QueuedConnection);
}

quint64 DeltaMailbox::dropped() const
{
    QMutexLocker lock(&m_mutex);
    return m_dropped;
}

void DeltaMailbox::boundWaiting()
{
    m_waiting = coalesced(m_waiting);
    qsizetype excess = m_waiting.size() - MaxWaiting / 2;
    if (excess <= 0)
        return;
    // Only events can be left out without making the picture wrong.
    m_waiting.removeIf([&](const Delta &delta) {
        if (excess <= 0 || !std::holds_alternative<EventHappened>(delta))
            return false;
        --excess;
        ++m_dropped;
        return true;
    });
}

void DeltaMailbox::wake()
{
    // The first change after a rest goes out at once; the following wait for the next frame.
    if (!m_frame.isActive())
        deliver();
}

void DeltaMailbox::deliver()
{
    Deltas batch;
    quint64 droppedNow = 0;
    {
        QMutexLocker lock(&m_mutex);
        m_woken = false;
        batch = std::exchange(m_waiting, {});
        droppedNow = m_dropped;
    }
    if (batch.isEmpty())
        return;
    batch = coalesced(batch);
    for (Delta &delta : batch) {
        if (auto *session = std::get_if<SessionChanged>(&delta)) {
            session->info.droppedEvents += droppedNow;
            m_lastInfo = session->info;
            m_toldDropped = droppedNow;
        }
    }
    if (m_toldDropped != droppedNow) {
        m_lastInfo.droppedEvents += droppedNow - m_toldDropped;
        m_toldDropped = droppedNow;
        batch.append(SessionChanged{m_lastInfo});
    }
    m_frame.start();
    Q_EMIT delivered(batch);
}

} // namespace nodescope::app
