#include <QtTest>

#include <ctime>

#include <QTcpServer>

#include "dist/EpmdClient.h"
#include "dist/EpmdServer.h"
#include "lab/PracticeNode.h"
#include "unit/lab/ClusterFixture.h"

using namespace nodescope;
using lab::PracticeCluster;
using lab::PracticeError;
using test::ClusterFixture;

class tst_PracticeCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<dist::link_down::Reason>(); }

    void theFirstPicture()
    {
        ClusterFixture fixture;
        QSignalSpy nodeReady(&fixture.cluster, &PracticeCluster::nodeReady);
        QSignalSpy failedAttempts(&fixture.cluster, &PracticeCluster::attemptFailed);
        QVERIFY(fixture.start());
        QCOMPARE(nodeReady.size(), 6);
        QCOMPARE(fixture.info->nodes.size(), std::size_t(6));
        QVERIFY(fixture.info->embeddedEpmd);
        QCOMPARE(fixture.info->epmdPort, fixture.options.epmdPort);
        QVERIFY(QFile::exists(fixture.info->cookieFile));
        QCOMPARE(peers(fixture, QStringLiteral("alice"), false), 3);
        QCOMPARE(peers(fixture, QStringLiteral("alice"), true), 1);
        QCOMPARE(peers(fixture, QStringLiteral("heidi"), true), 2);
        QCOMPARE(peers(fixture, QStringLiteral("mallory"), false), 0);

        QCOMPARE(failedAttempts.size(), 1);
        QCOMPARE(failedAttempts.first().at(0).value<base::NodeName>().name(), QStringLiteral("mallory"));
        const auto report = failedAttempts.first().at(1).value<dist::DialReport>();
        QCOMPARE(report.target.name(), QStringLiteral("alice"));
        const auto *failure = report.as<dist::dial_end::HandshakeFailed>();
        QVERIFY(failure);
        QVERIFY(failure->error.as<protocol::handshake_failure::Closed>()); // as OTP refuses a cookie
        QVERIFY(report.step(dist::DialStage::EpmdReply));                  // all rungs were climbed
    }
    void fiftyNodesMesh()
    {
        lab::PracticeOptions options;
        options.nodes = 50;
        options.hidden = false;
        options.otherCookie = false;
        ClusterFixture fixture(options);
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        QVERIFY(fixture.start());
        const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo() << "50 nodes, 1,225 links:" << timer.elapsed() << "ms, of which processor" << seconds << "s";
        for (const auto &node : fixture.info->nodes)
            QCOMPARE(peers(fixture, node.name.name(), false), 49);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        // The processor's time: the clock on the wall says more about what else the machine does.
        QVERIFY2(seconds < 2, qPrintable(QString::number(seconds)));
#endif
    }
    void twentyTimesOver()
    {
        ClusterFixture fixture;
        for (int round = 0; round < 20; ++round) {
            fixture.info.reset();
            QVERIFY(fixture.start());
            const QString cookieFile = fixture.info->cookieFile;
            QSignalSpy stopped(&fixture.cluster, &PracticeCluster::stopped);
            QSignalSpy nodeStopped(&fixture.cluster, &PracticeCluster::nodeStopped);
            fixture.cluster.stop();
            QVERIFY(stopped.wait());
            QCOMPARE(nodeStopped.size(), 6);
            QVERIFY(!QFile::exists(cookieFile));
            QCOMPARE(fixture.cluster.state(), PracticeCluster::State::Stopped);
            QVERIFY(fixture.cluster.findChildren<lab::PracticeNode *>().isEmpty());
            QTcpServer port; // the embedded EPMD has let go of it
            QVERIFY(port.listen(QHostAddress::LocalHost, fixture.options.epmdPort));
        }
    }
    void stoppedAtAnyMoment()
    {
        ClusterFixture fixture;
        QSignalSpy stopped(&fixture.cluster, &PracticeCluster::stopped);
        fixture.cluster.start(fixture.options);
        fixture.cluster.stop();
        QVERIFY(stopped.wait());
        // From within a signal of a node that comes up.
        const auto connection =
            connect(&fixture.cluster, &PracticeCluster::nodeReady, &fixture.cluster, &PracticeCluster::stop);
        fixture.cluster.start(fixture.options);
        QVERIFY(stopped.wait());
        disconnect(connection);
        connect(&fixture.cluster, &PracticeCluster::linkUp, &fixture.cluster, &PracticeCluster::stop);
        fixture.cluster.start(fixture.options);
        QVERIFY(stopped.wait());
        QCOMPARE(stopped.size(), 3);
    }
    void destroyedAtAnyMoment()
    {
        for (int wait = 0; wait < 20; wait += 2) {
            ClusterFixture fixture;
            fixture.cluster.start(fixture.options);
            QTest::qWait(wait); // any moment will do
        }
    }
    void oneNodeStopsAndComesBack()
    {
        ClusterFixture fixture;
        QVERIFY(fixture.start());
        const base::NodeName bob = ClusterFixture::node(QStringLiteral("bob"));
        QSignalSpy stopped(&fixture.cluster, &PracticeCluster::nodeStopped);
        QSignalSpy down(&fixture.cluster, &PracticeCluster::linkDown);
        QVERIFY(fixture.cluster.stopNode(bob));
        QVERIFY(!fixture.cluster.stopNode(bob));
        QTRY_COMPARE(stopped.size(), 1);
        QTRY_COMPARE(down.size(), 4); // as alice, carol, dave and heidi see it
        QVERIFY(fixture.cluster.owns(bob));
        QCOMPARE(fixture.cluster.info().nodes.size(), std::size_t(5));
        QTRY_VERIFY(!registeredNames(fixture).contains(QStringLiteral("bob")));

        QVERIFY(fixture.cluster.startNode(bob));
        QTRY_COMPARE(fixture.cluster.info().nodes.size(), std::size_t(6));
        // It dials one of them; introductions lead it to the others.
        QTRY_COMPARE(peers(fixture, QStringLiteral("bob"), false), 3);
        QVERIFY(registeredNames(fixture).contains(QStringLiteral("bob")));
    }
    void anEpmdThatRunsIsUsedAndLeftAlone()
    {
        dist::EpmdServer epmd;
        const auto port = epmd.listen(0);
        QVERIFY(port.ok());
        lab::PracticeOptions options;
        options.epmdPort = *port;
        {
            ClusterFixture first(options);
            QVERIFY(first.start());
            QVERIFY(!first.info->embeddedEpmd);
            // A second cluster finds the names taken.
            ClusterFixture second(options);
            QVERIFY(second.start());
            QVERIFY(second.cluster.owns(ClusterFixture::node(QStringLiteral("alice2"))));
            QVERIFY(!second.cluster.owns(ClusterFixture::node(QStringLiteral("alice"))));
            QCOMPARE(epmd.registrations().size(), std::size_t(12));
        }
        QVERIFY(epmd.isListening());
        QTRY_VERIFY(epmd.registrations().empty());
    }
    void theMachinesEpmdIsPreferred()
    {
        dist::EpmdServer epmd;
        const auto port = epmd.listen(0);
        QVERIFY(port.ok());
        ClusterFixture fixture;
        fixture.options.epmdPort = 0;
        fixture.options.machineEpmdPort = *port;
        QVERIFY(fixture.start());
        QCOMPARE(fixture.info->epmdPort, *port);
        QVERIFY(!fixture.info->embeddedEpmd);
    }
    void somethingElseAtThePort()
    {
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        connect(&stranger, &QTcpServer::newConnection, &stranger, [&] {
            QTcpSocket *socket = stranger.nextPendingConnection();
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
        ClusterFixture fixture;
        fixture.options.epmdPort = stranger.serverPort();
        QSignalSpy failed(&fixture.cluster, &PracticeCluster::failed);
        fixture.cluster.start(fixture.options);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<PracticeError>().kind, PracticeError::Kind::EpmdPortTaken);
        QCOMPARE(fixture.cluster.state(), PracticeCluster::State::Stopped);
        QVERIFY(stranger.isListening());

        // Where we may choose, we go elsewhere.
        fixture.options.epmdPort = 0;
        fixture.options.machineEpmdPort = stranger.serverPort();
        QVERIFY(fixture.start());
        QVERIFY(fixture.info->embeddedEpmd);
        QVERIFY(fixture.info->epmdPort != stranger.serverPort());
    }
    void badCookieFile()
    {
        ClusterFixture fixture;
        fixture.options.cookieFile = QStringLiteral("/nowhere/at/all");
        QSignalSpy failed(&fixture.cluster, &PracticeCluster::failed);
        fixture.cluster.start(fixture.options);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<PracticeError>().kind, PracticeError::Kind::CookieFile);
    }
    void namedCookieFile()
    {
        const QTemporaryDir folder;
        ClusterFixture fixture;
        fixture.options.cookieFile = folder.filePath(QStringLiteral("cookie"));
        QVERIFY(fixture.start());
        QCOMPARE(fixture.info->cookieFile, fixture.options.cookieFile);
        for (const auto &node : fixture.info->nodes)
            QCOMPARE(node.cookieFile == fixture.options.cookieFile, !node.otherCookie);
    }
    void visibleStrangersAreIntroducedToAll()
    {
        ClusterFixture fixture;
        QVERIFY(fixture.start());
        // Another practice node, outside of the cluster, with its cookie.
        lab::PracticeNodeSettings settings;
        settings.name = ClusterFixture::node(QStringLiteral("guest"));
        settings.cookie = fixture.info->nodes.front().cookie;
        settings.epmdPort = fixture.options.epmdPort;
        lab::PracticeNode guest(settings, fixture.clock);
        guest.setIntroducing(true);
        QVERIFY(guest.listen().ok());
        guest.connectTo(ClusterFixture::node(QStringLiteral("carol")));
        QTRY_COMPARE(guest.visiblePeers().size(), 4);
        QVERIFY(guest.hiddenPeers().isEmpty());
    }

private:
    static qsizetype peers(const ClusterFixture &fixture, const QString &name, bool hidden)
    {
        const lab::PracticeNode *node = fixture.cluster.node(ClusterFixture::node(name));
        if (!node)
            return -1;
        return hidden ? node->hiddenPeers().size() : node->visiblePeers().size();
    }
    static QStringList registeredNames(const ClusterFixture &fixture)
    {
        dist::EpmdClient client(fixture.clock);
        QStringList names;
        bool finished = false;
        dist::EpmdQuery *query = client.names(QStringLiteral("127.0.0.1"), fixture.options.epmdPort);
        connect(query, &dist::EpmdQuery::finished, &client, [&](const dist::EpmdAnswer &answer) {
            finished = true;
            if (const auto *reply = answer.names())
                for (const auto &entry : reply->names)
                    names.append(entry.name);
        });
        return QTest::qWaitFor([&] { return finished; }) ? names : QStringList();
    }
};

QTEST_GUILESS_MAIN(tst_PracticeCluster)
#include "tst_PracticeCluster.moc"
