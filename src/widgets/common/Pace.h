#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QTimer>

namespace nodescope::widgets {

/// How often something may be done that takes long: at once when the last time is longer ago than the
/// interval, else once, later, for all that asked meanwhile. A member of whose work it paces, on its thread.
class Pace final
{
public:
    /// `act` is called by the timer. `milliseconds`: the interval.
    Pace(int milliseconds, std::function<void()> act)
        : m_act(std::move(act))
    {
        m_later.setSingleShot(true);
        m_later.setInterval(milliseconds);
        QObject::connect(&m_later, &QTimer::timeout, &m_later, [this] { m_act(); });
    }

    /// Whether it may be done at once. If not, it is due later.
    [[nodiscard]] bool isDue()
    {
        if (!m_done.isValid() || m_done.elapsed() > m_later.interval())
            return true;
        if (!m_later.isActive())
            m_later.start();
        return false;
    }
    /// It is being done: nothing is due any more.
    void note()
    {
        m_later.stop();
        m_done.start();
    }

private:
    std::function<void()> m_act;
    QElapsedTimer m_done;
    QTimer m_later;
};

} // namespace nodescope::widgets
