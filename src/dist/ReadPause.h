#pragma once

#include <functional>
#include <memory>

#include <QSocketNotifier>

#include "base/Clock.h"

namespace nodescope::dist {

/// Decides when a connection pours so fast that it is better looked at now and then, and sees to that: the
/// system wakes us when so much has come that a read is worth it, and a timer of the system's, since QTimer
/// counts in milliseconds, when a pause is over. Where there are no such (but on Linux), nothing pauses.
///
/// Only small pieces in quick succession are worth a pause; a single message, an answer, or large reads never
/// wait. Part of SocketTransport, which owns the descriptor.
class ReadPause final
{
public:
    static constexpr base::Duration Length = std::chrono::microseconds(150);

    /// `over` is called at the end of each pause, unless the system woke us before.
    ReadPause(int descriptor, std::function<void()> over);
    ~ReadPause();
    ReadPause(const ReadPause &) = delete;
    ReadPause &operator=(const ReadPause &) = delete;

    /// The connection was emptied of `bytes`: a pause may begin.
    void begin(qint64 bytes);
    /// Something goes out, and what it asks for is waited for: no pause now, nor soon.
    void answered();
    /// Ends the pause, if there is one. Whoever closes the descriptor calls it before.
    void end();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] bool setTimer(base::Duration in);
    [[nodiscard]] bool wakeAt(int bytes) const;

    const int m_descriptor;
    std::function<void()> m_over;
    std::unique_ptr<QSocketNotifier> m_notifier;
    base::Instant m_last;
    int m_timer = -1;
    int m_pouring = 0; // turns in quick succession
    bool m_running = false;
};

} // namespace nodescope::dist
