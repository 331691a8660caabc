#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "dist/EpmdClient.h"
#include "dist/EpmdPort.h"
#include "dist/EpmdRegistration.h"
#include "dist/EpmdServer.h"

using namespace nodescope;
using namespace nodescope::dist;
namespace epmd = nodescope::protocol::epmd;

/// Questions to port mappers, good, bad and absent.
class tst_EpmdClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForNamesAndPorts()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        epmd::Registration registration;
        registration.name = QStringLiteral("alice");
        registration.port = 4711;
        EpmdRegistration held(registration, port, m_clock);
        QSignalSpy registered(&held, &EpmdRegistration::registered);
        held.start();
        QVERIFY(registered.wait());

        EpmdClient client(m_clock);
        const EpmdAnswer names = answerTo(client.names(QStringLiteral("127.0.0.1"), port));
        QVERIFY(names.names());
        QCOMPARE(names.names()->names, (std::vector<epmd::NamePort>{{QStringLiteral("alice"), 4711}}));
        QCOMPARE(names.names()->epmdPort, quint32(port));

        const EpmdAnswer found = answerTo(client.lookUp(base::NodeName::literal(u"alice@127.0.0.1"), port));
        QVERIFY(found.port() && found.port()->found());
        QCOMPARE(found.port()->registration.port, quint16(4711));
        QCOMPARE(found.evidence.address, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(found.evidence.resolved && found.evidence.connected);
        QVERIFY(found.evidence.received > 0);

        const EpmdAnswer missing = answerTo(client.lookUp(base::NodeName::literal(u"bob@127.0.0.1"), port));
        QVERIFY(missing.port() && !missing.port()->found());
    }

    void localhostResolves()
    {
        EpmdServer server;
        const quint16 port = *server.listen(0);
        EpmdClient client(m_clock);
        const EpmdAnswer answer = answerTo(client.names(QStringLiteral("localhost"), port));
        QVERIFY(answer.names());
        QVERIFY(!answer.evidence.addresses.isEmpty());
    }

    void nobodyThereIsUnreachable()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        EpmdClient client(m_clock);
        const EpmdAnswer answer = answerTo(client.names(QStringLiteral("127.0.0.1"), port));
        const auto *unreachable = reasonOf<epmd_failure::Unreachable>(answer);
        QVERIFY(unreachable);
        QCOMPARE(unreachable->connect.problem(), ConnectProblem::Refused);
        QCOMPARE(unreachable->connect.attempts.size(), std::size_t(1));
        QCOMPARE(unreachable->connect.attempts.front().port, port);
        QVERIFY(!answer.evidence.connected);
    }

    void anUnknownHostDoesNotResolve()
    {
        EpmdClient client(m_clock);
        // RFC 6761: resolvers must not find names below `.invalid`.
        const EpmdAnswer answer = answerTo(client.names(QStringLiteral("nowhere.invalid"), 4369));
        const auto *failure = reasonOf<ResolveFailure>(answer);
        QVERIFY(failure);
        QCOMPARE(failure->host, QStringLiteral("nowhere.invalid"));
    }

    void aMuteServerIsSilent()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        ConnectTimeouts timeouts;
        timeouts.reply = std::chrono::milliseconds(100);
        EpmdClient client(m_clock, timeouts);
        const EpmdAnswer answer = answerTo(client.names(QStringLiteral("127.0.0.1"), mute.serverPort()));
        QVERIFY(reasonOf<epmd_failure::Silent>(answer));
        QVERIFY(answer.evidence.connected);
        // A coarse timer may fire up to five percent early.
        QVERIFY(answer.evidence.reply >= std::chrono::milliseconds(90));
    }

    void somethingElseIsBroken_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("closes at once") << QByteArray();
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("half a reply") << QByteArray::fromHex("770010004d");
        QTest::newRow("port 0") << QByteArray::fromHex("770000004d00000600050005616c6963650000");
    }
    void somethingElseIsBroken()
    {
        QFETCH(QByteArray, reply);
        QTcpServer odd;
        QVERIFY(odd.listen(QHostAddress::LocalHost));
        connect(&odd, &QTcpServer::newConnection, &odd, [&] {
            QTcpSocket *socket = odd.nextPendingConnection();
            socket->write(reply);
            socket->disconnectFromHost();
        });
        EpmdClient client(m_clock);
        const EpmdAnswer answer =
            answerTo(client.lookUp(base::NodeName::literal(u"alice@127.0.0.1"), odd.serverPort()));
        QVERIFY(reasonOf<epmd_failure::Broken>(answer));
    }

    void anEndlessReplyIsCutOff()
    {
        QTcpServer flood;
        QVERIFY(flood.listen(QHostAddress::LocalHost));
        connect(&flood, &QTcpServer::newConnection, &flood, [&] {
            QTcpSocket *socket = flood.nextPendingConnection();
            const QByteArray line("name x at port 1\n");
            const auto pour = [socket, line] { socket->write(line.repeated(10'000)); };
            connect(socket, &QTcpSocket::bytesWritten, socket, pour);
            socket->write(QByteArray(4, '\0'));
        });
        EpmdClient client(m_clock);
        const EpmdAnswer answer = answerTo(client.names(QStringLiteral("127.0.0.1"), flood.serverPort()));
        const auto *broken = reasonOf<epmd_failure::Broken>(answer);
        QVERIFY(broken);
        QVERIFY(broken->error.kind == epmd::EpmdError::Kind::TooLong ||
                broken->error.kind == epmd::EpmdError::Kind::TooManyNames);
    }

    void cancelledMeansSilence()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        ConnectTimeouts timeouts;
        timeouts.reply = std::chrono::milliseconds(50);
        EpmdClient client(m_clock, timeouts);
        QPointer<EpmdQuery> query = client.names(QStringLiteral("127.0.0.1"), mute.serverPort());
        int answers = 0;
        connect(query, &EpmdQuery::finished, this, [&] { ++answers; });
        query->cancel();
        QTRY_VERIFY(!query);
        QCOMPARE(answers, 0);
    }

    void thePortOfTheEnvironment_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<quint16>("port");
        QTest::newRow("unset") << QByteArray() << quint16(4369);
        QTest::newRow("number") << QByteArray("4999") << quint16(4999);
        QTest::newRow("no number") << QByteArray("many") << quint16(4369);
        QTest::newRow("too large") << QByteArray("70000") << quint16(4369);
        QTest::newRow("zero") << QByteArray("0") << quint16(4369);
    }
    void thePortOfTheEnvironment()
    {
        QFETCH(QByteArray, value);
        QFETCH(quint16, port);
        if (value.isNull())
            qunsetenv("ERL_EPMD_PORT");
        else
            qputenv("ERL_EPMD_PORT", value);
        QCOMPARE(defaultEpmdPort(), port);
        qunsetenv("ERL_EPMD_PORT");
    }

private:
    [[nodiscard]] static EpmdAnswer answerTo(EpmdQuery *query)
    {
        QSignalSpy finished(query, &EpmdQuery::finished);
        if (!finished.wait(10'000))
            return {{}, base::Failure{epmd_failure::Reason(epmd_failure::Lost{QStringLiteral("no answer")})}};
        return finished.first().first().value<EpmdAnswer>();
    }
    template<class T>
    [[nodiscard]] static const T *reasonOf(const EpmdAnswer &answer)
    {
        return answer.outcome.ok() ? nullptr : std::get_if<T>(&answer.outcome.error());
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_EpmdClient)
#include "tst_EpmdClient.moc"
