#include "session/Recorder.h"

#include <algorithm>

namespace nodescope::session {

using namespace cluster;

namespace {
/// Sooner than the interval, when so much waits.
constexpr qsizetype MuchWaits = 1024 * 1024;
} // namespace

Recorder::Recorder(const QString &file, const RecordingInfo &info, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_writer(info)
    , m_thinning(History::Limits().trafficEvery)
    , m_flush(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(FlushMilliseconds);
    connect(&m_flush, &QTimer::timeout, this, &Recorder::flush);
}

Recorder::~Recorder()
{
    end();
}

base::Status<RecorderError> Recorder::begin(qint64 time, const Cluster &state)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return base::Failure{
            RecorderError{RecorderError::CannotOpen, m_file.fileName(), m_file.errorString()}};
    m_lastTime = time;
    m_writer.keyframe(time, state);
    const QByteArray bytes = m_writer.take();
    m_bytes = bytes.size();
    if (m_file.write(bytes) != bytes.size())
        return base::Failure{
            RecorderError{RecorderError::CannotWrite, m_file.fileName(), m_file.errorString()}};
    return std::monostate();
}

void Recorder::take(qint64 time, const Deltas &deltas)
{
    if (!m_file.isOpen())
        return;
    m_lastTime = std::max(m_lastTime, time);
    m_writer.batch(m_lastTime, m_thinning.thinned(m_lastTime, deltas));
    if (m_writer.waiting() > MuchWaits)
        flush();
    else if (!m_flush.isActive() && m_writer.waiting() > 0)
        m_flush.start();
}

void Recorder::mark(const Mark &mark)
{
    if (!m_file.isOpen())
        return;
    m_writer.mark(mark);
    flush();
}

void Recorder::flush()
{
    m_flush.stop();
    write(m_writer.take());
}

void Recorder::end()
{
    m_flush.stop();
    write(m_writer.end());
    m_file.close();
}

void Recorder::write(const QByteArray &bytes)
{
    if (!m_file.isOpen() || bytes.isEmpty())
        return;
    if (m_file.write(bytes) == bytes.size()) {
        m_bytes += bytes.size();
        return;
    }
    const RecorderError error{RecorderError::CannotWrite, m_file.fileName(), m_file.errorString()};
    m_file.close();
    Q_EMIT failed(error);
}

} // namespace nodescope::session
