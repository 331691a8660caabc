#pragma once

#include <functional>

#include "cluster/Cluster.h"
#include "cluster/history/ValueReader.h"
#include "cluster/history/ValueWriter.h"

/// A stretch of a history as bytes: entries, each a tag, a length and a body (README.md has the layout). Both
/// the history in memory and a recording are made of such stretches.
namespace nodescope::cluster {

enum class EntryTag : quint8 {
    Text = 1,     ///< the next text of the table, UTF-8
    Keyframe = 2, ///< everything that was known at a moment; the texts before it begin the table anew
    Batch = 3,    ///< deltas of one moment
    Mark = 4,     ///< a bookmark or comment
    Restart = 5,  ///< forgets the texts; stands before the texts of a keyframe
};

/// Makes entries. Not thread-safe.
class DeltaStreamWriter
{
public:
    /// All that is kept of `cluster`, from which on a reader can begin. `position`: how many batches came
    /// before.
    void keyframe(qint64 time, quint64 position, const Cluster &cluster);
    /// False: nothing in it is kept, and nothing was written. `time` does not go back.
    bool batch(qint64 time, const Deltas &deltas);
    void mark(const Mark &mark);

    [[nodiscard]] qsizetype size() const { return m_out.size(); }
    [[nodiscard]] const QByteArray &written() const { return m_out.written(); }
    [[nodiscard]] QByteArray take() { return m_out.take(); }

private:
    void entry(EntryTag tag, QByteArrayView head, QByteArrayView body);
    void texts();

    ByteWriter m_out;
    ValueWriter m_values;
    qint64 m_time = 0;
};

/// One entry, as it was found; `body` refers to the bytes that are read.
struct StreamEntry
{
    EntryTag tag = EntryTag::Batch; ///< Keyframe, Batch or Mark
    qint64 time = 0;                ///< milliseconds since the epoch; not of a Mark
    quint64 position = 0;           ///< of a Keyframe: how many batches came before
    QByteArrayView body;
};

/// Reads entries one by one, from bytes that may be anything; passes over those that it does not know. The
/// texts stay known from one stretch of bytes to the next.
class DeltaStreamReader
{
public:
    /// The next entry that is for the caller; nothing at the end, or (ok() is then false) before something
    /// broken.
    [[nodiscard]] std::optional<StreamEntry> next(ByteReader &in);
    /// Whether the next entry for the caller is a batch that is later than `time`; reads nothing.
    [[nodiscard]] bool isNextLater(ByteReader in, qint64 time) const;
    [[nodiscard]] bool ok() const { return m_ok; }
    /// What a Keyframe or a Batch holds; false: a part of it is broken.
    [[nodiscard]] bool deltasOf(const StreamEntry &entry, Deltas &into);
    /// The same, into a state; events are no part of it.
    [[nodiscard]] bool apply(const StreamEntry &entry, Cluster &state);
    [[nodiscard]] std::optional<Mark> markOf(const StreamEntry &entry);

private:
    std::optional<StreamEntry> open(EntryTag tag, QByteArrayView body);

    ValueReader m_values;
    qint64 m_time = 0;
    bool m_ok = true;
};

} // namespace nodescope::cluster
