#include "cluster/history/Crc32.h"
#include "cluster/history/Recording.h"
#include "cluster/history/RecordingLayout.h"

namespace nodescope::cluster {

using namespace recording;

namespace {
// Shorter stretches gain nothing.
constexpr qsizetype WorthPacking = 256;

QByteArray record(Kind kind, const QByteArray &payload)
{
    QByteArray bytes = bigEndian(static_cast<quint32>(payload.size()));
    bytes.append(static_cast<char>(kind));
    bytes.append(payload);
    Crc32 sum;
    sum.add(bytes);
    return bytes + bigEndian(sum.value());
}
} // namespace

QString recordingMimeType()
{
    return QStringLiteral("application/x-nodescope-recording");
}

QString recordingSuffix()
{
    return QStringLiteral("nodescope");
}

RecordingWriter::RecordingWriter(const RecordingInfo &info)
    : m_head(QByteArray(Magic, MagicSize) + bigEndian(Major) + bigEndian(Minor))
{
    ByteWriter payload;
    payload.byte(info.redacted ? RedactedFlag : 0);
    payload.bytes(info.program.toUtf8());
    payload.signedNumber(info.began.isValid() ? info.began.toMSecsSinceEpoch() : 0);
    m_head += record(Kind::Info, payload.take());
}

void RecordingWriter::keyframe(qint64 time, const Cluster &cluster)
{
    m_stream.keyframe(time, m_batches, cluster);
}

void RecordingWriter::batch(qint64 time, const Deltas &deltas)
{
    m_batches += m_stream.batch(time, deltas) ? 1u : 0u;
}

void RecordingWriter::mark(const Mark &mark)
{
    m_stream.mark(mark);
}

QByteArray RecordingWriter::take()
{
    QByteArray bytes = std::exchange(m_head, {});
    const QByteArray stream = m_stream.take();
    if (stream.isEmpty())
        return bytes;
    if (stream.size() >= WorthPacking) {
        const QByteArray packed = qCompress(stream);
        if (packed.size() < stream.size())
            return bytes + record(Kind::Packed, packed);
    }
    return bytes + record(Kind::Stream, stream);
}

QByteArray RecordingWriter::end()
{
    ByteWriter payload;
    payload.number(m_batches);
    return take() + record(Kind::End, payload.take());
}

} // namespace nodescope::cluster
