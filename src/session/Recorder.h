#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

#include "base/Result.h"
#include "cluster/history/Recording.h"
#include "cluster/history/Thinning.h"

namespace nodescope::session {

/// Why nothing more is recorded. What was written before stands.
struct RecorderError
{
    enum Kind { CannotOpen, CannotWrite };
    Kind kind = CannotWrite;
    QString file;
    QString detail; ///< the system's own words
};

/// Writes a session to a recording as it goes on. What has come is appended at intervals, whole records at
/// once, so that a crash loses the last interval at most. The file is readable by its owner alone.
///
/// Signal: `failed` at most once; nothing is written after it. Lives on one thread with its file; on a slow
/// disk it waits there.
class Recorder final : public QObject
{
    Q_OBJECT

public:
    static constexpr int FlushMilliseconds = 1'000;

    Recorder(const QString &file, const cluster::RecordingInfo &info, QObject *parent = nullptr);
    /// Ends the recording.
    ~Recorder() override;

    /// Makes the file, which must not exist, and writes what is known by now.
    [[nodiscard]] base::Status<RecorderError> begin(qint64 time, const cluster::Cluster &state);
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

public Q_SLOTS:
    /// `time`: milliseconds since the epoch.
    void take(qint64 time, const nodescope::cluster::Deltas &deltas);
    void mark(const nodescope::cluster::Mark &mark);
    /// Writes what waits.
    void flush();
    /// Writes what waits, says that it was ended in order, and closes.
    void end();

Q_SIGNALS:
    void failed(const nodescope::session::RecorderError &error);

private:
    void write(const QByteArray &bytes);

    QFile m_file;
    cluster::RecordingWriter m_writer;
    cluster::Thinning m_thinning;
    QTimer m_flush;
    qint64 m_bytes = 0;
    qint64 m_lastTime = 0;
};

} // namespace nodescope::session
