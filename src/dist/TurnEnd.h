#pragma once

#include <functional>

#include <QObject>

class QAbstractEventDispatcher;

namespace nodescope::dist {

/// Calls back at the end of the current turn of this thread's event loop, before it waits. Unlike a queued
/// call or a timer of no time this wakes nobody, so it costs no call of the system. Lives on the network
/// thread.
class TurnEnd final : public QObject
{
    Q_OBJECT

public:
    explicit TurnEnd(std::function<void()> callback);

    /// Calls back once. Does nothing if that is to come already.
    void request();

private:
    void onTurn();

    std::function<void()> m_callback;
    QAbstractEventDispatcher *m_dispatcher = nullptr; // while we listen to it
    bool m_requested = false;
};

} // namespace nodescope::dist
