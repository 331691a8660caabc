#include <QtTest>

#include <QRandomGenerator>

#include "Observed.h"
#include "protocol/capture/CaptureDissector.h"
#include "support/CaptureWriter.h"

using namespace observed;
using namespace nodescope::protocol::capture;
using nodescope::test::CaptureWriter;
using nodescope::test::TcpTalk;

namespace {

struct Result
{
    CaptureEvents events;
    CaptureSummary summary;

    // What dissectors said.
    template<class T>
    [[nodiscard]] std::vector<const T *> all(int stream = 0) const
    {
        std::vector<const T *> found;
        for (const DissectorEvent *event : top<DissectorEvent>(stream)) {
            if (const T *one = event->as<T>())
                found.push_back(one);
        }
        return found;
    }
    // What the capture as such holds.
    template<class T>
    [[nodiscard]] std::vector<const T *> top(int stream = 0) const
    {
        std::vector<const T *> found;
        for (const CaptureEvent &event : events) {
            const T *one = event.as<T>();
            if (one && (stream == 0 || event.stream == stream))
                found.push_back(one);
        }
        return found;
    }
    // What was said of one end of a stream, with the places.
    [[nodiscard]] QStringList texts(int stream, Role sender) const
    {
        DissectorEvents found;
        for (const CaptureEvent &event : events) {
            const auto *dissected = event.as<DissectorEvent>();
            if (dissected && event.stream == stream)
                found.push_back(*dissected);
        }
        return textsOf(found, sender);
    }
};

Result dissect(const QByteArray &file, qsizetype slice = 1 << 20)
{
    CaptureDissector dissector;
    Result result;
    const auto keep = [&result](CaptureEvents more) {
        for (CaptureEvent &event : more)
            result.events.push_back(std::move(event));
    };
    for (qsizetype at = 0; at < file.size(); at += slice)
        keep(dissector.append(file.mid(at, slice)));
    keep(dissector.finish());
    result.summary = dissector.summary();
    return result;
}

Result dissect(const std::vector<QByteArray> &packets)
{
    CaptureWriter writer;
    writer.packets(packets);
    return dissect(writer.bytes);
}

TcpTalk talkOf(const Link &link, TcpTalk::Ends ends = {}, qsizetype most = 1400)
{
    TcpTalk talk(ends);
    talk.open();
    for (const Link::Part &part : link.parts)
        talk.send(part.sender == Role::Initiator, part.bytes, most);
    talk.close();
    return talk;
}

Observer referenceOf(const Link &link)
{
    Observer reference;
    reference.feed(link);
    reference.closed(Role::Initiator);
    reference.closed(Role::Acceptor);
    return reference;
}

// An EPMD conversation: somebody asks where a node listens.
TcpTalk lookUp(quint16 port, const QString &name, quint16 clientPort = 50000, quint16 epmdPort = 4369)
{
    epmd::PortReply found;
    found.registration.name = name;
    found.registration.port = port;
    TcpTalk talk({clientPort, epmdPort, false});
    talk.open();
    talk.send(TcpTalk::Client, epmd::encode(epmd::Request(epmd::PortRequest{name})));
    talk.send(TcpTalk::Server, epmd::encode(epmd::Reply(found)));
    talk.close(false);
    return talk;
}

} // namespace

/// Whole capture files: streams are found, put in order and read.
class tst_CaptureDissector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void slices();
    void smallSegments();
    void disorder();
    void repetitions();
    void severalAtOnce();
    void portReuse();
    void epmdTeachesPorts();
    void beganInTheMiddle();
    void withoutSyn();
    void oneDirection();
    void lostSegments();
    void snapLength();
    void resets();
    void foreignStreams();
    void ipFragments();
    void truncatedFile();
    void flippedFile();
    void manyConnections();
};

void tst_CaptureDissector::formats_data()
{
    QTest::addColumn<bool>("pcapng");
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<int>("linkType");
    QTest::addColumn<bool>("ipv6");
    for (const int linkType : {0, 1, 101, 108, 113, 276}) {
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d-%d", linkType, i) << bool(i & 1) << bool(i & 2) << linkType << bool(i & 4);
    }
}

