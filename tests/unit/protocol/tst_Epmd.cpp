#include <QtTest>

#include <QRandomGenerator>

#include "Fixture.h"
#include "protocol/epmd/EpmdParsers.h"

using namespace nodescope::protocol;
using namespace nodescope::protocol::epmd;
using Kind = EpmdError::Kind;

namespace {

Registration fixtureNode()
{
    return {QStringLiteral("fixture"), 40123, quint8(NodeType::Hidden), 0, 6, 5, "xyz"};
}

// Feeds a reply in slices, then closes.
ReplyParser::Outcome read(RequestKind request, const QByteArray &bytes, qsizetype slice,
                          const Limits &limits = {})
{
    ReplyParser parser(request, limits);
    for (qsizetype i = 0; i < bytes.size(); i += slice) {
        if (auto done = parser.receive(bytes.mid(i, slice)))
            return *done;
    }
    return parser.peerClosed();
}

Kind errorOf(RequestKind request, const QByteArray &bytes, const Limits &limits = {})
{
    const auto outcome = read(request, bytes, 1 << 20, limits);
    return outcome ? Kind(255) : outcome.error().kind;
}

QByteArray namesOf(int count)
{
    NamesReply reply;
    reply.epmdPort = DefaultPort;
    for (int i = 0; i < count; ++i)
        reply.names.push_back({QStringLiteral("n%1").arg(i), 1000});
    return encode(Reply(reply));
}

} // namespace

class tst_Epmd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturedConversation();
    void requestsRoundTrip_data();
    void requestsRoundTrip();
    void repliesRoundTrip();
    void hostileReplies();
    void endlessReplies();
    void manyNames();
    void hostileRequests_data();
    void hostileRequests();
    void randomBytes();
};

void tst_Epmd::capturedConversation()
{
    const Fixture fixture = Fixture::load(QStringLiteral("epmd.hex"));
    QCOMPARE(fixture.lines.size(), std::size_t(20));
    const std::vector<Request> requests{
        AliveRequest{fixtureNode()},
        AliveRequest{fixtureNode()},
        AliveRequest{{QStringLiteral("oldone"), 40123, quint8(NodeType::Hidden), 0, 5, 5, "xyz"}},
        PortRequest{QStringLiteral("fixture")},
        PortRequest{QStringLiteral("nobody")},
        NamesRequest(),
        DumpRequest(),
        KillRequest(),
        StopRequest{QStringLiteral("nobody")},
        StopRequest{QStringLiteral("fixture")}};
    for (const qsizetype slice : {qsizetype(1), qsizetype(3), qsizetype(10000)}) {
        std::vector<ReplyParser::Outcome> replies;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            QCOMPARE(encode(requests[i]), fixture.lines[2 * i].bytes);
            replies.push_back(read(kindOf(requests[i]), fixture.lines[2 * i + 1].bytes, slice));
            // What our own server would say is the same.
            if (replies.back())
                QCOMPARE(encode(*replies.back()), fixture.lines[2 * i + 1].bytes);
        }
        const auto &accepted = std::get<AliveReply>(*replies[0]);
        QVERIFY(accepted.accepted() && accepted.wide && accepted.creation == 0x6b047080);
        QCOMPARE(std::get<AliveReply>(*replies[1]).result, quint8(1));
        QCOMPARE(std::get<AliveReply>(*replies[1]).creation, 99u);
        QVERIFY(!std::get<AliveReply>(*replies[2]).wide);
        QCOMPARE(std::get<PortReply>(*replies[3]).registration, fixtureNode());
        QVERIFY(!std::get<PortReply>(*replies[4]).found());
        const auto &names = std::get<NamesReply>(*replies[5]);
        QCOMPARE(names.epmdPort, 17431u);
        QCOMPARE(names.names.size(), std::size_t(3));
        QCOMPARE(names.names[1], (NamePort{QStringLiteral("fixture"), 40123}));
        QCOMPARE(names.unreadableLines, 0);
        const auto &dump = std::get<DumpReply>(*replies[6]);
        QCOMPARE(dump.lines.size(), std::size_t(3));
        QCOMPARE(dump.lines[2], (DumpLine{QStringLiteral("oldone"), 40123, 8, false}));
        QCOMPARE(dump.lines[0], (DumpLine{QStringLiteral("fixture"), 40123, 6, true}));
        QVERIFY(!std::get<KillReply>(*replies[7]).accepted);
        QCOMPARE(replies[8].error().kind, Kind::ClosedWithoutReply);
        QCOMPARE(replies[9].error().kind, Kind::ClosedWithoutReply);
    }
    DumpReply dump;
    dump.epmdPort = 17431;
    dump.lines = {{QStringLiteral("a"), 1, 5, true}, {QStringLiteral("b"), 2, -1, false}};
    QCOMPARE(std::get<DumpReply>(*read(RequestKind::Dump, encode(Reply(dump)), 7)).lines, dump.lines);
}

