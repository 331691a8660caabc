#include <QtTest>

#include <QRandomGenerator>

#include "HandshakePair.h"

using namespace handshake_test;
using namespace nodescope::protocol::handshake_failure;

namespace {

std::unique_ptr<End> waitingFor(Role role)
{
    auto end =
        std::make_unique<End>(role, role == Role::Initiator ? initiatorSettings() : acceptorSettings());
    end->take(end->machine.start({}));
    return end;
}

void feedSliced(End &end, const QByteArray &bytes, qsizetype slice)
{
    for (qsizetype i = 0; i < bytes.size(); i += slice)
        end.take(end.machine.receive(bytes.mid(i, slice), {}));
}

} // namespace

/// What is no handshake at all, or a broken one, from any peer.
class tst_HandshakeGarbage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignProtocols_data();
    void foreignProtocols();
    void shortForeignBytesAreJudgedAtTheEnd();
    void malformedNames_data();
    void malformedNames();
    void truncatedEverywhere();
    void trailingBytesAreIgnored();
    void flippedBitsEndInATypedError();
    void randomBytes();
    void floodBeforeTheDecision();
};

void tst_HandshakeGarbage::foreignProtocols_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("looksLike");
    QTest::addColumn<int>("alert");
    const int a = int(Role::Initiator);
    const int b = int(Role::Acceptor);
    QTest::newRow("tls alert") << QByteArray::fromHex("1503030002020a") << a << int(ForeignProtocol::TlsAlert)
                               << 10;
    QTest::newRow("tls hello") << QByteArray::fromHex("160301020001000001fc0303") + QByteArray(40, 'x') << b
                               << int(ForeignProtocol::TlsHandshake) << -1;
    QTest::newRow("http reply") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << a
                                << int(ForeignProtocol::Http) << -1;
    QTest::newRow("http request") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n") << b
                                  << int(ForeignProtocol::Http) << -1;
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << a << int(ForeignProtocol::Ssh) << -1;
    QTest::newRow("smtp") << QByteArray("220 mail.example.org ESMTP\r\n") << a
                          << int(ForeignProtocol::Unknown) << -1;
    QTest::newRow("all ones") << QByteArray(64, '\xff') << a << int(ForeignProtocol::Unknown) << -1;
    QTest::newRow("unknown tag") << QByteArray::fromHex("0003414243") << a << int(ForeignProtocol::Unknown)
                                 << -1;
}

void tst_HandshakeGarbage::foreignProtocols()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, role);
    QFETCH(int, looksLike);
    QFETCH(int, alert);
    QByteArray evidence;
    for (const qsizetype slice : {bytes.size(), qsizetype(1), qsizetype(5)}) {
        const auto end = waitingFor(Role(role));
        feedSliced(*end, bytes, slice);
        const auto *notErlang = end->failedWith<NotErlang>();
        QVERIFY(notErlang);
        QCOMPARE(int(notErlang->looksLike), looksLike);
        QCOMPARE(notErlang->tlsAlert, alert);
        if (evidence.isEmpty())
            evidence = end->error()->evidence;
        QCOMPARE(end->error()->evidence, evidence); // whatever the slices
        QVERIFY(!evidence.isEmpty());
        QCOMPARE(end->error()->offset, 0);
    }
}

void tst_HandshakeGarbage::shortForeignBytesAreJudgedAtTheEnd()
{
    for (const bool closes : {true, false}) {
        const auto end = waitingFor(Role::Initiator);
        end->take(end->machine.receive("ERROR\r\n", {}));
        QVERIFY(!end->machine.isOver());
        if (closes)
            end->take(end->machine.peerClosed({}));
        else
            end->take(end->machine.timeout(*end->machine.deadline()));
        QVERIFY(end->failedWith<NotErlang>());
        QCOMPARE(end->error()->evidence, QByteArray("ERROR\r\n"));
    }
}

void tst_HandshakeGarbage::malformedNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no at") << QStringLiteral("alice");
    QTest::newRow("two ats") << QStringLiteral("a@b@c");
    QTest::newRow("no host") << QStringLiteral("a@");
    QTest::newRow("no name") << QStringLiteral("@h");
    QTest::newRow("empty") << QString();
    QTest::newRow("zero byte") << QStringLiteral("a\0b@h");
    QTest::newRow("newline") << QStringLiteral("a\n@h");
}

void tst_HandshakeGarbage::malformedNames()
{
    QFETCH(QString, name);
    const auto b = waitingFor(Role::Acceptor);
    b->take(b->machine.receive(
        withLength(LengthPrefix::TwoBytes,
                   encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum, 1, name})),
        {}));
    QVERIFY(b->failedWith<BadName>());
    QCOMPARE(b->failedWith<BadName>()->got, name);

    const auto a = waitingFor(Role::Initiator);
    a->take(a->machine.receive(withLength(LengthPrefix::TwoBytes, "sok"), {}));
    a->take(a->machine.receive(
        withLength(LengthPrefix::TwoBytes,
                   encodeHandshake(ChallengeMessage{HandshakeVersion::V6, masks::Minimum, 1, 1, name})),
        {}));
    QVERIFY(a->failedWith<BadName>());
    QVERIFY(a->outbox.endsWith("probe@127.0.0.1")); // nothing but our name went out
}

