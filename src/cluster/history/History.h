#pragma once

#include <deque>
#include <memory>

#include "cluster/Cluster.h"
#include "cluster/history/DeltaStream.h"
#include "cluster/history/Mark.h"
#include "cluster/history/Thinning.h"

namespace nodescope::cluster {

/// The past of a cluster: all deltas in batches with their times, and every now and then the whole state, so
/// that any moment can be built again without reading from the beginning.
///
/// A position is a number of batches: state(p) is what was known after the first p of them. What is kept is
/// nodes, links, hosts, the session, figures and events, and counters of links every two minutes; what people
/// asked the doctor is not. Time never goes back here: a batch that is older than the one before by the wall
/// clock counts as of the same moment.
///
/// Bounded: beyond Limits::bytes the oldest blocks go, firstPosition() rises and beginning() moves. A value
/// (copies are cheap until they change); not thread-safe.
class History
{
public:
    struct Limits
    {
        qsizetype bytes = 200 * 1024 * 1024;
        /// A block is closed, and compressed, when its deltas are that long (and as long as the state before
        /// them).
        qsizetype block = 256 * 1024;
        qsizetype marks = 10'000;
        /// Milliseconds between two counts of a link that are kept; 0: all are.
        qint64 trafficEvery = 120'000;
    };

    History();
    explicit History(Limits limits);

    /// `time`: milliseconds since the epoch. Deltas of which nothing is kept are no batch.
    void append(qint64 time, const Deltas &deltas);
    /// Forgets all.
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_end == m_first; }
    /// The first position that can be built, and the last.
    [[nodiscard]] quint64 firstPosition() const { return m_first; }
    [[nodiscard]] quint64 lastPosition() const { return m_end; }
    /// The times of the two; 0 when it is empty.
    [[nodiscard]] qint64 beginning() const;
    [[nodiscard]] qint64 end() const { return m_lastTime; }
    /// Whether the oldest had to go.
    [[nodiscard]] bool isTruncated() const { return m_first > 0; }
    /// What it takes in memory, about.
    [[nodiscard]] qsizetype bytes() const;
    /// What is known at lastPosition(), events left out.
    [[nodiscard]] const Cluster &now() const { return m_now; }

    /// The last position that is not later than `time`; firstPosition() when all are.
    [[nodiscard]] quint64 positionAt(qint64 time) const;
    /// The time of the batch that led to a position; beginning() for the first.
    [[nodiscard]] qint64 timeAt(quint64 position) const;
    /// What was known then, without events. Positions outside are moved to the nearest.
    [[nodiscard]] Cluster state(quint64 position) const;

    /// In the order of their times; those that were removed are gone.
    [[nodiscard]] const QList<Mark> &marks() const { return m_marks; }
    /// Takes it in, gives it an id when it has none, and returns that; 0: there are too many. A mark of a
    /// known id replaces that, or removes it.
    quint64 setMark(Mark mark);

private:
    friend class HistoryCursor;
    struct Block
    {
        QByteArray packed; ///< compressed; empty while it is open
        qint64 from = 0;   ///< time of its keyframe
        qint64 to = 0;     ///< time of its last batch
        quint64 position = 0;
        quint64 batches = 0;
    };

    void openBlock(qint64 time);
    void closeBlock();
    void dropOldest();
    [[nodiscard]] std::size_t blockOf(quint64 position) const;
    [[nodiscard]] std::size_t blockAt(qint64 time) const;
    [[nodiscard]] QByteArray bytesOf(std::size_t block) const;

    Limits m_limits;
    Thinning m_thinning;
    std::deque<Block> m_blocks;
    DeltaStreamWriter m_open; ///< the bytes of the last block
    qsizetype m_keyframeSize = 0;
    qsizetype m_packedBytes = 0;
    Cluster m_now;
    quint64 m_first = 0;
    quint64 m_end = 0;
    qint64 m_lastTime = 0;
    QList<Mark> m_marks;
    quint64 m_lastMark = 0;
};

/// Goes through a history from one batch to the next. The history must not lose the block it stands in
/// meanwhile: seek() again when it was truncated. Appending is allowed.
class HistoryCursor
{
public:
    explicit HistoryCursor(const History &history);

    /// Goes to a position, and says what was known then.
    Cluster seek(quint64 position);
    /// Goes to the last position that is not later than `time`.
    Cluster seekTime(qint64 time);
    [[nodiscard]] quint64 position() const { return m_position; }
    struct Batch
    {
        qint64 time = 0;
        Deltas deltas;
    };
    /// The batch after the position, and goes behind it; nothing at the end.
    std::optional<Batch> next();

private:
    void enter(std::size_t block);
    /// Reads on until a batch that lies beyond either.
    Cluster readTo(quint64 position, qint64 time);

    const History &m_history;
    DeltaStreamReader m_reader;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    quint64 m_block = 0; ///< position of the block's keyframe: a name that lasts
    bool m_entered = false;
    quint64 m_position = 0;
};

} // namespace nodescope::cluster
