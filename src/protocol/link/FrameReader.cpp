#include "protocol/link/FrameReader.h"

#include "protocol/Bytes.h"

namespace nodescope::protocol {

namespace {
constexpr int LengthBytes = 4;
// So much is reserved for a frame at once, whatever its length says; beyond, memory follows arrival. OTP's
// longest fragments fit.
constexpr quint32 TrustedReserve = 72 * 1024;
// No more memory waits for the next frame.
constexpr qsizetype MostReused = 2 * qsizetype(TrustedReserve);
// From so many missing bytes on they are worth a read of their own.
constexpr qsizetype DirectFrom = 16 * 1024;
} // namespace

FrameReader::FrameReader(const Limits &limits)
    : m_limit(limits.frame)
{
}

void FrameReader::receive(QByteArrayView bytes, std::vector<frame::Event> &out)
{
    while (!bytes.isEmpty()) {
        qsizetype taken = takeWhole(bytes, out);
        if (taken > 0) {
            bytes = bytes.sliced(taken);
            continue;
        }
        if (m_headerBytes < LengthBytes)
            taken = takeHeader(bytes, out);
        else if (m_length > m_limit || m_givenUp)
            taken = drain(bytes, out);
        else
            taken = takeBody(bytes, out);
        bytes = bytes.sliced(taken);
    }
}

// The usual case: small frames, most of which have come whole.
qsizetype FrameReader::takeWhole(QByteArrayView bytes, std::vector<frame::Event> &out)
{
    if (m_headerBytes > 0 || bytes.size() < LengthBytes)
        return 0;
    const auto length = qFromBigEndian<quint32>(bytes.data());
    if (length == 0 || length > m_limit || qsizetype(length) > bytes.size() - LengthBytes)
        return 0;
    m_lastWasLong = qsizetype(length) >= DirectFrom;
    std::get<frame::Body>(out.emplace_back(std::in_place_type<frame::Body>)).bytes =
        QByteArray(bytes.data() + LengthBytes, qsizetype(length));
    return LengthBytes + qsizetype(length);
}

std::span<char> FrameReader::room()
{
    if (m_headerBytes < LengthBytes || m_length > m_limit || m_givenUp)
        return {};
    const qsizetype have = m_body.size();
    // Doubled at most, so that memory follows arrival.
    const qsizetype count = qMin(qsizetype(m_length) - have, qMax(have, qsizetype(TrustedReserve)));
    if (qsizetype(m_length) - have < DirectFrom)
        return {};
    m_body.resize(have + count);
    m_room = count;
    return {m_body.data() + have, std::size_t(count)};
}

void FrameReader::filled(qsizetype count, std::vector<frame::Event> &out)
{
    m_body.truncate(m_body.size() - std::exchange(m_room, 0) + count);
    finishBody(out);
}

qsizetype FrameReader::takeHeader(QByteArrayView bytes, std::vector<frame::Event> &out)
{
    const qsizetype taken = qMin(bytes.size(), qsizetype(LengthBytes - m_headerBytes));
    for (const char byte : bytes.first(taken))
        m_length = m_length << 8 | quint8(byte);
    m_headerBytes += int(taken);
    if (m_headerBytes < LengthBytes)
        return taken;
    if (m_length == 0) {
        out.emplace_back(frame::Tick());
        m_headerBytes = 0;
    } else if (m_length <= m_limit) {
        m_body = memoryFor(m_length);
    }
    return taken;
}

QByteArray FrameReader::memoryFor(quint32 length)
{
    QByteArray memory;
    if (qsizetype(length) >= DirectFrom) {
        // Counting up and down puts what another thread has read of it before what we write.
        const QByteArray last = std::exchange(m_spare, QByteArray());
        memory = last;
    }
    if (memory.isDetached())
        memory.resize(0);
    else
        memory = QByteArray();
    memory.reserve(qsizetype(qMin(length, TrustedReserve)));
    return memory;
}

// A stream of long frames would have the heap grow and shrink for each of them, which takes as long as
// reading them.
void FrameReader::reuse(const QByteArray &memory)
{
    if (memory.size() >= DirectFrom && memory.capacity() <= MostReused)
        m_spare = memory;
}

qsizetype FrameReader::takeBody(QByteArrayView bytes, std::vector<frame::Event> &out)
{
    const qsizetype taken = qMin(bytes.size(), qsizetype(m_length) - m_body.size());
    m_body.append(bytes.first(taken));
    finishBody(out);
    return taken;
}

void FrameReader::finishBody(std::vector<frame::Event> &out)
{
    if (m_headerBytes < LengthBytes || m_body.size() < qsizetype(m_length))
        return;
    m_lastWasLong = m_body.size() >= DirectFrom;
    out.emplace_back(frame::Body{std::exchange(m_body, QByteArray())});
    startFrame();
}

qsizetype FrameReader::drain(QByteArrayView bytes, std::vector<frame::Event> &out)
{
    const qsizetype taken = qsizetype(qMin(quint64(bytes.size()), quint64(m_length - m_drained)));
    if (!m_givenUp)
        m_body.append(bytes.first(qMin(taken, frame::OversizedHeadBytes - m_body.size())));
    m_drained += quint32(taken);
    if (m_drained == m_length) {
        if (!m_givenUp)
            out.emplace_back(frame::Oversized{m_length, std::exchange(m_body, QByteArray())});
        startFrame();
    }
    return taken;
}

void FrameReader::startFrame()
{
    m_headerBytes = 0;
    m_length = m_drained = 0;
    m_givenUp = false;
}

FrameReader::Loss FrameReader::lose(quint64 count)
{
    const bool drains = m_length > m_limit || m_givenUp;
    const quint64 have = drains ? m_drained : quint64(m_body.size());
    if (m_headerBytes < LengthBytes || count > m_length - have)
        return {};
    Loss loss{true, std::nullopt};
    if (!m_givenUp)
        loss.hit = frame::Oversized{m_length, std::exchange(m_body, QByteArray())};
    m_givenUp = true;
    m_drained = quint32(have + count);
    if (m_drained == m_length)
        startFrame();
    return loss;
}

qsizetype FrameReader::pending() const
{
    return m_headerBytes + m_body.size();
}

QByteArray frameOf(QByteArrayView body)
{
    QByteArray out;
    out.reserve(LengthBytes + body.size());
    appendBigEndian(out, quint32(body.size()));
    return out.append(body);
}

QByteArray tickFrame()
{
    return QByteArray(LengthBytes, '\0');
}

} // namespace nodescope::protocol
