#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "dist/ClusterWatch.h"
#include "dist/NetKernel.h"
#include "dist/Ping.h"

using namespace nodescope;
using namespace nodescope::dist;

/// What is made of links for programs that want little: ping() and ClusterWatch, and the dial beneath them.
class tst_Ping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret("cookie"));
        m_alice = std::make_unique<LocalNode>(NodeIdentity::fixed(m_name, false), cookies, m_clock);
        const auto port = m_alice->listen({});
        QVERIFY(port.ok());
        m_options = {};
        m_options.dial.address = {QStringLiteral("127.0.0.1"), *port};
        m_options.answer = std::chrono::seconds(10);
        m_client =
            std::make_unique<LocalNode>(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), cookies, m_clock);
    }

    void connectsAndIsAnswered()
    {
        const NetKernel kernel(*m_alice);
        QCOMPARE(pinged(), QByteArray("pong"));
        QVERIFY(m_client->isConnected(m_name));
        const std::size_t processes = m_client->processes().size();
        QCOMPARE(pinged(), QByteArray("pong")); // over the link that is there
        QCOMPARE(m_client->processes().size(), processes);
    }

    void twoAtOnceShareOneDial()
    {
        const NetKernel kernel(*m_alice);
        QList<QByteArray> ends;
        for (int i = 0; i < 2; ++i)
            ping(*m_client, m_name, m_options, this,
                 [&](const PingResult &r) { ends.append(reasonName(r.end)); });
        QTRY_COMPARE(ends, QList<QByteArray>({"pong", "pong"}));
        QCOMPARE(m_client->links().size(), std::size_t(1));
    }

    void withoutANetKernelThereIsNoAnswer()
    {
        m_options.answer = std::chrono::milliseconds(100);
        QCOMPARE(pinged(), QByteArray("no_answer"));
        QVERIFY(m_client->isConnected(m_name));
    }

    void aLostLinkIsNoAnswer()
    {
        std::optional<PingResult> result;
        connect(m_client.get(), &LocalNode::linkUp, this, [this] {
            QMetaObject::invokeMethod(
                this, [this] { m_alice.reset(); }, Qt::QueuedConnection);
        });
        ping(*m_client, m_name, m_options, this, [&](const PingResult &end) { result = end; });
        QTRY_VERIFY(result);
        QCOMPARE(QByteArray(reasonName(result->end)), QByteArray("no_answer"));
        QVERIFY(result->elapsed < std::chrono::seconds(9));
    }

    void whatKeptItFromConnectingIsTold()
    {
        m_options.dial.cookie = base::Secret("another");
        std::optional<PingResult> result;
        ping(*m_client, m_name, m_options, this, [&](const PingResult &end) { result = end; });
        QTRY_VERIFY(result);
        const auto *failed = std::get_if<ping_end::NotConnected>(&result->end);
        QVERIFY(failed && failed->report.as<dial_end::HandshakeFailed>());
    }

    void nobodyIsToldWhenTheContextIsGone()
    {
        bool told = false;
        auto context = std::make_unique<QObject>();
        ping(*m_client, m_name, m_options, context.get(), [&](const PingResult &) { told = true; });
        context.reset();
        QTRY_VERIFY(m_client->isConnected(m_name));
        m_client->disconnectFrom(m_name);
        QVERIFY(!told);
        ping(*m_client, m_name, m_options, this, [&](const PingResult &) { told = true; });
        m_client.reset();
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }

    void aPeerThatBreaksOffAtANamelessNameGetsAnother()
    {
        // As a Java node: it looks for an `@` in the name, and fails.
        QTcpServer java;
        QVERIFY(java.listen(QHostAddress::LocalHost));
        QList<QByteArray> names;
        connect(&java, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = java.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&names, socket] {
                names.append(socket->readAll());
                socket->disconnectFromHost();
            });
        });
        m_options.dial.address->port = java.serverPort();
        QCOMPARE(pinged(), QByteArray("handshake_failed"));
        QCOMPARE(names.size(), 2);
        QVERIFY(!names.first().contains('@'));
        QVERIFY(names.last().endsWith("@127.0.0.1"));
    }

    void aWatchOfANodeThatSpawnsNothingEnds()
    {
        ClusterWatch unconnected(*m_client, m_name);
        QSignalSpy early(&unconnected, &ClusterWatch::ended);
        QTRY_COMPARE(early.count(), 1);
        QCOMPARE(early.first().first().toString(), QStringLiteral("noconnection"));

        const NetKernel kernel(*m_alice);
        QCOMPARE(pinged(), QByteArray("pong"));
        ClusterWatch watch(*m_client, m_name);
        QSignalSpy ended(&watch, &ClusterWatch::ended);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first().first().toString(), QStringLiteral("notsup"));
    }

    void aWatchMayOutliveItsNodeOrGoWithIt()
    {
        const NetKernel kernel(*m_alice);
        QCOMPARE(pinged(), QByteArray("pong"));
        ClusterWatch survivor(*m_client, m_name);
        const QPointer<ClusterWatch> child(new ClusterWatch(*m_client, m_name, m_client.get()));
        m_client.reset();
        QVERIFY(!child);
        QCOMPARE(survivor.peer(), m_name);
    }

private:
    [[nodiscard]] QByteArray pinged()
    {
        std::optional<PingResult> result;
        ping(*m_client, m_name, m_options, this, [&](const PingResult &end) { result = end; });
        return QTest::qWaitFor([&] { return result.has_value(); }, 15'000) ? reasonName(result->end)
                                                                           : "nothing";
    }

    const base::NodeName m_name = base::NodeName::literal(u"alice@127.0.0.1");
    base::SystemClock m_clock;
    std::unique_ptr<LocalNode> m_alice;
    std::unique_ptr<LocalNode> m_client;
    PingOptions m_options;
};

QTEST_GUILESS_MAIN(tst_Ping)
#include "tst_Ping.moc"
