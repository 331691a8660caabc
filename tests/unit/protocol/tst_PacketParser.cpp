#include <QtTest>

#include <QRandomGenerator>

#include "protocol/capture/PacketParser.h"
#include "support/CaptureWriter.h"

using namespace nodescope::protocol::capture;
using nodescope::test::CaptureWriter;
using nodescope::test::TcpTalk;

namespace {

Packet packetOf(quint32 linkType, const QByteArray &bytes, qint64 cutOff = 0)
{
    Packet packet;
    packet.linkType = linkType;
    packet.bytes = bytes;
    packet.length = bytes.size() + cutOff;
    return packet;
}

// The segment's payload, or the reason why there is none.
QString outcomeOf(const Packet &packet)
{
    const auto parsed = parsePacket(packet);
    if (const auto *segment = std::get_if<TcpSegment>(&parsed))
        return QStringLiteral("%1+%2").arg(QString::fromLatin1(segment->payload)).arg(segment->missing);
    return QStringLiteral("none %1").arg(int(std::get<NoSegment>(parsed)));
}

QString none(NoSegment reason)
{
    return QStringLiteral("none %1").arg(int(reason));
}

QByteArray ipOf(const QByteArray &payload, bool ipv6 = false)
{
    const TcpTalk talk({5000, 5001, ipv6});
    return talk.ip(talk.tcp(true, TcpTalk::Ack, 77, 88, payload), true);
}

} // namespace