void tst_CaptureDissector::formats()
{
    QFETCH(bool, pcapng);
    QFETCH(bool, bigEndian);
    QFETCH(int, linkType);
    QFETCH(bool, ipv6);
    const Link link = busyLink();
    CaptureWriter writer({pcapng, bigEndian, pcapng, quint32(linkType), 100'000});
    writer.packets(talkOf(link, {40000, 40001, ipv6}).packets);
    const Result result = dissect(writer.bytes);
    const Observer reference = referenceOf(link);
    QCOMPARE(result.texts(1, Role::Initiator), textsOf(reference.events, Role::Initiator));
    QCOMPARE(result.texts(1, Role::Acceptor), textsOf(reference.events, Role::Acceptor));
    QCOMPARE(result.summary.streams, 1);
    const auto found = result.top<StreamFound>();
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0]->server.port, quint16(40001));
    QVERIFY(result.top<CaptureProblem>().empty());
    QCOMPARE(result.events.front().at.time_since_epoch().count(), 1'700'000'000'004'000'000);
}

void tst_CaptureDissector::slices()
{
    const Link link = busyLink();
    CaptureWriter writer;
    writer.packets(talkOf(link).packets);
    const Result whole = dissect(writer.bytes);
    for (const qsizetype slice : {qsizetype(1), qsizetype(7), qsizetype(333)})
        QCOMPARE(dissect(writer.bytes, slice).texts(1, Role::Acceptor), whole.texts(1, Role::Acceptor));
}

void tst_CaptureDissector::smallSegments()
{
    const Link link = busyLink();
    const Observer reference = referenceOf(link);
    for (const qsizetype most : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(50)}) {
        const Result result = dissect(talkOf(link, {}, most).packets);
        QCOMPARE(result.texts(1, Role::Initiator), textsOf(reference.events, Role::Initiator));
        QCOMPARE(result.texts(1, Role::Acceptor), textsOf(reference.events, Role::Acceptor));
    }
}

// Neighbours swapped, as captures from several queues have them.
void tst_CaptureDissector::disorder()
{
    const Link link = busyLink();
    const Observer reference = referenceOf(link);
    QRandomGenerator random(6);
    for (int round = 0; round < 100; ++round) {
        std::vector<QByteArray> packets = talkOf(link, {}, 60).packets;
        for (std::size_t i = 4; i + 1 < packets.size(); ++i) {
            if (random.bounded(3) == 0)
                std::swap(packets[i], packets[i + 1]);
        }
        const Result result = dissect(packets);
        QCOMPARE(result.texts(1, Role::Initiator), textsOf(reference.events, Role::Initiator));
        QCOMPARE(result.texts(1, Role::Acceptor), textsOf(reference.events, Role::Acceptor));
    }
}

void tst_CaptureDissector::repetitions()
{
    const Link link = busyLink();
    std::vector<QByteArray> packets;
    for (const QByteArray &packet : talkOf(link, {}, 100).packets)
        packets.insert(packets.end(), {packet, packet});
    QCOMPARE(dissect(packets).texts(1, Role::Acceptor), textsOf(referenceOf(link).events, Role::Acceptor));
    QCOMPARE(dissect(packets).summary.streams, 1);
}

void tst_CaptureDissector::severalAtOnce()
{
    const Link link = busyLink();
    const Observer reference = referenceOf(link);
    std::vector<std::vector<QByteArray>> talks;
    for (quint16 i = 0; i < 5; ++i)
        talks.push_back(talkOf(link, {quint16(40000 + i), 6000, i % 2 == 1}, 70).packets);
    std::vector<QByteArray> packets;
    for (std::size_t at = 0; at < talks[0].size(); ++at) {
        for (const auto &talk : talks)
            packets.push_back(talk[at]);
    }
    const Result result = dissect(packets);
    QCOMPARE(result.summary.streams, 5);
    for (int stream = 1; stream <= 5; ++stream) {
        QCOMPARE(result.texts(stream, Role::Initiator), textsOf(reference.events, Role::Initiator));
        QCOMPARE(result.texts(stream, Role::Acceptor), textsOf(reference.events, Role::Acceptor));
    }
}

