#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include "dist/TcpTransport.h"

using namespace nodescope;
using namespace nodescope::dist;

/// A transport on a real socket, with a bare QTcpSocket at the other end.
class tst_TcpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(socket->waitForConnected());
        QVERIFY(server.waitForNewConnection(5000));
        m_other.reset(server.nextPendingConnection());
        m_other->setParent(nullptr);
        m_transport = std::make_unique<TcpTransport>(std::move(socket));
    }
    void cleanup()
    {
        m_transport.reset();
        m_other.reset();
    }

    void knowsItsEnds()
    {
        QCOMPARE(m_transport->endpoints().peerPort, m_other->localPort());
        QCOMPARE(m_transport->endpoints().localPort, m_other->peerPort());
        QCOMPARE(m_transport->endpoints().peerAddress, m_other->localAddress());
    }

    void writesOfATurnLeaveTogether()
    {
        for (int i = 0; i < 100; ++i)
            m_transport->write("x");
        QCOMPARE(m_transport->bytesToWrite(), 100);
        QTRY_COMPARE(m_other->bytesAvailable(), 100);
        QCOMPARE(m_transport->bytesToWrite(), 0);
    }

    void largeWritesKeepTheirOrder()
    {
        const QByteArray large(3 * TcpTransport::WriteBatch, 'L');
        m_transport->write("before");
        m_transport->write(large);
        m_transport->write("after");
        QTRY_COMPARE(m_other->bytesAvailable(), large.size() + 11);
        const QByteArray all = m_other->readAll();
        QVERIFY(all.startsWith("beforeL"));
        QVERIFY(all.endsWith("Lafter"));
    }

    void readsAheadWithinBounds()
    {
        m_other->write(QByteArray(8 * TcpTransport::ReadBuffer, 'x'));
        QTRY_COMPARE(m_transport->bytesAvailable(), TcpTransport::ReadBuffer);
        qint64 total = 0;
        const auto drain = [&] {
            while (m_transport->bytesAvailable() > 0) {
                QVERIFY(m_transport->bytesAvailable() <= TcpTransport::ReadBuffer);
                total += m_transport->read(10'000).size();
            }
        };
        connect(m_transport.get(), &Transport::readable, this, drain);
        drain();
        QTRY_COMPARE(total, 8 * TcpTransport::ReadBuffer);
    }

    void whatCameBeforeTheEndCanBeRead()
    {
        QSignalSpy closed(m_transport.get(), &Transport::peerClosed);
        m_other->write("last words");
        m_other->disconnectFromHost();
        QVERIFY(closed.wait());
        QCOMPARE(m_transport->read(100), QByteArray("last words"));
    }

    void aSocketThatIsOverSaysSo()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(socket->waitForConnected());
        QVERIFY(server.waitForNewConnection(5000));
        server.nextPendingConnection()->abort();
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        TcpTransport late(std::move(socket));
        QSignalSpy closed(&late, &Transport::peerClosed);
        QVERIFY(closed.wait());
    }

    void closingSendsTheRest()
    {
        QSignalSpy closed(m_other.get(), &QTcpSocket::disconnected);
        const QByteArray large(2'000'000, 'x');
        m_transport->write(large);
        m_transport->close();
        m_transport.reset();
        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(m_other->bytesAvailable(), large.size());
    }

private:
    std::unique_ptr<QTcpSocket> m_other;
    std::unique_ptr<TcpTransport> m_transport;
};

QTEST_GUILESS_MAIN(tst_TcpTransport)
#include "tst_TcpTransport.moc"
