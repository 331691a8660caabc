#include <QIODevice>
#include <QTimeZone>

#include "cluster/history/Crc32.h"
#include "cluster/history/Differences.h"
#include "cluster/history/Recording.h"
#include "cluster/history/RecordingLayout.h"

namespace nodescope::cluster {

using namespace recording;

QString identifierOf(RecordingProblem problem)
{
    switch (problem) {
    case RecordingProblem::None:
        break;
    case RecordingProblem::NotARecording:
        return QStringLiteral("not_a_recording");
    case RecordingProblem::LaterVersion:
        return QStringLiteral("later_version");
    case RecordingProblem::Cut:
        return QStringLiteral("cut");
    case RecordingProblem::Damaged:
        return QStringLiteral("damaged");
    }
    return {};
}

bool RecordingReader::refuse(RecordingProblem problem)
{
    m_problem = problem;
    m_waiting.clear();
    m_at = 0;
    return false;
}

bool RecordingReader::feed(QByteArrayView bytes, QList<Step> &into)
{
    if (m_problem != RecordingProblem::None)
        return false;
    m_waiting.append(bytes.data(), bytes.size());
    if (!m_begun && !takeHead())
        return m_problem == RecordingProblem::None;
    while (takeRecord(into)) {
    }
    m_waiting.remove(0, std::exchange(m_at, 0));
    return m_problem == RecordingProblem::None;
}

bool RecordingReader::takeHead()
{
    const qsizetype there = std::min(MagicSize, m_waiting.size());
    if (QByteArrayView(m_waiting).first(there) != QByteArrayView(Magic, there))
        return refuse(RecordingProblem::NotARecording);
    if (m_waiting.size() < HeadSize)
        return false;
    m_info.major = qFromBigEndian<quint16>(m_waiting.constData() + MagicSize);
    m_info.minor = qFromBigEndian<quint16>(m_waiting.constData() + MagicSize + 2);
    if (m_info.major > Major)
        return refuse(RecordingProblem::LaterVersion);
    m_begun = true;
    m_at = HeadSize;
    m_whole = HeadSize;
    return true;
}

bool RecordingReader::takeRecord(QList<Step> &into)
{
    const QByteArrayView rest = QByteArrayView(m_waiting).sliced(m_at);
    if (rest.size() < RecordHead)
        return false;
    const auto size = qFromBigEndian<quint32>(rest.data());
    if (size > MaxRecord)
        return refuse(RecordingProblem::Damaged);
    const qsizetype whole = RecordHead + qsizetype(size) + RecordTail;
    if (rest.size() < whole)
        return false;
    Crc32 sum;
    sum.add(rest.first(whole - RecordTail));
    if (sum.value() != qFromBigEndian<quint32>(rest.data() + whole - RecordTail))
        return refuse(RecordingProblem::Damaged);
    const QByteArray payload = rest.sliced(RecordHead, qsizetype(size)).toByteArray();
    bool good = true;
    switch (static_cast<Kind>(rest[4])) {
    case Kind::Info:
        good = takeInfo(payload);
        break;
    case Kind::Stream:
        good = takeStream(payload, into);
        break;
    case Kind::Packed:
        good = takePacked(payload, into);
        break;
    case Kind::End:
        m_ended = true;
        break;
    }
    if (!good)
        return refuse(RecordingProblem::Damaged);
    m_at += whole;
    m_whole += whole;
    return true;
}

bool RecordingReader::takeInfo(QByteArrayView payload)
{
    ByteReader in(payload);
    m_info.redacted = (in.byte() & RedactedFlag) != 0;
    m_info.program = QString::fromUtf8(in.bytes()).left(200);
    const qint64 began = in.signedNumber();
    if (began > 0 && began < 253'402'300'800'000)
        m_info.began = QDateTime::fromMSecsSinceEpoch(began, QTimeZone::utc());
    return in.ok();
}

bool RecordingReader::takePacked(QByteArrayView payload, QList<Step> &into)
{
    // The size stands in front, and is checked before memory is taken for it.
    if (payload.size() < 4 || qFromBigEndian<quint32>(payload.data()) > MaxRecord)
        return false;
    const QByteArray stream = qUncompress(payload.toByteArray());
    return !stream.isEmpty() && takeStream(stream, into);
}

bool RecordingReader::takeStream(QByteArrayView payload, QList<Step> &into)
{
    ByteReader in(payload);
    while (const auto entry = m_stream.next(in)) {
        Step step;
        step.time = entry->time;
        if (entry->tag == EntryTag::Mark) {
            const auto mark = m_stream.markOf(*entry);
            if (!mark)
                return false;
            step.kind = Step::Mark;
            step.mark = *mark;
            step.time = mark->time;
        } else {
            step.kind = entry->tag == EntryTag::Keyframe ? Step::Keyframe : Step::Batch;
            if (!m_stream.deltasOf(*entry, step.deltas))
                return false;
        }
        into.append(std::move(step));
    }
    return m_stream.ok();
}

void RecordingReader::finish()
{
    if (m_problem != RecordingProblem::None)
        return;
    if (!m_begun)
        m_problem = m_waiting.isEmpty() ? RecordingProblem::NotARecording : RecordingProblem::Cut;
    else if (!m_waiting.isEmpty())
        m_problem = RecordingProblem::Cut;
}

void appendStep(History &history, const RecordingReader::Step &step)
{
    switch (step.kind) {
    case RecordingReader::Step::Mark:
        (void)history.setMark(step.mark);
        break;
    case RecordingReader::Step::Batch:
        history.append(step.time, step.deltas);
        break;
    case RecordingReader::Step::Keyframe: {
        Cluster state;
        for (const Delta &delta : step.deltas)
            (void)state.apply(delta);
        history.append(step.time, differences(history.now(), state));
        break;
    }
    }
}

base::Result<LoadedRecording, RecordingProblem> readRecording(QIODevice &device, History::Limits limits)
{
    constexpr qint64 Chunk = 1024 * 1024;
    LoadedRecording loaded{{}, History(limits), RecordingProblem::None};
    RecordingReader reader;
    bool more = true;
    while (more) {
        const QByteArray bytes = device.read(Chunk);
        if (bytes.isEmpty())
            break;
        QList<RecordingReader::Step> steps;
        more = reader.feed(bytes, steps);
        for (const RecordingReader::Step &step : std::as_const(steps))
            appendStep(loaded.history, step);
    }
    reader.finish();
    loaded.info = reader.info();
    loaded.problem = reader.problem();
    if (loaded.problem == RecordingProblem::NotARecording || loaded.problem == RecordingProblem::LaterVersion)
        return base::Failure{loaded.problem};
    return loaded;
}

} // namespace nodescope::cluster
