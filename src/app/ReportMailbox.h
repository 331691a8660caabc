#pragma once

#include <deque>

#include <QMutex>
#include <QObject>
#include <QTimer>

#include "cluster/Report.h"

namespace nodescope::app {

/// Carries reports from the network thread to the window's, at most one batch a frame: what DeltaMailbox is
/// for deltas.
///
/// post() may be called on any thread and never waits for the window. Mail that waits is bounded by MaxBytes
/// and MaxWaiting; beyond, the oldest is dropped, and the next batch says how much (MailDropped). The newest
/// message always stays, however large. Answers are never dropped: there is one for each question.
///
/// Lives on the window's thread; must outlive those who post.
class ReportMailbox final : public QObject
{
    Q_OBJECT

public:
    static constexpr int FrameMilliseconds = 16;
    static constexpr qint64 MaxBytes = qint64(128) << 20;
    static constexpr qsizetype MaxWaiting = 20000;
    /// So many reports in one batch; the others come with the next frames.
    static constexpr qsizetype AtOnce = 500;

    explicit ReportMailbox(QObject *parent = nullptr);

    /// Thread-safe.
    void post(const cluster::Reports &reports);

Q_SIGNALS:
    /// On this object's thread.
    void delivered(const nodescope::cluster::Reports &reports);

private:
    void wake();
    void deliver();
    void boundWaiting();

    QMutex m_mutex;
    std::deque<cluster::Report> m_waiting; // guarded by m_mutex
    qint64 m_waitingBytes = 0;             // guarded by m_mutex
    cluster::MailDropped m_dropped;        // guarded by m_mutex: not told yet
    bool m_woken = false;                  // guarded by m_mutex
    QTimer m_frame;                        // runs while the last batch is younger than a frame
};

} // namespace nodescope::app
