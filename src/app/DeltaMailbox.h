#pragma once

#include <QMutex>
#include <QObject>
#include <QTimer>

#include "cluster/Delta.h"

namespace nodescope::app {

/// Carries deltas from the network thread to the window's thread, at most one batch a frame.
///
/// post() may be called on any thread and never waits for the window. What is waiting is bounded: beyond
/// MaxWaiting deltas they are coalesced, and if that is not enough, the oldest messages and then the oldest
/// events are dropped and counted (SessionInfo of the next batch tells). So a stalled window costs neither
/// memory nor the network thread's time.
///
/// Lives on the window's thread; must outlive those who post.
class DeltaMailbox final : public QObject
{
    Q_OBJECT

public:
    static constexpr int FrameMilliseconds = 16;
    static constexpr qsizetype MaxWaiting = 20000;
    /// So many deltas in one batch: more would hold the window up. The others come with the next frames.
    static constexpr qsizetype AtOnce = 600;

    explicit DeltaMailbox(QObject *parent = nullptr);

    /// Thread-safe.
    void post(const cluster::Deltas &deltas);
    struct Dropped
    {
        quint64 events = 0;
        quint64 messages = 0;

        friend bool operator==(const Dropped &, const Dropped &) = default;
    };
    /// What was dropped so far. Thread-safe.
    [[nodiscard]] Dropped dropped() const;

Q_SIGNALS:
    /// On this object's thread.
    void delivered(const nodescope::cluster::Deltas &deltas);

private:
    void wake();
    void deliver();
    void boundWaiting();
    [[nodiscard]] Dropped fetch();
    [[nodiscard]] cluster::Deltas slice();

    mutable QMutex m_mutex;
    cluster::Deltas m_waiting;      // guarded by m_mutex
    qsizetype m_bound = MaxWaiting; // likewise: beyond so many they are looked through
    bool m_woken = false;           // guarded by m_mutex
    Dropped m_dropped;              // guarded by m_mutex
    cluster::Deltas m_batch;        // being delivered
    qsizetype m_next = 0;           // of it
    cluster::SessionInfo m_lastInfo;
    Dropped m_toldDropped;
    QTimer m_frame; // runs while the last batch is younger than a frame
};

} // namespace nodescope::app
