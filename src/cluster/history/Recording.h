#pragma once

#include <QDateTime>
#include <QString>

#include "base/Result.h"
#include "cluster/history/History.h"

class QIODevice;

/// Recordings: a history as a file that only grows. The layout of its bytes is in README.md.
namespace nodescope::cluster {

/// What a recording says of itself, at its front.
struct RecordingInfo
{
    quint16 major = 1; ///< of the format; readers refuse higher ones
    quint16 minor = 0; ///< of the format; readers pass over what they do not know
    bool redacted = false;
    QString program; ///< name and version of what wrote it
    QDateTime began; ///< UTC

    friend bool operator==(const RecordingInfo &, const RecordingInfo &) = default;
};

/// The MIME type, and the ending of the files' names without the dot.
[[nodiscard]] QString recordingMimeType();
[[nodiscard]] QString recordingSuffix();

/// Makes the bytes of a recording. What take() gives is whole records: a file that holds the first of them up
/// to any byte can be read up to the last whole one. Not thread-safe; writes nothing itself.
class RecordingWriter
{
public:
    explicit RecordingWriter(const RecordingInfo &info);

    /// The state from which the batches that follow go on.
    void keyframe(qint64 time, const Cluster &cluster);
    void batch(qint64 time, const Deltas &deltas);
    void mark(const Mark &mark);
    /// What has come since, as records, to be appended to the file.
    [[nodiscard]] QByteArray take();
    /// The last record: the recording was ended in order.
    [[nodiscard]] QByteArray end();
    /// What waits to be taken, about.
    [[nodiscard]] qsizetype waiting() const { return m_stream.size(); }

private:
    QByteArray m_head;
    DeltaStreamWriter m_stream;
    quint64 m_batches = 0;
};

/// Why a recording could not be read to its end. All that came before stands.
enum class RecordingProblem {
    None,
    NotARecording, ///< it does not begin like one
    LaterVersion,  ///< its major version is higher than ours; nothing was read
    Cut,           ///< it ends within a record, as after a crash
    Damaged,       ///< a checksum is wrong, or a record holds what makes no sense
};

/// `not_a_recording`, `later_version`, `cut`, `damaged`; empty for None.
[[nodiscard]] QString identifierOf(RecordingProblem problem);

/// Takes the bytes of a recording in pieces of any size, and gives what they hold. Bytes may be anything. Not
/// thread-safe; reads no file itself.
class RecordingReader
{
public:
    /// More in one record is refused before memory is taken.
    static constexpr quint32 MaxRecord = 64 * 1024 * 1024;

    struct Step
    {
        enum Kind { Keyframe, Batch, Mark };
        Kind kind = Batch;
        qint64 time = 0;
        Deltas deltas; ///< of a keyframe: the whole state
        cluster::Mark mark;
    };

    /// Appends what the bytes hold to `into`. False: no more is to come, problem() says why.
    bool feed(QByteArrayView bytes, QList<Step> &into);
    /// No bytes are to come: a record that was begun is Cut.
    void finish();

    [[nodiscard]] const RecordingInfo &info() const { return m_info; }
    [[nodiscard]] RecordingProblem problem() const { return m_problem; }
    /// How far whole records go, in bytes from the front.
    [[nodiscard]] qint64 wholeBytes() const { return m_whole; }
    /// Whether the last record says that the recording was ended in order.
    [[nodiscard]] bool isEnded() const { return m_ended; }

private:
    bool takeHead();
    bool takeRecord(QList<Step> &into);
    bool takeInfo(QByteArrayView payload);
    bool takeStream(QByteArrayView payload, QList<Step> &into);
    bool takePacked(QByteArrayView payload, QList<Step> &into);
    bool refuse(RecordingProblem problem);

    RecordingInfo m_info;
    DeltaStreamReader m_stream;
    QByteArray m_waiting;
    qsizetype m_at = 0;
    qint64 m_whole = 0;
    bool m_begun = false;
    bool m_ended = false;
    RecordingProblem m_problem = RecordingProblem::None;
};

/// Takes what was read into a history.
void appendStep(History &history, const RecordingReader::Step &step);

/// A recording that was read into memory, whole or as far as it goes.
struct LoadedRecording
{
    RecordingInfo info;
    History history;
    RecordingProblem problem = RecordingProblem::None;
};

/// Reads all of it. For small ones, tools and tests: blocks. The error is NotARecording or LaterVersion.
[[nodiscard]] base::Result<LoadedRecording, RecordingProblem> readRecording(QIODevice &device,
                                                                            History::Limits limits = {});

} // namespace nodescope::cluster