void tst_CaptureDissector::portReuse()
{
    const Link link = busyLink();
    TcpTalk first({}, 1000, 2000);
    TcpTalk second({}, 900'000, 7'000'000);
    for (TcpTalk *talk : {&first, &second}) {
        talk->open();
        for (const Link::Part &part : link.parts)
            talk->send(part.sender == Role::Initiator, part.bytes);
    }
    // The first was never closed, as far as we saw; its SYN is sent twice.
    std::vector<QByteArray> packets = first.packets;
    packets.insert(packets.begin(), first.packets.front());
    packets.insert(packets.end(), second.packets.begin(), second.packets.end());
    const Result result = dissect(packets);
    QCOMPARE(result.summary.streams, 2);
    QCOMPARE(result.texts(1, Role::Acceptor), result.texts(2, Role::Acceptor));
    QVERIFY(result.texts(1, Role::Acceptor).size() > 5);
    // Stray packets behind an end are nothing new.
    TcpTalk closed = talkOf(link);
    closed.add(TcpTalk::Server, TcpTalk::Ack, "stray");
    QCOMPARE(dissect(closed.packets).summary.streams, 1);
}

void tst_CaptureDissector::epmdTeachesPorts()
{
    const Link link = busyLink();
    for (const quint16 epmdPort : {quint16(4369), quint16(14369)}) {
        std::vector<QByteArray> packets = lookUp(40001, QStringLiteral("alice"), 50000, epmdPort).packets;
        const std::vector<QByteArray> talk = talkOf(link).packets;
        packets.insert(packets.end(), talk.begin(), talk.end());
        const Result result = dissect(packets);
        QCOMPARE(result.summary.streams, 2);
        QCOMPARE(result.top<StreamFound>().at(0)->kind, StreamFound::Kind::Epmd);
        QCOMPARE(result.top<StreamFound>().at(1)->node, QStringLiteral("alice"));
        const auto epmdEvents = result.top<EpmdEvent>(1);
        QCOMPARE(epmdEvents.size(), std::size_t(4)); // request, reply, two ends
        QVERIFY(epmdEvents[1]->as<epmd::Reply>());
    }
    // Whatever is spoken there: TLS is told as such.
    TcpTalk tls({});
    tls.open();
    tls.send(TcpTalk::Client, QByteArray::fromHex("1603010100") + QByteArray(256, 'x'));
    tls.send(TcpTalk::Server, QByteArray::fromHex("1603030100") + QByteArray(256, 'x'));
    tls.close();
    QCOMPARE(dissect(tls.packets).summary.streams, 0);
    std::vector<QByteArray> packets = lookUp(40001, QStringLiteral("alice")).packets;
    packets.insert(packets.end(), tls.packets.begin(), tls.packets.end());
    const Result result = dissect(packets);
    QCOMPARE(result.all<Opaque>(2).size(), std::size_t(1));
    QCOMPARE(result.all<Undecodable>(2).size(), std::size_t(2));
}

void tst_CaptureDissector::beganInTheMiddle()
{
    std::vector<QByteArray> all = talkOf(busyLink(), {}, 100).packets;
    const std::vector<QByteArray> middle(all.begin() + 20, all.end());
    QCOMPARE(dissect(middle).summary.streams, 0); // nobody can know what it is
    const std::vector<QByteArray> learned = lookUp(40001, QStringLiteral("alice")).packets;
    for (const std::size_t before : {std::size_t(0), std::size_t(5)}) {
        std::vector<QByteArray> packets(middle.begin(), middle.begin() + qsizetype(before));
        packets.insert(packets.end(), learned.begin(), learned.end());
        packets.insert(packets.end(), middle.begin() + qsizetype(before), middle.end());
        const Result result = dissect(packets);
        QCOMPARE(result.summary.streams, 2);
        const int stream = 2;
        QCOMPARE(result.all<BeganInTheMiddle>(stream).size(), std::size_t(1));
        QCOMPARE(result.top<StreamFound>(stream).at(0)->server.port, quint16(40001));
        QVERIFY(result.all<channel_event::Received>().empty());
        QVERIFY(!result.all<Undecodable>(stream).empty());
    }
}

// The SYNs were missed, the first bytes were not.
void tst_CaptureDissector::withoutSyn()
{
    const Link link = busyLink();
    std::vector<QByteArray> packets = talkOf(link).packets;
    packets.erase(packets.begin(), packets.begin() + 3);
    const Result result = dissect(packets);
    const Observer reference = referenceOf(link);
    QCOMPARE(result.texts(1, Role::Initiator), textsOf(reference.events, Role::Initiator));
    QCOMPARE(result.texts(1, Role::Acceptor), textsOf(reference.events, Role::Acceptor));
    // The first of the acceptor was missed, too: its number is known by what the initiator awaits.
    packets.erase(packets.begin() + 2);
    const Result lost = dissect(packets);
    QCOMPARE(lost.all<Gap>().size(), std::size_t(1));
    QVERIFY(!lost.all<Gap>().at(0)->framingKept);
    QVERIFY(lost.all<channel_event::Received>().size() > 4); // of the initiator
}

void tst_CaptureDissector::oneDirection()
{
    const Link link = busyLink();
    const TcpTalk talk = talkOf(link);
    for (const bool client : {true, false}) {
        std::vector<QByteArray> packets;
        for (const QByteArray &packet : talk.packets) {
            if (packet.mid(12, 4) == QByteArray::fromHex(client ? "7f000001" : "7f000002"))
                packets.push_back(packet);
        }
        const Result result = dissect(packets);
        QCOMPARE(result.summary.streams, 1);
        QCOMPARE(result.all<channel_event::Received>().size(), std::size_t(6));
    }
}

void tst_CaptureDissector::lostSegments()
{
    const Link link = busyLink();
    const Observer reference = referenceOf(link);
    const std::vector<QByteArray> all = talkOf(link, {}, 40).packets;
    int gaps = 0;
    for (std::size_t lost = 0; lost < all.size(); ++lost) {
        std::vector<QByteArray> packets = all;
        packets.erase(packets.begin() + qsizetype(lost));
        const Result result = dissect(packets);
        gaps += result.all<Gap>().empty() ? 0 : 1;
        for (const Role role : {Role::Initiator, Role::Acceptor}) {
            const QStringList truth = textsOf(reference.events, role);
            for (const CaptureEvent &event : result.events) {
                const auto *dissected = event.as<DissectorEvent>();
                const auto *received = dissected ? dissected->as<channel_event::Received>() : nullptr;
                if (!received || dissected->sender != role || received->signal.unknownAtoms > 0)
                    continue;
                QVERIFY(
                    truth.contains(QStringLiteral("%1 %2").arg(dissected->offset).arg(textOf(*dissected))));
            }
        }
    }
    QVERIFY(gaps > 20);
}

void tst_CaptureDissector::snapLength()
{
    CachingSender sender;
    HandshakeSettings a = handshake_test::initiatorSettings();
    HandshakeSettings b = handshake_test::acceptorSettings();
    a.flags = b.flags = masks::Recommended | Flag::DistHdrAtomCache;
    Link link = handshake(a, b);
    link.add(Role::Acceptor, sender.regSend("server", QByteArray(1000, 'x')));
    link.add(Role::Acceptor, sender.regSend("server", "short"));
    CaptureWriter writer({true, false, false, 101, 300});
    writer.packets(talkOf(link).packets);
    const Result result = dissect(writer.bytes);
    const auto gaps = result.all<Gap>();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0]->cause, Gap::Cause::CutShort);
    QVERIFY(gaps[0]->framingKept && !gaps[0]->atomsUnknown);
    const auto received = result.all<channel_event::Received>();
    QCOMPARE(received.size(), std::size_t(1));
    QCOMPARE(std::get<control::RegSend>(received[0]->signal.control).to, QStringLiteral("server"));
}