void tst_Epmd::requestsRoundTrip_data()
{
    QTest::addColumn<int>("slice");
    QTest::newRow("whole") << 1000;
    QTest::newRow("bytewise") << 1;
    QTest::newRow("threes") << 3;
}

void tst_Epmd::requestsRoundTrip()
{
    QFETCH(int, slice);
    const std::vector<Request> requests{AliveRequest{fixtureNode()},
                                        PortRequest{QStringLiteral("größe")},
                                        NamesRequest(),
                                        DumpRequest(),
                                        KillRequest(),
                                        StopRequest{QStringLiteral("x")}};
    for (const Request &request : requests) {
        RequestParser parser;
        const QByteArray bytes = encode(request) + "trailing";
        std::optional<RequestParser::Outcome> outcome;
        for (qsizetype i = 0; i < bytes.size() && !outcome; i += slice)
            outcome = parser.receive(bytes.mid(i, slice));
        QVERIFY(outcome && *outcome);
        QCOMPARE(kindOf(**outcome), kindOf(request));
        QCOMPARE(encode(**outcome), encode(request));
    }
}

void tst_Epmd::repliesRoundTrip()
{
    const auto stopped = read(RequestKind::Stop, "STOPPED", 1);
    QVERIFY(std::get<StopReply>(*stopped).stopped);
    QVERIFY(!std::get<StopReply>(*read(RequestKind::Stop, "NOEXIST", 2)).stopped);
    QVERIFY(std::get<KillReply>(*read(RequestKind::Kill, "OK", 1)).accepted);
    QVERIFY(std::get<NamesReply>(*read(RequestKind::Names, QByteArray(4, '\0'), 1)).names.empty());
}

void tst_Epmd::hostileReplies()
{
    QCOMPARE(errorOf(RequestKind::Port, {}), Kind::ClosedWithoutReply);
    QCOMPARE(errorOf(RequestKind::Names, "abc"), Kind::ClosedEarly);
    QCOMPARE(errorOf(RequestKind::Port, "HTTP/1.1 400"), Kind::UnexpectedReply);
    QCOMPARE(errorOf(RequestKind::Alive, "HTTP/1.1 400"), Kind::UnexpectedReply);
    QCOMPARE(errorOf(RequestKind::Kill, "HTTP/1.1 400"), Kind::UnexpectedReply);
    // Port 0, an empty name, and every cut.
    Registration zero = fixtureNode();
    zero.port = 0;
    QCOMPARE(errorOf(RequestKind::Port, encode(Reply(PortReply{0, zero}))), Kind::BadPort);
    Registration nameless = fixtureNode();
    nameless.name.clear();
    QCOMPARE(errorOf(RequestKind::Port, encode(Reply(PortReply{0, nameless}))), Kind::BadName);
    const QByteArray good = encode(Reply(PortReply{0, fixtureNode()}));
    for (qsizetype size = 1; size < good.size(); ++size)
        QCOMPARE(errorOf(RequestKind::Port, good.left(size)), Kind::ClosedEarly);
    // Lines that say nothing are counted.
    const auto odd = read(RequestKind::Names,
                          QByteArray(4, '\0') + "name a at port 0\nname b at port 70000\nname c at port 5\n"
                                                "name  at port 6\nrubbish\nname d at port 7",
                          4);
    QCOMPARE(std::get<NamesReply>(*odd).unreadableLines, 4);
    QCOMPARE(std::get<NamesReply>(*odd).names.size(), std::size_t(2));
}

