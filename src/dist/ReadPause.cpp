#include "dist/ReadPause.h"

#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#endif

namespace nodescope::dist {

namespace {

/// Less is a message or two, more is worth a read of its own.
constexpr qint64 Few = 512;
constexpr qint64 Many = 48 * 1024;
/// Turns that follow each other so closely belong to one stream.
constexpr base::Duration Close = 2 * ReadPause::Length;
/// So many of them before the first pause.
constexpr int Certain = 8;

} // namespace

ReadPause::ReadPause(std::function<void()> over)
    : m_over(std::move(over))
{
}

ReadPause::~ReadPause()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier->disconnect();
        m_notifier.release()->deleteLater(); // we may be in its signal
    }
    if (m_timer >= 0)
        ::close(m_timer);
}

bool ReadPause::begin(qint64 bytes)
{
    if (bytes < Few || bytes >= Many) {
        m_pouring = 0;
        return false;
    }
    const auto now = std::chrono::time_point_cast<base::Duration>(std::chrono::steady_clock::now());
    m_pouring = now - m_last < Close ? m_pouring + 1 : 0;
    m_last = now;
    if (m_pouring < Certain || !startTimer())
        return false;
    m_last += Length;
    m_running = true;
    m_notifier->setEnabled(true);
    return true;
}

bool ReadPause::startTimer()
{
#ifdef Q_OS_LINUX
    if (m_timer < 0) {
        m_timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        if (m_timer < 0)
            return false;
        m_notifier = std::make_unique<QSocketNotifier>(m_timer, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { end(); });
    }
    itimerspec when{};
    when.it_value.tv_nsec = Length.count();
    return timerfd_settime(m_timer, 0, &when, nullptr) == 0;
#else
    return false;
#endif
}

void ReadPause::end()
{
    if (!std::exchange(m_running, false))
        return;
    m_notifier->setEnabled(false);
    m_over();
}

} // namespace nodescope::dist
