#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

#include "cluster/history/Differences.h"
#include "cluster/history/Redaction.h"
#include "session/Recorder.h"
#include "session/TimeMachine.h"

/// How a time machine makes, keeps and finds files.
namespace nodescope::session {

using namespace cluster;

namespace {
QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

/// All of a past as a file beside the one that it replaces at the end; empty: it is done, else the system's
/// words.
QString writeHistory(const QString &name, const History &history, const RecordingInfo &info)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    RecordingWriter writer(info);
    Redaction redaction;
    HistoryCursor cursor(history);
    const Cluster beginning = cursor.seek(history.firstPosition());
    // The first state goes through the same hands as all that follows.
    const Deltas first = differences(Cluster(), beginning);
    writer.batch(history.beginning(), info.redacted ? redaction.redacted(first) : first);
    constexpr qsizetype Stretch = 1024 * 1024;
    while (const auto batch = cursor.next()) {
        writer.batch(batch->time, info.redacted ? redaction.redacted(batch->deltas) : batch->deltas);
        if (writer.waiting() > Stretch)
            file.write(writer.take());
    }
    for (const Mark &mark : history.marks())
        writer.mark(info.redacted ? redaction.redacted(mark) : mark);
    file.write(writer.end());
    return file.commit() ? QString() : file.errorString();
}
} // namespace

void TimeMachine::obey(const StartRecording &)
{
    if (m_recorder)
        return;
    QDir().mkpath(m_settings.folder);
    const QDir folder(m_settings.folder);
    const QString name = m_clock.wall().toLocalTime().toString(QStringLiteral("yyyy-MM-dd_HHmmss"));
    QString file = folder.filePath(name + u'.' + recordingSuffix());
    for (int i = 2; QFileInfo::exists(file); ++i)
        file = folder.filePath(name + u'-' + QString::number(i) + u'.' + recordingSuffix());
    RecordingInfo info;
    info.program = m_settings.program;
    info.began = m_clock.wall();
    m_lock = std::make_unique<QLockFile>(lockOf(file));
    (void)m_lock->tryLock();
    auto *recorder = new Recorder(file, info);
    const auto begun = recorder->begin(now(), m_live.now());
    if (!begun.ok()) {
        delete recorder;
        m_lock.reset();
        Q_EMIT failed(QStringLiteral("recording_unwritable"), begun.error().detail);
        return;
    }
    m_writing.start();
    recorder->moveToThread(&m_writing);
    connect(recorder, &Recorder::failed, this, &TimeMachine::onRecorderFailed);
    m_recorder = recorder;
    m_state.recording = file;
    m_state.recordedSince = now();
    Q_EMIT stateChanged(m_state);
}

void TimeMachine::endRecording()
{
    if (!m_recorder)
        return;
    QMetaObject::invokeMethod(
        m_recorder, [recorder = m_recorder] { delete recorder; }, Qt::BlockingQueuedConnection);
    m_recorder = nullptr;
    m_state.recording.clear();
    m_state.recordedSince = 0;
    m_lock.reset();
}

void TimeMachine::onRecorderFailed(const RecorderError &error)
{
    endRecording();
    findLeftovers();
    Q_EMIT failed(QStringLiteral("recording_write_failed"), error.detail);
    Q_EMIT stateChanged(m_state);
}

void TimeMachine::obey(const StopRecording &intent)
{
    const QString written = m_state.recording;
    endRecording();
    if (!written.isEmpty() && !intent.file.isEmpty()) {
        QFile::remove(intent.file);
        // Another file system cannot be moved to, only copied.
        if (QFile::rename(written, intent.file))
            Q_EMIT saved(intent.file);
        else if (QFile::copy(written, intent.file) && QFile::remove(written))
            Q_EMIT saved(intent.file);
        else
            Q_EMIT failed(QStringLiteral("recording_unwritable"), intent.file);
    }
    findLeftovers();
    Q_EMIT stateChanged(m_state);
}

void TimeMachine::obey(const SaveHistory &intent)
{
    RecordingInfo info;
    info.program = m_settings.program;
    info.began = QDateTime::fromMSecsSinceEpoch(history().beginning(), QTimeZone::utc());
    info.redacted = intent.redacted || m_state.redacted;
    m_writing.start();
    // The past is a value: the copy is written while this one goes on.
    auto *writer = new QObject;
    writer->moveToThread(&m_writing);
    QMetaObject::invokeMethod(writer, [this, writer, past = history(), info, name = intent.file] {
        const QString problem = writeHistory(name, past, info);
        QMetaObject::invokeMethod(this, [this, problem, name] {
            if (problem.isEmpty())
                Q_EMIT saved(name);
            else
                Q_EMIT failed(QStringLiteral("recording_unwritable"), problem);
        });
        delete writer;
    });
}

void TimeMachine::findLeftovers()
{
    m_state.leftovers.clear();
    const QDir folder(m_settings.folder);
    if (m_settings.folder.isEmpty() || !folder.exists())
        return;
    const QStringList names =
        folder.entryList({QStringLiteral("*.") + recordingSuffix()}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString file = folder.filePath(name);
        // One that another program writes now is locked by that.
        QLockFile lock(lockOf(file));
        if (file != m_state.recording && lock.tryLock())
            m_state.leftovers.append(file);
    }
}

void TimeMachine::obey(const DropLeftover &intent)
{
    if (m_state.leftovers.removeAll(intent.file) > 0)
        QFile::remove(intent.file);
    Q_EMIT stateChanged(m_state);
}

} // namespace nodescope::session
