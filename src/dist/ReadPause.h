#pragma once

#include <functional>
#include <memory>

#include <QSocketNotifier>

#include "base/Clock.h"

namespace nodescope::dist {

/// Decides when a connection pours so fast that it is better looked at now and then, and times that. QTimer
/// counts in milliseconds, so this is the system's own timer; where there is none (but Linux), nothing
/// pauses.
///
/// Only small pieces in quick succession are worth a pause; a single message, an answer, or large reads never
/// wait. Part of SocketTransport.
class ReadPause final
{
public:
    static constexpr base::Duration Length = std::chrono::microseconds(150);

    /// `over` is called at the end of each pause.
    explicit ReadPause(std::function<void()> over);
    ~ReadPause();
    ReadPause(const ReadPause &) = delete;
    ReadPause &operator=(const ReadPause &) = delete;

    /// The connection was emptied of `bytes`, and none went out meanwhile. Whether a pause begins.
    [[nodiscard]] bool begin(qint64 bytes);
    /// Ends a pause early; `over` is called, if there was one.
    void end();
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    [[nodiscard]] bool startTimer();

    std::function<void()> m_over;
    std::unique_ptr<QSocketNotifier> m_notifier;
    base::Instant m_last;
    int m_timer = -1;
    int m_pouring = 0; // turns in quick succession
    bool m_running = false;
};

} // namespace nodescope::dist
