#include "protocol/capture/PacketParser.h"

#include <algorithm>

#include "protocol/Bytes.h"

namespace nodescope::protocol::capture {

namespace {

using Outcome = std::variant<TcpSegment, NoSegment>;

// www.tcpdump.org/linktypes.html
enum LinkType : quint32 {
    Null = 0,
    Ethernet = 1,
    RawBsd = 12,
    RawOpenBsd = 14,
    Raw = 101,
    Loop = 108,
    LinuxCooked = 113,
    Ipv4Only = 228,
    Ipv6Only = 229,
    LinuxCooked2 = 276
};

constexpr quint16 EtherIpv4 = 0x0800;
constexpr quint16 EtherIpv6 = 0x86dd;
constexpr quint8 ProtocolTcp = 6;

bool isVlan(quint16 etherType)
{
    return etherType == 0x8100 || etherType == 0x88a8 || etherType == 0x9100;
}

// What there is of an IP payload, and how much of it was cut off.
struct Piece
{
    QByteArrayView bytes;
    qint64 missing = 0;
};

Outcome parseTcp(const Piece &piece, TcpSegment segment)
{
    constexpr qsizetype FixedHeader = 20;
    ByteReader reader(piece.bytes);
    segment.from.port = reader.u16();
    segment.to.port = reader.u16();
    segment.sequence = reader.u32();
    segment.acknowledged = reader.u32();
    const quint8 offset = reader.u8() >> 4;
    const quint8 flags = reader.u8();
    const qsizetype headerBytes = qsizetype(offset) * 4;
    if (!reader.ok() || piece.bytes.size() < headerBytes)
        return piece.missing > 0 ? NoSegment::CutShort : NoSegment::Malformed;
    if (headerBytes < FixedHeader)
        return NoSegment::Malformed;
    segment.fin = flags & 0x01;
    segment.syn = flags & 0x02;
    segment.reset = flags & 0x04;
    segment.acknowledges = flags & 0x10;
    segment.payload = piece.bytes.sliced(headerBytes);
    segment.missing = piece.missing;
    return segment;
}

// `declared` bytes by the header, less than captured or more; 0 where the network card cuts segments.
Piece pieceOf(QByteArrayView captured, qint64 declared, qint64 cutOff)
{
    if (declared == 0)
        return {captured, cutOff};
    if (declared <= captured.size())
        return {captured.first(qsizetype(declared)), 0};
    return {captured, declared - captured.size()};
}

Outcome parseIpv4(QByteArrayView bytes, qint64 cutOff)
{
    ByteReader reader(bytes);
    const quint8 first = reader.u8();
    (void)reader.u8();
    const qint64 total = reader.u16();
    (void)reader.u16();
    const quint16 fragment = reader.u16();
    (void)reader.u8();
    const quint8 protocol = reader.u8();
    (void)reader.u16();
    const QByteArrayView from = reader.take(4);
    const QByteArrayView to = reader.take(4);
    const qsizetype headerBytes = qsizetype(first & 0xf) * 4;
    if (!reader.ok() || bytes.size() < headerBytes)
        return cutOff > 0 ? NoSegment::CutShort : NoSegment::Malformed;
    if (first >> 4 != 4 || headerBytes < 20 || (total != 0 && total < headerBytes))
        return NoSegment::Malformed;
    if (protocol != ProtocolTcp)
        return NoSegment::NotTcp;
    constexpr quint16 MoreFragmentsAndOffset = 0x3fff;
    if (fragment & MoreFragmentsAndOffset)
        return NoSegment::IpFragment;
    TcpSegment segment;
    std::copy(from.begin(), from.end(), segment.from.address.begin());
    std::copy(to.begin(), to.end(), segment.to.address.begin());
    const qint64 declared = total == 0 ? 0 : total - headerBytes;
    if (total != 0 && declared == 0)
        return NoSegment::Malformed;
    return parseTcp(pieceOf(bytes.sliced(headerBytes), declared, cutOff), segment);
}

// RFC 8200, 4. Answers with the protocol behind the extension headers, and moves `bytes` there.
std::variant<quint8, NoSegment> skipExtensions(quint8 next, QByteArrayView &bytes)
{
    enum : quint8 { HopByHop = 0, Routing = 43, Fragment = 44, Authentication = 51, Destination = 60 };
    while (true) {
        qsizetype size = 0;
        if (next != HopByHop && next != Routing && next != Destination && next != Fragment &&
            next != Authentication)
            return next;
        if (bytes.size() < 8)
            return NoSegment::CutShort;
        if (next == Fragment) {
            constexpr quint16 OffsetAndMore = 0xfff9;
            if (ByteReader(bytes.sliced(2)).u16() & OffsetAndMore)
                return NoSegment::IpFragment;
            size = 8;
        } else {
            const qsizetype units = quint8(bytes[1]);
            size = next == Authentication ? (units + 2) * 4 : (units + 1) * 8;
        }
        if (bytes.size() < size)
            return NoSegment::CutShort;
        next = quint8(bytes[0]);
        bytes = bytes.sliced(size);
    }
}

Outcome parseIpv6(QByteArrayView bytes, qint64 cutOff)
{
    ByteReader reader(bytes);
    (void)reader.u32();
    const qint64 payload = reader.u16();
    const quint8 next = reader.u8();
    (void)reader.u8();
    const QByteArrayView from = reader.take(16);
    const QByteArrayView to = reader.take(16);
    if (!reader.ok())
        return cutOff > 0 ? NoSegment::CutShort : NoSegment::Malformed;
    QByteArrayView rest = reader.rest();
    const qsizetype before = rest.size();
    const auto protocol = skipExtensions(next, rest);
    if (const auto *none = std::get_if<NoSegment>(&protocol))
        return *none;
    if (std::get<quint8>(protocol) != ProtocolTcp)
        return NoSegment::NotTcp;
    const qint64 extensions = before - rest.size();
    if (payload != 0 && payload <= extensions)
        return NoSegment::Malformed;
    TcpSegment segment;
    segment.from.addressBytes = segment.to.addressBytes = 16;
    std::copy(from.begin(), from.end(), segment.from.address.begin());
    std::copy(to.begin(), to.end(), segment.to.address.begin());
    return parseTcp(pieceOf(rest, payload == 0 ? 0 : payload - extensions, cutOff), segment);
}

Outcome parseIp(QByteArrayView bytes, qint64 cutOff)
{
    if (bytes.isEmpty())
        return cutOff > 0 ? NoSegment::CutShort : NoSegment::Malformed;
    const int version = quint8(bytes[0]) >> 4;
    if (version == 4)
        return parseIpv4(bytes, cutOff);
    return version == 6 ? parseIpv6(bytes, cutOff) : Outcome(NoSegment::NotTcp);
}

// `typeAt`: where the type of what follows stands; `size`: the bytes of the link layer.
Outcome parseEtherType(QByteArrayView bytes, qsizetype typeAt, qsizetype size, qint64 cutOff)
{
    if (bytes.size() < size)
        return NoSegment::CutShort;
    quint16 type = ByteReader(bytes.sliced(typeAt)).u16();
    QByteArrayView rest = bytes.sliced(size);
    while (isVlan(type)) {
        constexpr qsizetype TagBytes = 4;
        if (rest.size() < TagBytes)
            return NoSegment::CutShort;
        type = ByteReader(rest.sliced(2)).u16();
        rest = rest.sliced(TagBytes);
    }
    return type == EtherIpv4 || type == EtherIpv6 ? parseIp(rest, cutOff) : Outcome(NoSegment::NotTcp);
}

QString ipv6Text(const std::array<quint8, 16> &address)
{
    std::array<quint16, 8> groups{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = quint16(address[2 * i] << 8 | address[2 * i + 1]);
    // RFC 5952: the first longest run of zeros is left out.
    std::size_t runAt = groups.size();
    std::size_t run = 1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::size_t length = 0;
        while (i + length < groups.size() && groups[i + length] == 0)
            ++length;
        if (length > run) {
            run = length;
            runAt = i;
        }
    }
    QString text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == runAt) {
            text += QLatin1String("::");
            i += run - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups[i], 16);
    }
    return text;
}

} // namespace