class tst_PacketParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkTypes()
    {
        for (const bool ipv6 : {false, true}) {
            const QByteArray ip = ipOf("hello", ipv6);
            const QByteArray type = QByteArray::fromHex(ipv6 ? "86dd" : "0800");
            QCOMPARE(outcomeOf(packetOf(101, ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(12, ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(14, ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(ipv6 ? 229 : 228, ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(0, QByteArray(4, '\2') + ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(108, QByteArray(4, '\2') + ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(1, QByteArray(12, 'm') + type + ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(113, QByteArray(14, 'm') + type + ip)), QStringLiteral("hello+0"));
            QCOMPARE(outcomeOf(packetOf(276, type + QByteArray(18, 'm') + ip)), QStringLiteral("hello+0"));
            const QByteArray tags = QByteArray::fromHex("88a8000181000002");
            QCOMPARE(outcomeOf(packetOf(1, QByteArray(12, 'm') + tags + type + ip)),
                     QStringLiteral("hello+0"));
        }
        QCOMPARE(outcomeOf(packetOf(147, ipOf("x"))), none(NoSegment::UnknownLinkType));
        const QByteArray arp = QByteArray(12, 'm') + QByteArray::fromHex("0806") + QByteArray(28, 'a');
        QCOMPARE(outcomeOf(packetOf(1, arp)), none(NoSegment::NotTcp));
    }
    void fields()
    {
        const QByteArray ip = ipOf("hello");
        const Packet packet = packetOf(101, ip);
        const auto parsed = parsePacket(packet);
        const TcpSegment &segment = std::get<TcpSegment>(parsed);
        QCOMPARE(segment.from.text(), QStringLiteral("127.0.0.1:5000"));
        QCOMPARE(segment.to.text(), QStringLiteral("127.0.0.2:5001"));
        QCOMPARE(segment.sequence, 77u);
        QCOMPARE(segment.acknowledged, 88u);
        QVERIFY(segment.acknowledges && !segment.syn && !segment.fin && !segment.reset);
        const Packet six = packetOf(101, ipOf({}, true));
        const auto parsedSix = parsePacket(six);
        QCOMPARE(std::get<TcpSegment>(parsedSix).from.text(), QStringLiteral("[fd00::1]:5000"));
    }
    void addresses()
    {
        const auto text = [](const char *hex) {
            Endpoint endpoint;
            endpoint.addressBytes = 16;
            const QByteArray raw = QByteArray::fromHex(hex);
            std::copy(raw.begin(), raw.end(), endpoint.address.begin());
            return endpoint.text();
        };
        QCOMPARE(text("00000000000000000000000000000001"), QStringLiteral("[::1]:0"));
        QCOMPARE(text("00000000000000000000000000000000"), QStringLiteral("[::]:0"));
        QCOMPARE(text("20010db8000000010000000000000000"), QStringLiteral("[2001:db8:0:1::]:0"));
        QCOMPARE(text("20010db8000000010001000100010001"), QStringLiteral("[2001:db8:0:1:1:1:1:1]:0"));
        QCOMPARE(text("00010002000300040005000600070008"), QStringLiteral("[1:2:3:4:5:6:7:8]:0"));
    }
    void lengths()
    {
        // Padding of Ethernet is no payload.
        const QByteArray padded = QByteArray(12, 'm') + QByteArray::fromHex("0800") + ipOf("hi") + "padding";
        QCOMPARE(outcomeOf(packetOf(1, padded)), QStringLiteral("hi+0"));
        // Cut by the snap length.
        QCOMPARE(outcomeOf(packetOf(101, ipOf("hello").chopped(3), 3)), QStringLiteral("he+3"));
        QCOMPARE(outcomeOf(packetOf(101, ipOf("hello").left(38), 10)), none(NoSegment::CutShort));
        QCOMPARE(outcomeOf(packetOf(101, ipOf("hello", true).chopped(3), 3)), QStringLiteral("he+3"));
        // Segmentation that the card does: the length is 0.
        QByteArray large = ipOf("hello");
        large[2] = large[3] = 0;
        QCOMPARE(outcomeOf(packetOf(101, large)), QStringLiteral("hello+0"));
        QCOMPARE(outcomeOf(packetOf(101, large, 100)), QStringLiteral("hello+100"));
    }
    void options()
    {
        QByteArray ip = ipOf("hello");
        ip[0] = 0x47;
        ip[3] = char(ip[3] + 8);
        ip.insert(20, QByteArray(8, '\1'));
        QCOMPARE(outcomeOf(packetOf(101, ip)), QStringLiteral("hello+0"));
        QByteArray tcp = ipOf("hello");
        tcp[32] = char(7 << 4);
        tcp[3] = char(tcp[3] + 8);
        tcp.insert(40, QByteArray(8, '\1'));
        QCOMPARE(outcomeOf(packetOf(101, tcp)), QStringLiteral("hello+0"));
    }
    void fragments()
    {
        for (const char *flags : {"2000", "0001", "3fff"}) {
            QByteArray ip = ipOf("hello");
            ip.replace(6, 2, QByteArray::fromHex(flags));
            QCOMPARE(outcomeOf(packetOf(101, ip)), none(NoSegment::IpFragment));
        }
        QByteArray whole = ipOf("hello"); // "don't fragment" is none
        whole.replace(6, 2, QByteArray::fromHex("4000"));
        QCOMPARE(outcomeOf(packetOf(101, whole)), QStringLiteral("hello+0"));
    }
    void extensionHeaders()
    {
        const auto with = [](const QByteArray &extensions, quint8 first) {
            QByteArray ip = ipOf("hello", true);
            ip[6] = char(first);
            ip[5] = char(ip[5] + extensions.size());
            return ip.insert(40, extensions);
        };
        const QByteArray hopByHop = QByteArray::fromHex("2b00") + QByteArray(6, '\0');
        const QByteArray routing = QByteArray::fromHex("3c01") + QByteArray(14, '\0');
        const QByteArray destination = QByteArray::fromHex("0600") + QByteArray(6, '\0');
        QCOMPARE(outcomeOf(packetOf(101, with(hopByHop + routing + destination, 0))),
                 QStringLiteral("hello+0"));
        const QByteArray atomic = QByteArray::fromHex("0600000012345678");
        QCOMPARE(outcomeOf(packetOf(101, with(atomic, 44))), QStringLiteral("hello+0"));
        const QByteArray fragment = QByteArray::fromHex("0600000112345678");
        QCOMPARE(outcomeOf(packetOf(101, with(fragment, 44))), none(NoSegment::IpFragment));
        const QByteArray authentication = QByteArray::fromHex("0604") + QByteArray(22, '\0');
        QCOMPARE(outcomeOf(packetOf(101, with(authentication, 51))), QStringLiteral("hello+0"));
        QCOMPARE(outcomeOf(packetOf(101, with(QByteArray::fromHex("00ff000000000000"), 0))),
                 none(NoSegment::CutShort));
        QCOMPARE(outcomeOf(packetOf(101, with({}, 17))), none(NoSegment::NotTcp));
    }
    void garbage()
    {
        QRandomGenerator random(9);
        for (const quint32 linkType : {0u, 1u, 12u, 101u, 108u, 113u, 228u, 229u, 276u, 999u}) {
            for (int round = 0; round < 3000; ++round) {
                QByteArray bytes =
                    round % 2 ? ipOf("hello", round % 4 == 1) : QByteArray(random.bounded(80), 'x');
                for (int i = 0; i < 3 && !bytes.isEmpty(); ++i)
                    bytes[random.bounded(int(bytes.size()))] = char(random.generate());
                bytes.truncate(random.bounded(int(bytes.size()) + 1));
                const Packet packet = packetOf(linkType, bytes, random.bounded(2) * 5);
                const auto parsed = parsePacket(packet);
                if (const auto *segment = std::get_if<TcpSegment>(&parsed))
                    QVERIFY(segment->payload.size() <= bytes.size() && segment->missing >= 0);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_PacketParser)
#include "tst_PacketParser.moc"
