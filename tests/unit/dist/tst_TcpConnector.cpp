#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include "dist/TcpConnector.h"

using namespace nodescope;
using namespace nodescope::dist;

/// With a bare QTcpServer at the other end.
class tst_TcpConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesBytesBothWays_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }

    void carriesBytesBothWays()
    {
        QFETCH(QHostAddress, address);
        QTcpServer server;
        if (!server.listen(address))
            QSKIP("this machine does not speak it");
        TcpConnector connector({address}, server.serverPort(), Wait, m_clock);
        QSignalSpy connected(&connector, &TcpConnector::connected);
        connector.start();
        QCOMPARE(connected.size(), 0); // never from within
        QTRY_COMPARE(connected.size(), 1);
        const std::unique_ptr<Transport> transport = connector.takeTransport();
        QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(5000));
        const std::unique_ptr<QTcpSocket> other(server.nextPendingConnection());
        QCOMPARE(transport->endpoints().peerAddress, address);
        QCOMPARE(transport->endpoints().peerPort, server.serverPort());
        QCOMPARE(transport->endpoints().localAddress, other->peerAddress());
        QCOMPARE(transport->endpoints().localPort, other->peerPort());

        transport->write("there");
        QTRY_COMPARE(other->bytesAvailable(), 5);
        QCOMPARE(other->readAll(), QByteArray("there"));
        QSignalSpy readable(transport.get(), &Transport::readable);
        other->write("and back");
        QTRY_VERIFY(!readable.isEmpty());
        QCOMPARE(transport->read(100), QByteArray("and back"));
        QSignalSpy closed(transport.get(), &Transport::peerClosed);
        other->disconnectFromHost();
        QTRY_VERIFY(readable.size() > 1);
        QCOMPARE(transport->read(100), QByteArray());
        QTRY_COMPARE(closed.size(), 1);
    }

    // 127.0.0.2 is this machine, too, and nobody listens there.
    void addressesAreTriedOneAfterTheOther()
    {
#ifdef Q_OS_LINUX
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        TcpConnector connector(
            {QHostAddress(QStringLiteral("127.0.0.2")), QHostAddress(QHostAddress::LocalHost)},
            server.serverPort(), Wait, m_clock);
        QSignalSpy connected(&connector, &TcpConnector::connected);
        connector.start();
        QTRY_COMPARE(connected.size(), 1);
        QCOMPARE(connector.takeTransport()->endpoints().peerAddress, QHostAddress(QHostAddress::LocalHost));
#else
        QSKIP("elsewhere 127.0.0.2 is no address of the machine");
#endif
    }

    void sayWhyNot_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("for TLS") << true;
    }

    void sayWhyNot()
    {
        QFETCH(bool, tls);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        TcpConnector connector({QHostAddress(QHostAddress::LocalHost)}, port, Wait, m_clock);
        if (tls)
            connector.prepareTls();
        ConnectFailure failure;
        connect(&connector, &TcpConnector::failed, this, [&](const ConnectFailure &why) { failure = why; });
        connector.start();
        QVERIFY(failure.attempts.empty());
        QTRY_COMPARE(failure.attempts.size(), size_t(1));
        QCOMPARE(failure.attempts[0].problem, ConnectProblem::Refused);
        QCOMPARE(failure.attempts[0].port, port);
        QVERIFY(!failure.attempts[0].detail.isEmpty());
    }

    // 0.0.0.0/8 and multicast lead nowhere: whatever the system calls it, it is an end.
    void addressesThatLeadNowhereFail()
    {
        TcpConnector connector({QHostAddress(QStringLiteral("224.0.0.1"))}, 4369,
                               std::chrono::milliseconds(300), m_clock);
        QSignalSpy failed(&connector, &TcpConnector::failed);
        connector.start();
        QTRY_COMPARE(failed.size(), 1);
    }

    void nothingComesAfterCancelling()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        TcpConnector connector({QHostAddress(QHostAddress::LocalHost)}, server.serverPort(), Wait, m_clock);
        QSignalSpy connected(&connector, &TcpConnector::connected);
        QSignalSpy failed(&connector, &TcpConnector::failed);
        connector.start();
        connector.cancel();
        QVERIFY(server.waitForNewConnection(5000));
        const std::unique_ptr<QTcpSocket> other(server.nextPendingConnection());
        QTRY_COMPARE(other->state(), QAbstractSocket::UnconnectedState); // closed with the attempt
        QCOMPARE(connected.size() + failed.size(), 0);
    }

    void aSocketForTlsIsNotYetEncrypted()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        TcpConnector connector({QHostAddress(QHostAddress::LocalHost)}, server.serverPort(), Wait, m_clock);
        connector.prepareTls();
        QSignalSpy connected(&connector, &TcpConnector::connected);
        connector.start();
        QTRY_COMPARE(connected.size(), 1);
        const std::unique_ptr<QSslSocket> socket = connector.takeSslSocket();
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
        QVERIFY(!socket->isEncrypted());
    }

private:
    static constexpr base::Duration Wait = std::chrono::seconds(5);
    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_TcpConnector)
#include "tst_TcpConnector.moc"
