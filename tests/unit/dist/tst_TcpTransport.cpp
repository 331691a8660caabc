#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include "dist/TcpTransport.h"

using namespace nodescope;
using namespace nodescope::dist;

/// Both transports on a real socket, with a bare QTcpSocket at the other end.
class tst_TcpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("own");
        QTest::newRow("QTcpSocket") << false;
        QTest::newRow("descriptor") << true;
    }
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
        m_transport = make(std::move(socket));
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
        QVERIFY(m_transport->bytesToWrite() >= 99); // the first may be gone already
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
        if (own())
            QSKIP("reads nothing ahead");
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
        QByteArray got;
        QTRY_COMPARE((got += m_transport->read(100)), QByteArray("last words"));
        QTRY_COMPARE(closed.count(), 1);
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
        const auto late = make(std::move(socket));
        QSignalSpy closed(late.get(), &Transport::peerClosed);
        QVERIFY(closed.wait());
    }

    void readsAllOfAFlood()
    {
        constexpr qsizetype Size = 4'000'000;
        QByteArray sent(Size, Qt::Uninitialized);
        for (qsizetype i = 0; i < Size; ++i)
            sent[i] = char(i % 251);
        QByteArray got;
        // In pieces, some of them into our own memory; the rest later, as a link with a budget does.
        const std::function<void()> readSome = [&] {
            for (int turn = 0; turn < 3 && m_transport->bytesAvailable() > 0; ++turn) {
                std::array<char, 3000> memory;
                got += m_transport->read(5000);
                got.append(memory.data(), m_transport->readInto(memory.data(), memory.size()));
            }
            if (m_transport->bytesAvailable() > 0)
                QTimer::singleShot(0, m_transport.get(), readSome);
        };
        connect(m_transport.get(), &Transport::readable, m_transport.get(), readSome);
        for (qsizetype at = 0; at < Size; at += 1000)
            m_other->write(sent.mid(at, 1000));
        readSome();
        QTRY_COMPARE_WITH_TIMEOUT(got.size(), Size, 20'000);
        QVERIFY(got == sent);
    }

    void smallPiecesInQuickSuccessionArriveInOrder()
    {
        QByteArray got;
        connect(m_transport.get(), &Transport::readable, m_transport.get(),
                [&] { got += m_transport->read(64 * 1024); });
        QByteArray sent;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray piece(600, char('a' + i % 26));
            sent += piece;
            m_other->write(piece);
            m_other->flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE_WITH_TIMEOUT(got.size(), sent.size(), 20'000);
        QVERIFY(got == sent);
    }

    void aPeerThatDoesNotReadIsWaitedFor()
    {
        QSignalSpy written(m_transport.get(), &Transport::written);
        m_other->setReadBufferSize(1000);
        const QByteArray much(32 * 1024 * 1024, 'm');
        m_transport->write(much);
        m_transport->write("end");
        QTRY_VERIFY(m_transport->bytesToWrite() > 0);
        m_other->setReadBufferSize(0);
        qsizetype got = 0;
        connect(m_other.get(), &QTcpSocket::readyRead, m_other.get(),
                [&] { got += m_other->readAll().size(); });
        got += m_other->readAll().size();
        QTRY_COMPARE_WITH_TIMEOUT(got, much.size() + 3, 30'000);
        QTRY_COMPARE(m_transport->bytesToWrite(), 0);
        QVERIFY(written.count() > 0);
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
    static bool own()
    {
        QFETCH_GLOBAL(bool, own);
        return own;
    }
    static std::unique_ptr<Transport> make(std::unique_ptr<QTcpSocket> socket)
    {
        return own() ? makeTcpTransport(std::move(socket))
                     : std::unique_ptr<Transport>(std::make_unique<TcpTransport>(std::move(socket)));
    }

    std::unique_ptr<QTcpSocket> m_other;
    std::unique_ptr<Transport> m_transport;
};

QTEST_GUILESS_MAIN(tst_TcpTransport)
#include "tst_TcpTransport.moc"
