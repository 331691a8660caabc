#include "app/DeltaMailbox.h"

#include <algorithm>

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
    if (m_waiting.size() > m_bound) {
        boundWaiting();
        // Where what is left is no moment, and so needed, looking again at each post would cost more each
        // time.
        m_bound = std::max(MaxWaiting, 2 * m_waiting.size());
    }
    if (std::exchange(m_woken, true))
        return;
    QMetaObject::invokeMethod(this, &DeltaMailbox::wake, Qt::QueuedConnection);
}

DeltaMailbox::Dropped DeltaMailbox::dropped() const
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
    // Only moments can be left out without making the picture wrong; first messages, of which there may be
    // floods.
    m_waiting.removeIf([&](const Delta &delta) {
        if (excess <= 0 || !std::holds_alternative<MessageHappened>(delta))
            return false;
        --excess;
        ++m_dropped.messages;
        return true;
    });
    m_waiting.removeIf([&](const Delta &delta) {
        if (excess <= 0 || !std::holds_alternative<EventHappened>(delta))
            return false;
        --excess;
        ++m_dropped.events;
        return true;
    });
}

void DeltaMailbox::wake()
{
    // The first change after a rest goes out at once; the following wait for the next frame.
    if (!m_frame.isActive())
        deliver();
}

DeltaMailbox::Dropped DeltaMailbox::fetch()
{
    QMutexLocker lock(&m_mutex);
    m_woken = false;
    // What is left of the last time comes first; until it is gone, others wait where they are bounded.
    if (m_next >= m_batch.size()) {
        m_batch = std::exchange(m_waiting, {});
        m_bound = MaxWaiting;
        m_next = 0;
    }
    return m_dropped;
}

Deltas DeltaMailbox::slice()
{
    // Slice by slice: all at once would hold the window up, where much has come together.
    Deltas some = coalesced(m_batch.mid(m_next, AtOnce));
    m_next += AtOnce;
    if (m_next >= m_batch.size())
        m_batch.clear();
    return some;
}

void DeltaMailbox::deliver()
{
    const Dropped droppedNow = fetch();
    if (m_batch.isEmpty())
        return;
    Deltas some = slice();
    for (Delta &delta : some) {
        if (auto *session = std::get_if<SessionChanged>(&delta)) {
            session->info.droppedEvents += droppedNow.events;
            session->info.droppedMessages += droppedNow.messages;
            m_lastInfo = session->info;
            m_toldDropped = droppedNow;
        }
    }
    if (m_toldDropped != droppedNow) {
        m_lastInfo.droppedEvents += droppedNow.events - m_toldDropped.events;
        m_lastInfo.droppedMessages += droppedNow.messages - m_toldDropped.messages;
        m_toldDropped = droppedNow;
        some.append(SessionChanged{m_lastInfo});
    }
    m_frame.start();
    Q_EMIT delivered(some);
}

} // namespace nodescope::app
