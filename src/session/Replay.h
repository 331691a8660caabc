#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include "base/Clock.h"
#include "cluster/history/History.h"

namespace nodescope::session {

/// A source of deltas from the past: goes through a history as a player goes through a film. It stands at a
/// position; playing, it goes on as fast as things happened, or `speed` times as fast; where nothing happened
/// for long, it waits at most MaxPause of its own time.
///
/// `changed` brings what leads from the state before to the one now: the batches that were passed, or, after
/// a jump or a step back, the differences. So whoever applied all of it is always in the state of the
/// position; for a first one that knows nothing, call seek() first. Events that are passed over by a jump are
/// not told again.
///
/// Signals in order: `changed`, then `moved`. Lives on its thread, on which the history may only be appended
/// to; a history that was cleared or replaced needs a new Replay. History and clock must outlive it.
class Replay final : public QObject
{
    Q_OBJECT

public:
    static constexpr double MinSpeed = 0.1;
    static constexpr double MaxSpeed = 1000;
    /// Of nothing happening, in milliseconds of the one who watches.
    static constexpr qint64 MaxPause = 2'000;
    /// While playing, so often in a second at most.
    static constexpr int FrameMilliseconds = 16;

    Replay(const cluster::History &history, const base::Clock &clock, QObject *parent = nullptr);
    /// What whoever applies the deltas knows already; for before the first seek().
    void startFrom(const cluster::Cluster &state) { m_state = state; }

    [[nodiscard]] quint64 position() const { return m_position; }
    /// The moment of the picture: while playing it goes on between batches.
    [[nodiscard]] qint64 time() const { return m_time; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] const cluster::Cluster &state() const { return m_state; }

public Q_SLOTS:
    void play();
    void pause();
    void setSpeed(double speed);
    /// To a moment, in milliseconds since the epoch. Goes on playing if it did.
    void seek(qint64 time);
    /// By so many batches, backwards below 0. Pauses.
    void step(int batches);

Q_SIGNALS:
    void changed(const nodescope::cluster::Deltas &deltas);
    void moved();
    void playingChanged(bool playing);
    /// Playing came to the end of the history, and paused.
    void ended();

private:
    void advance();
    void jump(const cluster::Cluster &state);
    void apply(const cluster::Deltas &deltas);
    [[nodiscard]] const std::optional<cluster::HistoryCursor::Batch> &upcoming();

    const cluster::History &m_history;
    const base::Clock &m_clock;
    cluster::HistoryCursor m_cursor;
    std::optional<cluster::HistoryCursor::Batch> m_next; ///< read, not yet applied
    cluster::Cluster m_state;
    QTimer m_timer;
    base::Instant m_last{};
    double m_rest = 0; ///< of a millisecond
    double m_speed = 1;
    quint64 m_position = 0;
    qint64 m_time = 0;
};

} // namespace nodescope::session