void tst_CaptureDissector::resets()
{
    TcpTalk talk({});
    talk.open();
    const Link link = captured(QStringLiteral("handshake_wrong_cookie.hex"));
    for (const Link::Part &part : link.parts)
        talk.send(part.sender == Role::Initiator, part.bytes);
    talk.reset(TcpTalk::Server);
    talk.add(TcpTalk::Client, TcpTalk::Ack, "stray");
    const Result result = dissect(talk.packets);
    const auto failed = result.all<HandshakeFailed>();
    QCOMPARE(failed.size(), std::size_t(1));
    QVERIFY(suggestsWrongCookie(*failed[0]));
    QVERIFY(result.all<Closed>().at(0)->reset);
}

void tst_CaptureDissector::foreignStreams()
{
    std::vector<QByteArray> packets;
    const std::vector<QByteArray> openings{
        "GET / HTTP/1.1\r\n\r\n",
        "SSH-2.0-x\r\n",
        QByteArray::fromHex("001d7a1201000001000000000000076578616d706c65"),
        QByteArray::fromHex("001d4e1201000001000000000000076578616d706c65") + QByteArray(20, 'e'),
        QByteArray(20'000, '\0'),
        QByteArray::fromHex("0001ff")};
    quint16 port = 1000;
    for (const QByteArray &opening : openings) {
        TcpTalk talk({++port, 80, false});
        talk.open();
        talk.send(TcpTalk::Client, opening);
        talk.send(TcpTalk::Server, QByteArray(3000, 'r'));
        talk.close();
        packets.insert(packets.end(), talk.packets.begin(), talk.packets.end());
    }
    const Result result = dissect(packets);
    QCOMPARE(result.summary.streams, 0);
    QCOMPARE(result.summary.otherStreams, qint64(openings.size()));
    QVERIFY(result.events.empty());
}

void tst_CaptureDissector::ipFragments()
{
    std::vector<QByteArray> packets = talkOf(busyLink()).packets;
    for (const std::size_t at : {std::size_t(3), std::size_t(5)})
        packets[at].replace(6, 2, QByteArray::fromHex("2000"));
    const Result result = dissect(packets);
    QCOMPARE(result.summary.ipFragments, 2);
    const auto problems = result.top<CaptureProblem>();
    QCOMPARE(problems.size(), std::size_t(1)); // told once
    QCOMPARE(problems[0]->kind, CaptureProblem::Kind::IpFragment);
    QVERIFY(!problems[0]->fatal);
}

void tst_CaptureDissector::truncatedFile()
{
    const Link link = busyLink();
    for (const bool pcapng : {false, true}) {
        CaptureWriter writer({pcapng, false, false, 1, 100'000});
        writer.packets(talkOf(link, {}, 500).packets);
        const QStringList whole = dissect(writer.bytes).texts(1, Role::Acceptor);
        for (qsizetype size = 0; size < writer.bytes.size(); ++size) {
            const Result part = dissect(writer.bytes.left(size), 2000);
            const QStringList texts = part.texts(1, Role::Acceptor);
            // The readable part is read; only what is said of its end differs.
            for (qsizetype i = 0; i < qMin(texts.size(), whole.size()); ++i) {
                if (texts.at(i).contains(QLatin1String("REG_SEND")))
                    QVERIFY(whole.contains(texts.at(i)));
            }
            QVERIFY(part.top<CaptureProblem>().size() <= 1);
        }
    }
}

void tst_CaptureDissector::flippedFile()
{
    const Link link = busyLink();
    QRandomGenerator random(8);
    for (const bool pcapng : {false, true}) {
        CaptureWriter writer({pcapng, false, false, 1, 100'000});
        writer.packets(talkOf(link, {}, 700).packets);
        for (qsizetype at = 0; at < writer.bytes.size(); ++at) {
            QByteArray changed = writer.bytes;
            changed[at] = char(changed[at] ^ (1 << random.bounded(8)));
            const Result result = dissect(changed);
            QVERIFY(result.summary.packets < 1000);
            for (const auto *received : result.all<channel_event::Received>())
                (void)received->signal.payload.decode();
        }
    }
}

void tst_CaptureDissector::manyConnections()
{
    CaptureWriter writer;
    CaptureDissector dissector;
    for (int i = 0; i < 70'000; ++i) {
        TcpTalk talk({quint16(i), quint16(1 + i / 65536), false});
        talk.add(TcpTalk::Client, TcpTalk::Syn, {});
        writer.packets(talk.packets);
    }
    const CaptureEvents events = dissector.append(writer.bytes);
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0].as<CaptureProblem>()->kind, CaptureProblem::Kind::TooManyStreams);
    QVERIFY(dissector.finish().empty());
    QCOMPARE(dissector.summary().segments, 70'000);
}

QTEST_APPLESS_MAIN(tst_CaptureDissector)
#include "tst_CaptureDissector.moc"
