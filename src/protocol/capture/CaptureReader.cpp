#include "protocol/capture/CaptureReader.h"

#include <QtEndian>

namespace nodescope::protocol::capture {

using Kind = CaptureProblem::Kind;

namespace {

// draft-ietf-opsawg-pcap, 4 and 5.
constexpr quint32 MicrosecondMagic = 0xa1b2c3d4;
constexpr quint32 NanosecondMagic = 0xa1b23c4d;
constexpr qsizetype FileHeaderBytes = 24;
constexpr qsizetype RecordHeaderBytes = 16;
constexpr quint32 LinkTypeMask = 0x0fffffff; // the rest says how long a check sequence is

// draft-ietf-opsawg-pcapng, 3 and 4.
constexpr quint32 SectionHeader = 0x0a0d0d0a;
constexpr quint32 ByteOrderMagic = 0x1a2b3c4d;
constexpr quint32 InterfaceDescription = 1;
constexpr quint32 ObsoletePacket = 2;
constexpr quint32 SimplePacket = 3;
constexpr quint32 EnhancedPacket = 6;
constexpr quint16 TimeResolution = 9;
constexpr quint16 TimeOffset = 14;
constexpr qsizetype BlockFrameBytes = 12; // type, length, length again

constexpr qint64 Nanoseconds = 1'000'000'000;
constexpr qint64 MaxSeconds = 9'000'000'000; // what an Instant can hold, in the year 2255

bool isPacket(quint32 type)
{
    return type == EnhancedPacket || type == SimplePacket || type == ObsoletePacket;
}

} // namespace

void CaptureReader::append(QByteArrayView bytes)
{
    if (m_format == Format::Over)
        return;
    const qsizetype skipped = qsizetype(qMin(m_skip, qint64(bytes.size())));
    m_skip -= skipped;
    m_fileOffset += skipped;
    m_buffer.remove(0, std::exchange(m_at, 0));
    m_buffer.append(bytes.sliced(skipped));
}

void CaptureReader::consume(qsizetype bytes)
{
    m_at += bytes;
    m_fileOffset += bytes;
}

quint16 CaptureReader::u16(QByteArrayView bytes, qsizetype at) const
{
    return m_bigEndian ? qFromBigEndian<quint16>(bytes.data() + at)
                       : qFromLittleEndian<quint16>(bytes.data() + at);
}

quint32 CaptureReader::u32(QByteArrayView bytes, qsizetype at) const
{
    return m_bigEndian ? qFromBigEndian<quint32>(bytes.data() + at)
                       : qFromLittleEndian<quint32>(bytes.data() + at);
}

CaptureProblem CaptureReader::problem(Kind kind, qint64 value) const
{
    return {kind, false, m_fileOffset, value};
}

CaptureReader::Next CaptureReader::fail(Kind kind, qint64 value)
{
    CaptureProblem found = problem(kind, value);
    found.fatal = true;
    m_format = Format::Over;
    m_buffer.clear();
    m_at = 0;
    return found;
}

// Less than `bytes` are there.
CaptureReader::Next CaptureReader::waitFor(qsizetype bytes)
{
    if (!m_finished)
        return NeedMore();
    if (rest().isEmpty() && m_skip == 0) {
        m_format = Format::Over;
        return End();
    }
    return fail(Kind::Truncated, m_skip > 0 ? m_skip : bytes - rest().size());
}

CaptureReader::Next CaptureReader::next()
{
    switch (m_format) {
    case Format::Unknown:
        return begin();
    case Format::Pcap:
        return nextRecord();
    case Format::Pcapng:
        return nextBlock();
    case Format::Over:
        break;
    }
    return End();
}

CaptureReader::Next CaptureReader::begin()
{
    constexpr qsizetype MagicBytes = 4;
    if (rest().size() < MagicBytes)
        return m_finished ? fail(Kind::NotACapture) : Next(NeedMore());
    if (u32(rest(), 0) == SectionHeader) {
        m_format = Format::Pcapng;
        return nextBlock();
    }
    for (const bool bigEndian : {false, true}) {
        m_bigEndian = bigEndian;
        const quint32 magic = u32(rest(), 0);
        if (magic == MicrosecondMagic)
            m_unitsPerSecond = 1'000'000;
        else if (magic == NanosecondMagic)
            m_unitsPerSecond = quint32(Nanoseconds);
        if (m_unitsPerSecond != 0)
            break;
    }
    if (m_unitsPerSecond == 0)
        return fail(Kind::NotACapture);
    if (rest().size() < FileHeaderBytes) {
        m_unitsPerSecond = 0;
        return waitFor(FileHeaderBytes);
    }
    m_linkType = u32(rest(), 20) & LinkTypeMask;
    consume(FileHeaderBytes);
    m_format = Format::Pcap;
    return nextRecord();
}

CaptureReader::Next CaptureReader::nextRecord()
{
    if (rest().size() < RecordHeaderBytes)
        return waitFor(RecordHeaderBytes);
    const quint32 captured = u32(rest(), 8);
    if (captured > MaxRecordBytes)
        return fail(Kind::AbsurdLength, captured);
    const qsizetype size = RecordHeaderBytes + qsizetype(captured);
    if (rest().size() < size)
        return waitFor(size);
    Packet packet;
    packet.linkType = m_linkType;
    packet.fileOffset = m_fileOffset;
    packet.length = qMax(u32(rest(), 12), captured);
    packet.bytes = rest().sliced(RecordHeaderBytes, captured).toByteArray();
    const qint64 fraction = qint64(u32(rest(), 4)) * (Nanoseconds / m_unitsPerSecond);
    packet.at = base::Instant(base::Duration(qint64(u32(rest(), 0)) * Nanoseconds + fraction));
    consume(size);
    return packet;
}

CaptureReader::Next CaptureReader::nextBlock()
{
    while (true) {
        if (m_skip > 0 || rest().size() < BlockFrameBytes)
            return waitFor(BlockFrameBytes);
        const quint32 type = u32(rest(), 0);
        if (type == SectionHeader) { // the same in both byte orders
            m_bigEndian = qFromBigEndian<quint32>(rest().data() + 8) == ByteOrderMagic;
            if (u32(rest(), 8) != ByteOrderMagic)
                return fail(Kind::BadBlock);
        }
        const quint32 length = u32(rest(), 4);
        if (length < BlockFrameBytes || length % 4 != 0)
            return fail(Kind::BadBlock, length);
        if (length > MaxRecordBytes) {
            if (isPacket(type) || type == SectionHeader || type == InterfaceDescription)
                return fail(Kind::AbsurdLength, length);
            m_skip = qMax(qint64(0), qint64(length) - rest().size());
            consume(qMin(rest().size(), qsizetype(length)));
            continue;
        }
        const qsizetype size = qsizetype(length);
        if (rest().size() < size)
            return waitFor(size);
        if (u32(rest(), size - 4) != length)
            return fail(Kind::BadBlock, length);
        Block block = readBlock(type, rest().sliced(8, size - BlockFrameBytes));
        consume(size);
        if (auto *packet = std::get_if<Packet>(&block))
            return std::move(*packet);
        if (const auto *found = std::get_if<CaptureProblem>(&block))
            return *found;
    }
}

CaptureReader::Block CaptureReader::readBlock(quint32 type, QByteArrayView body)
{
    switch (type) {
    case SectionHeader:
        m_interfaces.clear();
        return Skipped();
    case InterfaceDescription:
        return readInterface(body);
    case EnhancedPacket:
        return body.size() < 20 ? Block(problem(Kind::BadBlock)) : readPacket(body, u32(body, 0), 4);
    case ObsoletePacket: // two bytes of interface, two that count drops
        return body.size() < 20 ? Block(problem(Kind::BadBlock)) : readPacket(body, u16(body, 0), 4);
    case SimplePacket:
        return readSimplePacket(body);
    default:
        return Skipped();
    }
}

CaptureReader::Block CaptureReader::readInterface(QByteArrayView body)
{
    constexpr qsizetype FixedBytes = 8;
    if (body.size() < FixedBytes)
        return problem(Kind::BadBlock);
    if (m_interfaces.size() >= MaxInterfaces)
        return problem(Kind::TooManyInterfaces);
    Interface interface;
    interface.linkType = u16(body, 0);
    interface.snapLength = u32(body, 4);
    readInterfaceOptions(body.sliced(FixedBytes), interface);
    m_interfaces.push_back(interface);
    return Skipped();
}

void CaptureReader::readInterfaceOptions(QByteArrayView options, Interface &interface) const
{
    constexpr qsizetype OptionHeader = 4;
    while (options.size() >= OptionHeader) {
        const quint16 code = u16(options, 0);
        const qsizetype length = u16(options, 2);
        const qsizetype padded = OptionHeader + (length + 3) / 4 * 4;
        if (code == 0 || options.size() < OptionHeader + length)
            return;
        const QByteArrayView value = options.sliced(OptionHeader, length);
        if (code == TimeResolution && length >= 1) {
            const quint8 exponent = quint8(value[0]) & 0x7f;
            interface.unitBase = quint8(value[0]) & 0x80 ? 2 : 10;
            interface.unitsPerSecond = 1;
            const int most = interface.unitBase == 2 ? 63 : 19; // of 64 bits
            for (int i = 0; i < qMin(int(exponent), most); ++i)
                interface.unitsPerSecond *= interface.unitBase;
        } else if (code == TimeOffset && length >= 8) {
            interface.offsetSeconds =
                m_bigEndian ? qFromBigEndian<qint64>(value.data()) : qFromLittleEndian<qint64>(value.data());
        }
        options = options.sliced(qMin(padded, options.size()));
    }
}

// Of both kinds: high and low half of the time, captured length, length on the wire, bytes.
CaptureReader::Block CaptureReader::readPacket(QByteArrayView body, quint32 interface, qsizetype timeAt)
{
    if (interface >= m_interfaces.size())
        return problem(Kind::UnknownInterface, interface);
    const quint32 captured = u32(body, timeAt + 8);
    const qsizetype bytesAt = timeAt + 16;
    if (captured > body.size() - bytesAt)
        return problem(Kind::BadBlock, captured);
    Packet packet;
    packet.linkType = m_interfaces[interface].linkType;
    packet.fileOffset = m_fileOffset;
    packet.length = qMax(u32(body, timeAt + 12), captured);
    packet.bytes = body.sliced(bytesAt, captured).toByteArray();
    setTime(packet, quint64(u32(body, timeAt)) << 32 | u32(body, timeAt + 4), m_interfaces[interface]);
    return packet;
}

CaptureReader::Block CaptureReader::readSimplePacket(QByteArrayView body)
{
    if (m_interfaces.empty())
        return problem(Kind::UnknownInterface, 0);
    if (body.size() < 4)
        return problem(Kind::BadBlock);
    const Interface &interface = m_interfaces.front();
    Packet packet;
    packet.linkType = interface.linkType;
    packet.fileOffset = m_fileOffset;
    packet.timed = false;
    packet.length = u32(body, 0);
    qint64 captured = qMin(packet.length, qint64(body.size()) - 4);
    if (interface.snapLength > 0)
        captured = qMin(captured, qint64(interface.snapLength));
    packet.bytes = body.sliced(4, qsizetype(captured)).toByteArray();
    return packet;
}

void CaptureReader::setTime(Packet &packet, quint64 units, const Interface &interface)
{
    quint64 perSecond = interface.unitsPerSecond;
    const quint64 seconds = units / perSecond;
    quint64 fraction = units % perSecond;
    while (perSecond > quint64(Nanoseconds) * 10) { // so that the product below fits
        perSecond /= interface.unitBase;
        fraction /= interface.unitBase;
    }
    const qint64 offset = interface.offsetSeconds;
    packet.timed = seconds <= quint64(MaxSeconds) && offset >= -MaxSeconds && offset <= MaxSeconds &&
                   qint64(seconds) + offset >= 0 && qint64(seconds) + offset <= MaxSeconds;
    if (!packet.timed)
        return;
    const quint64 nanoseconds = qMin(fraction, perSecond) * quint64(Nanoseconds) / perSecond;
    packet.at = base::Instant(base::Duration((qint64(seconds) + offset) * Nanoseconds + qint64(nanoseconds)));
}

} // namespace nodescope::protocol::capture
