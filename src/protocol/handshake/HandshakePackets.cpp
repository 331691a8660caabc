#include "protocol/handshake/HandshakePackets.h"

#include <array>

#include "protocol/Bytes.h"

namespace nodescope::protocol {

using namespace handshake_failure;

namespace {

// So many bytes tell one foreign protocol from another: "HTTP/1.1 400 Bad", "SSH-2.0-OpenSSH_".
constexpr qsizetype ForeignBytes = 16;
// RFC 8446, 5.1 and 6: type, version, length, then level and description of an alert.
constexpr quint8 TlsAlertType = 0x15;
constexpr quint8 TlsHandshakeType = 0x16;
constexpr quint8 TlsMajorVersion = 0x03;
constexpr qsizetype TlsAlertBytes = 7;

bool isTlsRecord(QByteArrayView bytes, quint8 type)
{
    return bytes.size() >= 2 && quint8(bytes[0]) == type && quint8(bytes[1]) == TlsMajorVersion;
}

bool isHttp(QByteArrayView bytes)
{
    constexpr std::array starts{"HTTP/", "GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "CONNECT ", "DELETE "};
    return std::any_of(starts.begin(), starts.end(),
                       [bytes](const char *start) { return bytes.startsWith(QByteArrayView(start)); });
}

// How many bytes must be there before the verdict is sure.
qsizetype bytesForVerdict(QByteArrayView bytes)
{
    return isTlsRecord(bytes, TlsAlertType) ? TlsAlertBytes : ForeignBytes;
}

} // namespace

NotErlang recognise(QByteArrayView bytes)
{
    if (isTlsRecord(bytes, TlsAlertType))
        return {ForeignProtocol::TlsAlert, bytes.size() >= TlsAlertBytes ? int(quint8(bytes[6])) : -1};
    if (isTlsRecord(bytes, TlsHandshakeType))
        return {ForeignProtocol::TlsHandshake, -1};
    if (isHttp(bytes))
        return {ForeignProtocol::Http, -1};
    if (bytes.startsWith(QByteArrayView("SSH-")))
        return {ForeignProtocol::Ssh, -1};
    return {ForeignProtocol::Unknown, -1};
}

HandshakePackets::HandshakePackets(LengthPrefix prefix, const Limits &limits)
    : m_prefix(prefix)
    , m_limit(limits.handshakePacket)
{
}

void HandshakePackets::append(QByteArrayView bytes)
{
    const qsizetype skipped = qsizetype(qMin(m_skip, qint64(bytes.size())));
    m_skip -= skipped;
    m_offset += skipped;
    m_buffer.append(bytes.sliced(skipped));
}

bool HandshakePackets::lose(qint64 count)
{
    if (m_skip == 0) {
        const std::optional<quint32> bodySize = length();
        if (!bodySize || *bodySize > m_limit)
            return false;
        m_skip = qint64(m_prefix) + *bodySize - m_buffer.size();
        m_offset += std::exchange(m_buffer, QByteArray()).size();
    }
    if (count > m_skip)
        return false;
    m_skip -= count;
    m_offset += count;
    return true;
}

std::optional<quint32> HandshakePackets::length() const
{
    ByteReader reader(m_buffer);
    const quint32 length = m_prefix == LengthPrefix::TwoBytes ? reader.u16() : reader.u32();
    return reader.ok() ? std::optional(length) : std::nullopt;
}

HandshakePackets::Next HandshakePackets::next()
{
    const std::optional<quint32> bodySize = length();
    if (!bodySize)
        return NeedMore();
    if (*bodySize > m_limit)
        return m_buffer.size() >= bytesForVerdict(m_buffer) ? Next(foreign()) : Next(NeedMore());
    const qsizetype size = qsizetype(m_prefix) + qsizetype(*bodySize);
    if (m_buffer.size() < size)
        return NeedMore();
    Packet packet;
    packet.bytes = m_buffer.first(size);
    packet.body = packet.bytes.sliced(qsizetype(m_prefix));
    packet.offset = m_offset;
    m_buffer.remove(0, size);
    m_offset += size;
    return packet;
}

std::optional<HandshakePackets::Foreign> HandshakePackets::foreignRest() const
{
    const std::optional<quint32> bodySize = length();
    if (!bodySize || *bodySize <= m_limit)
        return std::nullopt;
    return foreign();
}

HandshakePackets::Foreign HandshakePackets::foreign() const
{
    const QByteArray head = m_buffer.first(qMin(m_buffer.size(), bytesForVerdict(m_buffer)));
    if (m_offset == 0)
        return {recognise(head), head, 0};
    return {Malformed{{MalformedMessage::Reason::BadLength, 0}}, head, m_offset};
}

QByteArray HandshakePackets::takeRest()
{
    m_offset += m_buffer.size();
    return std::exchange(m_buffer, QByteArray());
}

} // namespace nodescope::protocol