QString Endpoint::text() const
{
    const QString number = QString::number(port);
    if (addressBytes != 4)
        return u'[' + ipv6Text(address) + QLatin1String("]:") + number;
    QStringList parts;
    for (std::size_t i = 0; i < 4; ++i)
        parts.append(QString::number(address[i]));
    return parts.join(u'.') + u':' + number;
}

Outcome parsePacket(const Packet &packet)
{
    const QByteArrayView bytes = packet.bytes;
    const qint64 cutOff = packet.length - bytes.size();
    constexpr qsizetype FamilyBytes = 4;
    switch (packet.linkType) {
    case Ethernet:
        return parseEtherType(bytes, 12, 14, cutOff);
    case LinuxCooked:
        return parseEtherType(bytes, 14, 16, cutOff);
    case LinuxCooked2:
        return parseEtherType(bytes, 0, 20, cutOff);
    case Null:
    case Loop: // the family's number differs between systems; the packet says it, too
        return bytes.size() < FamilyBytes ? NoSegment::CutShort : parseIp(bytes.sliced(FamilyBytes), cutOff);
    case RawBsd:
    case RawOpenBsd:
    case Raw:
    case Ipv4Only:
    case Ipv6Only:
        return parseIp(bytes, cutOff);
    default:
        return NoSegment::UnknownLinkType;
    }
}

} // namespace nodescope::protocol::capture
