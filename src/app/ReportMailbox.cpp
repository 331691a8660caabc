#include "app/ReportMailbox.h"

#include <algorithm>

namespace nodescope::app {

using namespace cluster;

namespace {
qint64 bytesOf(const Report &report)
{
    const auto *mail = std::get_if<MailArrived>(&report);
    return mail ? mail->mail.heldBytes() : 0;
}
} // namespace

ReportMailbox::ReportMailbox(QObject *parent)
    : QObject(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, &ReportMailbox::deliver);
}

void ReportMailbox::post(const Reports &reports)
{
    QMutexLocker lock(&m_mutex);
    for (const Report &report : reports) {
        m_waitingBytes += bytesOf(report);
        m_waiting.push_back(report);
    }
    boundWaiting();
    if (std::exchange(m_woken, true))
        return;
    QMetaObject::invokeMethod(this, &ReportMailbox::wake, Qt::QueuedConnection);
}

void ReportMailbox::boundWaiting()
{
    const auto isTooMuch = [this] {
        return m_waitingBytes > MaxBytes || static_cast<qsizetype>(m_waiting.size()) > MaxWaiting;
    };
    if (!isTooMuch())
        return;
    // Halfway down, so that the queue is not gone through for each message of a flood.
    std::deque<Report> kept;
    qint64 bytes = 0;
    qsizetype mails = 0;
    for (auto it = m_waiting.rbegin(); it != m_waiting.rend(); ++it) {
        const qint64 size = bytesOf(*it);
        if (size > 0 && mails > 0 && (bytes + size > MaxBytes / 2 || mails >= MaxWaiting / 2)) {
            ++m_dropped.messages;
            m_dropped.bytes += static_cast<quint64>(size);
            continue;
        }
        mails += size > 0 ? 1 : 0;
        bytes += size;
        kept.push_front(std::move(*it));
    }
    m_waiting = std::move(kept);
    m_waitingBytes = bytes;
}

void ReportMailbox::wake()
{
    // The first report after a rest goes out at once; the following wait for the next frame.
    if (!m_frame.isActive())
        deliver();
}

void ReportMailbox::deliver()
{
    Reports some;
    {
        QMutexLocker lock(&m_mutex);
        m_woken = false;
        if (m_dropped.messages > 0)
            some.append(std::exchange(m_dropped, {}));
        while (!m_waiting.empty() && some.size() < AtOnce) {
            m_waitingBytes -= bytesOf(m_waiting.front());
            some.append(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
    }
    if (some.isEmpty())
        return;
    m_frame.start();
    Q_EMIT delivered(some);
}

} // namespace nodescope::app
