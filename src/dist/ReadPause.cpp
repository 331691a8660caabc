#include "dist/ReadPause.h"

#include <sys/socket.h>
#include <unistd.h>

#include "dist/RetireNotifier.h"

#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#endif

namespace nodescope::dist {

namespace {

/// So much is worth a read of its own.
constexpr int Many = 48 * 1024;
/// Turns that follow each other so closely would have been one, had there been a pause. How much each of them
/// brought says nothing: who reads at once gets a few messages at a time, however many are coming.
constexpr base::Duration Close = ReadPause::Length;
/// So many of them before the first pause.
constexpr int Certain = 8;

} // namespace

ReadPause::ReadPause(int descriptor, std::function<void()> over)
    : m_descriptor(descriptor)
    , m_over(std::move(over))
{
}

ReadPause::~ReadPause()
{
    retire(m_notifier);
    if (m_timer >= 0)
        ::close(m_timer);
}

// While it pours, one pause follows the other, and the marks stay as they are: only the timer is set anew.
void ReadPause::begin(qint64 bytes)
{
    const auto now = std::chrono::time_point_cast<base::Duration>(std::chrono::steady_clock::now());
    m_pouring = bytes > 0 && now - m_last < Close ? m_pouring + 1 : 0;
    m_last = now;
    if (m_pouring < Certain || bytes >= Many || !start())
        end();
    else
        m_last += Length;
}

bool ReadPause::start()
{
    if (!setTimer(Length))
        return false;
    return std::exchange(m_running, true) || wakeAt(Many);
}

void ReadPause::answered()
{
    m_pouring = 0;
    end();
}

void ReadPause::end()
{
    if (std::exchange(m_running, false)) {
        (void)wakeAt(1);
        (void)setTimer({});
    }
}

bool ReadPause::wakeAt(int bytes) const
{
    return setsockopt(m_descriptor, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes) == 0;
}

bool ReadPause::setTimer(base::Duration in)
{
#ifdef Q_OS_LINUX
    if (m_timer < 0) {
        m_timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        if (m_timer < 0)
            return false;
        m_notifier = std::make_unique<QSocketNotifier>(m_timer, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
            if (m_running) // else it ended after the loop had looked
                m_over();
        });
    }
    itimerspec when{};
    when.it_value.tv_nsec = in.count();
    return timerfd_settime(m_timer, 0, &when, nullptr) == 0;
#else
    Q_UNUSED(in)
    return false;
#endif
}

} // namespace nodescope::dist