void tst_HandshakeGarbage::truncatedEverywhere()
{
    // A name and a challenge, each cut inside the packet at every byte.
    const QByteArray name =
        encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum, 1, QStringLiteral("a@h")});
    const QByteArray challenge =
        encodeHandshake(ChallengeMessage{HandshakeVersion::V6, masks::Minimum, 1, 1, QStringLiteral("a@h")});
    for (qsizetype size = 0; size < name.size(); ++size) {
        const auto b = waitingFor(Role::Acceptor);
        b->take(b->machine.receive(withLength(LengthPrefix::TwoBytes, name.left(size)), {}));
        QVERIFY(b->failedWith<Malformed>());
    }
    for (qsizetype size = 0; size < challenge.size(); ++size) {
        const auto a = waitingFor(Role::Initiator);
        a->take(a->machine.receive(withLength(LengthPrefix::TwoBytes, "sok"), {}));
        a->take(a->machine.receive(withLength(LengthPrefix::TwoBytes, challenge.left(size)), {}));
        QVERIFY(a->failedWith<Malformed>());
        QCOMPARE(a->error()->offset, 5);
    }
}

void tst_HandshakeGarbage::trailingBytesAreIgnored()
{
    const QByteArray name =
        encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum, 1, QStringLiteral("a@h")});
    const auto b = waitingFor(Role::Acceptor);
    b->take(b->machine.receive(withLength(LengthPrefix::TwoBytes, QByteArray(name + "later fields")), {}));
    QCOMPARE(b->machine.step(), HandshakeStep::AwaitDecision);
    QCOMPARE(b->event<handshake_event::DecisionWanted>()->caller.name, QStringLiteral("a@h"));
}

void tst_HandshakeGarbage::flippedBitsEndInATypedError()
{
    // Every bit of what the acceptor says in a whole handshake: the initiator comes up or fails, and never
    // comes up on a wrong digest.
    Pair good(initiatorSettings(), acceptorSettings());
    good.run();
    std::vector<QByteArray> packets;
    for (const HandshakeEvent &event : good.b.events) {
        const auto *message = std::get_if<handshake_event::Message>(&event);
        if (message && message->message.direction == HandshakeMessage::Direction::Sent)
            packets.push_back(message->message.packet);
    }
    QCOMPARE(packets.size(), std::size_t(3));
    for (std::size_t which = 0; which < packets.size(); ++which) {
        for (qsizetype bit = 0; bit < packets[which].size() * 8; ++bit) {
            const auto a = waitingFor(Role::Initiator);
            for (std::size_t i = 0; i < packets.size(); ++i) {
                QByteArray bytes = packets[i];
                if (i == which)
                    bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
                a->take(a->machine.receive(bytes, {}));
            }
            a->take(a->machine.peerClosed({}));
            QVERIFY(a->machine.step() == HandshakeStep::Failed); // our challenge differs: the ack never fits
            QVERIFY(a->error());
        }
    }
}

void tst_HandshakeGarbage::randomBytes()
{
    QRandomGenerator random(20260101);
    for (int round = 0; round < 20000; ++round) {
        const auto end = waitingFor(round % 2 ? Role::Initiator : Role::Acceptor);
        QByteArray bytes(random.bounded(1, 120), '\0');
        for (char &byte : bytes)
            byte = char(random.generate());
        if (round % 3) { // mostly a good length and a known tag
            bytes.prepend(random.bounded(4) ? "\0\x20N" : "\0\x10s", 3);
        }
        feedSliced(*end, bytes, random.bounded(1, 40));
        end->take(end->machine.decide(decision(), {}));
        end->take(end->machine.peerClosed({}));
        QCOMPARE(end->machine.step(), HandshakeStep::Failed);
        QVERIFY(end->error()->evidence.size() <= EvidenceBytes);
        QCOMPARE(end->book.count(), 0);
    }
}

void tst_HandshakeGarbage::floodBeforeTheDecision()
{
    const auto b = waitingFor(Role::Acceptor);
    b->take(b->machine.receive(
        withLength(LengthPrefix::TwoBytes, encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum,
                                                                       1, QStringLiteral("a@h")})),
        {}));
    QCOMPARE(b->machine.step(), HandshakeStep::AwaitDecision);
    b->take(b->machine.receive(QByteArray(1 << 20, 'x'), {}));
    QVERIFY(b->failedWith<OutOfOrder>());
}

QTEST_APPLESS_MAIN(tst_HandshakeGarbage)
#include "tst_HandshakeGarbage.moc"