void tst_Epmd::endlessReplies()
{
    Limits limits;
    limits.epmdReply = 100'000;
    for (const RequestKind request : {RequestKind::Names, RequestKind::Dump}) {
        ReplyParser parser(request, limits);
        std::optional<ReplyParser::Outcome> outcome = parser.receive(QByteArray(4, '\0'));
        int chunks = 0;
        while (!outcome && ++chunks < 10'000)
            outcome = parser.receive("name x at port 77\n");
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Kind::TooLong);
        QVERIFY(parser.received() < 101'000);
        QVERIFY(outcome->error().evidence.size() <= EvidenceBytes);
    }
    QCOMPARE(errorOf(RequestKind::Names, QByteArray(4, '\0') + QByteArray(5000, 'x')), Kind::LineTooLong);
}

void tst_Epmd::manyNames()
{
    const auto most = read(RequestKind::Names, namesOf(65535), 1000);
    QVERIFY(most);
    QCOMPARE(std::get<NamesReply>(*most).names.size(), std::size_t(65535));
    QCOMPARE(errorOf(RequestKind::Names, namesOf(65536)), Kind::TooManyNames);
}

void tst_Epmd::hostileRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::newRow("length 0") << QByteArray(2, '\0') << int(Kind::EmptyRequest);
    QTest::newRow("too long") << QByteArray("\xff\xff") << int(Kind::TooLong);
    QTest::newRow("unknown") << QByteArray("\0\1?", 3) << int(Kind::UnknownRequest);
    QTest::newRow("http") << QByteArray("GET / HTTP/1.1\r\n\r\n") << int(Kind::TooLong);
    QTest::newRow("no name") << QByteArray("\0\1z", 3) << int(Kind::BadName);
    QTest::newRow("newline") << QByteArray("\0\4za\nb", 6) << int(Kind::BadName);
    QTest::newRow("300 bytes") << QByteArray(QByteArray("\1\x2dz", 3) + QByteArray(300, 'n'))
                               << int(Kind::BadName);
    QTest::newRow("short alive") << QByteArray("\0\5x1234", 7) << int(Kind::BadLength);
    QTest::newRow("lying name length")
        << QByteArray::fromHex("000e789cbb4800000600050fff7878") << int(Kind::BadLength);
    QTest::newRow("alive without port")
        << QByteArray::fromHex("000e78000048000006000500017800 00") << int(Kind::BadPort);
}

void tst_Epmd::hostileRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    for (const qsizetype slice : {qsizetype(1), qsizetype(1000)}) {
        RequestParser parser;
        std::optional<RequestParser::Outcome> outcome;
        for (qsizetype i = 0; i < bytes.size() && !outcome; i += slice)
            outcome = parser.receive(bytes.mid(i, slice));
        if (!outcome) // the length asks for more
            outcome = parser.receive(QByteArray(100, '\0'));
        QVERIFY(outcome && !*outcome);
        QCOMPARE(int(outcome->error().kind), kind);
    }
}

void tst_Epmd::randomBytes()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes(random.bounded(1, 60), '\0');
        for (char &byte : bytes)
            byte = char(random.generate());
        const QByteArray codes("\x76\x77\x79\x7a\x78\x73");
        RequestParser server;
        const QByteArray request = QByteArray("\0\x20", 2) + codes.at(random.bounded(6)) + bytes;
        (void)server.receive(request);
        const QByteArray reply = codes.at(random.bounded(6)) + bytes;
        for (const RequestKind kind :
             {RequestKind::Alive, RequestKind::Port, RequestKind::Names, RequestKind::Dump})
            (void)read(kind, reply, random.bounded(1, 60));
    }
}

QTEST_APPLESS_MAIN(tst_Epmd)
#include "tst_Epmd.moc"
