#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include "dist/EpmdServer.h"
#include "protocol/epmd/EpmdMessages.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::protocol::epmd;

namespace {

/// One client, which sends bytes and collects what comes back.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { bytes += m_socket.readAll(); });
        QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { closed = true; });
    }
    void send(const QByteArray &data) { m_socket.write(data); }
    void close() { m_socket.abort(); }

    QByteArray bytes;
    bool closed = false;

private:
    QTcpSocket m_socket;
};

Request aliveOf(const QString &name, quint16 port = 4000)
{
    Registration registration;
    registration.name = name;
    registration.port = port;
    return AliveRequest{registration};
}

} // namespace

/// The embedded port mapper against good and bad clients.
class tst_EpmdServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        EpmdServerLimits limits;
        limits.connections = 4;
        limits.registrations = 3;
        limits.request = std::chrono::milliseconds(300);
        m_server = std::make_unique<EpmdServer>(limits);
        const auto port = m_server->listen(0);
        QVERIFY(port.ok());
        m_port = *port;
    }

    void registersAndForgets()
    {
        QSignalSpy gone(m_server.get(), &EpmdServer::unregistered);
        RawClient node(m_port);
        node.send(encode(aliveOf(QStringLiteral("alice"), 4711)));
        QTRY_COMPARE(node.bytes.size(), 6);
        QCOMPARE(node.bytes.left(2), QByteArray("\x76\x00", 2));
        QVERIFY(node.bytes.mid(2) != QByteArray(4, '\0'));

        RawClient asker(m_port);
        asker.send(encode(Request(PortRequest{QStringLiteral("alice")})));
        QTRY_VERIFY(asker.closed);
        QCOMPARE(asker.bytes.left(4), QByteArray("\x77\x00\x12\x67", 4));

        RawClient lister(m_port);
        lister.send(encode(Request(NamesRequest{})));
        QTRY_VERIFY(lister.closed);
        QCOMPARE(lister.bytes.mid(4), QByteArray("name alice at port 4711\n"));

        node.close();
        QTRY_COMPARE(gone.count(), 1);
        QVERIFY(m_server->registrations().empty());
    }

    void aTakenNameIsRefused()
    {
        RawClient first(m_port);
        first.send(encode(aliveOf(QStringLiteral("alice"))));
        QTRY_COMPARE(first.bytes.size(), 6);
        RawClient second(m_port);
        second.send(encode(aliveOf(QStringLiteral("alice"))));
        QTRY_VERIFY(second.closed);
        QCOMPARE(second.bytes, QByteArray::fromHex("760100000063")); // as OTP's EPMD was seen to answer
    }

    void everyIncarnationIsNew()
    {
        QByteArray last;
        for (int i = 0; i < 3; ++i) {
            RawClient node(m_port);
            node.send(encode(aliveOf(QStringLiteral("alice"))));
            QTRY_COMPARE(node.bytes.size(), 6);
            QVERIFY(node.bytes != last);
            last = node.bytes;
            node.close();
            QTRY_VERIFY(m_server->registrations().empty());
        }
    }

    void anUnknownNameIsNotFound()
    {
        RawClient asker(m_port);
        asker.send(encode(Request(PortRequest{QStringLiteral("nobody")})));
        QTRY_VERIFY(asker.closed);
        QCOMPARE(asker.bytes, QByteArray::fromHex("7701"));
    }

    void killAndStopAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("kill") << encode(Request(KillRequest{}));
        QTest::newRow("stop") << encode(Request(StopRequest{QStringLiteral("alice")}));
    }
    void killAndStopAreRefused()
    {
        QFETCH(QByteArray, request);
        RawClient node(m_port);
        node.send(encode(aliveOf(QStringLiteral("alice"))));
        QTRY_COMPARE(node.bytes.size(), 6);
        RawClient enemy(m_port);
        enemy.send(request);
        QTRY_VERIFY(enemy.closed);
        QVERIFY(enemy.bytes.isEmpty());
        QCOMPARE(m_server->registrations().size(), std::size_t(1));
        QVERIFY(m_server->isListening());
    }

    void hostileRequestsAreClosedWithoutAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("length 0") << QByteArray("\0\0", 2);
        QTest::newRow("unknown") << QByteArray("\0\x01\x7f", 3);
        QTest::newRow("huge length") << QByteArray("\xff\xff\x78", 3);
        QTest::newRow("http") << QByteArray("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("short alive") << QByteArray("\0\x03\x78\x10\x00", 5);
        QTest::newRow("name longer than request")
            << QByteArray::fromHex("000f781000480000060005ffff61626300");
        QTest::newRow("empty name") << QByteArray::fromHex("000d78100048000006000500000000");
        QTest::newRow("never complete") << QByteArray("\0\x10\x7a", 3);
        QTest::newRow("nothing at all") << QByteArray();
    }
    void hostileRequestsAreClosedWithoutAnAnswer()
    {
        QFETCH(QByteArray, bytes);
        RawClient enemy(m_port);
        enemy.send(bytes);
        QTRY_VERIFY(enemy.closed);
        QVERIFY(enemy.bytes.isEmpty());
    }

    void halfOpenConnectionsMakeRoom()
    {
        std::vector<std::unique_ptr<RawClient>> crowd;
        crowd.reserve(30);
        for (int i = 0; i < 30; ++i)
            crowd.push_back(std::make_unique<RawClient>(m_port));
        RawClient asker(m_port);
        asker.send(encode(Request(NamesRequest{})));
        QTRY_VERIFY(asker.closed);
        QCOMPARE(asker.bytes.size(), 4);
    }

    void registrationsAreLimited()
    {
        std::vector<std::unique_ptr<RawClient>> nodes;
        for (int i = 0; i < 3; ++i) {
            nodes.push_back(std::make_unique<RawClient>(m_port));
            nodes.back()->send(encode(aliveOf(QStringLiteral("n%1").arg(i))));
            QTRY_COMPARE(nodes.back()->bytes.size(), 6);
        }
        RawClient tooMany(m_port);
        tooMany.send(encode(aliveOf(QStringLiteral("more"))));
        QTRY_VERIFY(tooMany.closed);
        QCOMPARE(tooMany.bytes.left(2), QByteArray("\x76\x01", 2));
        QCOMPARE(m_server->registrations().size(), std::size_t(3));
    }

    void aPortInUseIsToldAsSuch()
    {
        EpmdServer second;
        const auto result = second.listen(m_port);
        QVERIFY(!result.ok());
        QVERIFY(result.error().inUse);
        QCOMPARE(result.error().port, m_port);
    }

private:
    std::unique_ptr<EpmdServer> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(tst_EpmdServer)
#include "tst_EpmdServer.moc"
