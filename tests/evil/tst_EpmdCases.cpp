#include <QElapsedTimer>
#include <QTest>

#include "EpmdMisbehaviour.h"
#include "Flood.h"
#include "Outcome.h"
#include "Victim.h"
#include "Wire.h"
#include "dist/EpmdClient.h"
#include "dist/EpmdServer.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// The cases of robustness.md on EPMD, 26 to 30, by their numbers.
class tst_EpmdCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<EpmdServer>();
        const auto port = m_server->listen(0);
        QVERIFY(port.ok());
        m_port = *port;
    }

    // Single hostile requests are rows of tst_EvilEpmd; here they come all at once.
    void case26_hostileRequestsTogether()
    {
        for (const QHostAddress &address : m_server->addresses())
            QVERIFY(address.isLoopback());
        const auto bob = registration(u"bob", 4712);
        std::vector<std::unique_ptr<EvilPeer>> peers;
        for (int round = 0; round < 5; ++round) {
            for (const Misbehaviour &row : evilRequests()) {
                if (row.script.size() == 1 && row.script.front().kind == Step::Kind::Flood)
                    continue; // these make the loop slow, not the server
                peers.push_back(std::make_unique<EvilPeer>(row.script));
                peers.back()->connectTo(m_port);
            }
        }
        for (const char *forbidden : {"k", "sbob"}) { // KILL and STOP
            EvilPeer peer({say(packet(forbidden))});
            peer.connectTo(m_port);
            QTRY_VERIFY_WITH_TIMEOUT(peer.player() && peer.player()->isLeft(), Victim::Wait);
            QVERIFY(peer.player()->conversation().received().isEmpty());
        }
        QCOMPARE(where(u"bob"), QStringLiteral("found 4712"));
        QVERIFY(m_server->isListening());
        QCOMPARE(m_server->registrations().size(), std::size_t(1));
    }

    void case27_aPortThatAnotherPortMapperOwns()
    {
        const auto bob = registration(u"bob", 4712);
        EpmdServer second;
        const auto refused = second.listen(m_port);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().inUse);
        QVERIFY(!second.isListening());
        // The first goes on, and serves our names.
        const auto eve = registration(u"eve", 4713);
        QCOMPARE(where(u"bob"), QStringLiteral("found 4712"));
        QCOMPARE(where(u"eve"), QStringLiteral("found 4713"));
    }

    void case28_tenThousandHalfOpenConnections()
    {
        const int count = qMin(10'000, descriptorLimit() - 100);
        const auto bob = registration(u"bob", 4712);
        Flood flood(m_port, count);
        QTRY_VERIFY_WITH_TIMEOUT(flood.made() >= count, 60'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(where(u"bob"), QStringLiteral("found 4712"));
        QVERIFY2(timer.elapsed() < Soon, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(bob->state(), EpmdRegistration::State::Registered);
        if (count < 10'000)
            QSKIP("done with fewer: this system allows no 10,000 descriptors to a process");
    }

    void case28_thousandsOfHalfOpenConnectionsToANode()
    {
        const int count = qMin(2'500, descriptorLimit() - 100);
        Victim victim;
        Flood flood(victim.node->listeningPort(), count);
        QTRY_VERIFY_WITH_TIMEOUT(flood.made() >= count, 60'000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(callsThrough(victim));
        QVERIFY2(timer.elapsed() < Soon, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(victim.healthyAnswers());
    }

    void case28_noDescriptorsLeft()
    {
        Victim victim;
        QElapsedTimer timer;
        {
            Flood mapper(m_port, 64);
            Flood node(victim.node->listeningPort(), 64);
            const FewDescriptors few(8);
            QTRY_VERIFY_WITH_TIMEOUT(mapper.made() == 64 && node.made() == 64, Victim::Wait);
            QTest::qWait(300); // accepting fails meanwhile, and must not end
            timer.start();
        }
        // They are gone, and there are descriptors again.
        QCOMPARE(where(u"nobody"), QStringLiteral("not_found"));
        QVERIFY(callsThrough(victim));
        QVERIFY2(timer.elapsed() < Soon, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(victim.healthyAnswers());
    }

    // A crowd of mute callers gives way: none of them keeps anybody out.
    void case28_muteCallersGiveWay()
    {
        Victim victim;
        QSignalSpy failed(victim.node.get(), &LocalNode::acceptFailed);
        Flood flood(victim.node->listeningPort(), 2 * Listener::DefaultUnauthenticated);
        QTRY_VERIFY_WITH_TIMEOUT(failed.count() >= Listener::DefaultUnauthenticated, Victim::Wait);
        const auto report = failed.first().first().value<AcceptReport>();
        QCOMPARE(outcomeOf(report.error), QStringLiteral("crowded @AwaitName +0"));
        QVERIFY(callsThrough(victim));
    }

    void case29_endlessRepliesManyNamesAndPort0()
    {
        const QByteArray line = "name eve at port 4711\n";
        const auto ask = [&](const Script &script, const EpmdQuestion &question) {
            EvilPeer mapper(script);
            const qint64 before = residentBytes();
            const QString outcome = outcomeOf(answerOf(question, mapper.listen()));
            return residentBytes() - before < Victim::Memory ? outcome : QStringLiteral("too much memory");
        };
        const protocol::epmd::NamesRequest names;
        QCOMPARE(
            ask({awaitBytes(3), say(number(quint32(4369))), flood(line.repeated(200), 256 << 20)}, names),
            QStringLiteral("too_many_names +1441795"));
        QCOMPARE(ask({awaitBytes(3), say(number(quint32(4369)) + line.repeated(65'535)), finish()}, names),
                 QStringLiteral("names 65535 unreadable 0"));
        QCOMPARE(ask({awaitBytes(3), say(number(quint32(4369)) + "name eve at port 0\n"), finish()}, names),
                 QStringLiteral("names 0 unreadable 1"));
        const protocol::epmd::PortRequest eve{QStringLiteral("eve")};
        QCOMPARE(ask({awaitBytes(6), say(QByteArray::fromHex("770000004d000006000500036576650000"))}, eve),
                 QStringLiteral("bad_port +2"));
    }

    void case30_epmdRestarts()
    {
        Victim victim;
        QSignalSpy registered(victim.node.get(), &LocalNode::registered);
        QSignalSpy lost(victim.node.get(), &LocalNode::registrationLost);
        QSignalSpy down(victim.node.get(), &LocalNode::linkDown);
        LocalNode node(NodeIdentity::fixed(base::NodeName::literal(u"carol@127.0.0.1"), false), cookies(),
                       victim.clock);
        QSignalSpy up(&node, &LocalNode::registered);
        QSignalSpy gone(&node, &LocalNode::registrationLost);
        QSignalSpy broken(&node, &LocalNode::linkDown);
        ListenOptions options;
        options.epmdPort = m_port;
        QVERIFY(node.listen(options).ok());
        QVERIFY(up.count() == 1 || up.wait(Victim::Wait));
        DialOptions to;
        to.address = {QStringLiteral("127.0.0.1"), victim.node->listeningPort()};
        QSignalSpy dialled(&node, &LocalNode::dialFinished);
        node.dial(victim.node->identity().name, to);
        QVERIFY(dialled.wait(Victim::Wait));
        const quint32 creation = node.creationOn(victim.node->identity().name);

        m_server->close();
        QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, Victim::Wait);
        QCOMPARE(m_server->listen(m_port).ok(), true);
        QTRY_COMPARE_WITH_TIMEOUT(up.count(), 2, Victim::Wait);
        QCOMPARE(where(u"carol"), QStringLiteral("found %1").arg(node.listeningPort()));
        QVERIFY(broken.isEmpty());
        QVERIFY(node.isConnected(victim.node->identity().name));
        QCOMPARE(node.creationOn(victim.node->identity().name), creation);
    }

    // Clients of either family find it, and a node that listens on the other one.
    void bothFamilies()
    {
        if (m_server->addresses().size() < 2)
            QSKIP("this machine has no ::1");
        const auto bob = registration(u"bob", 4712);
        for (const char16_t *host : {u"127.0.0.1", u"::1", u"localhost"})
            QCOMPARE(where(u"bob", QString::fromUtf16(host)), QStringLiteral("found 4712"));
        // A node on ::1 alone, whose EPMD answers on 127.0.0.1 first.
        LocalNode six(NodeIdentity::fixed(base::NodeName::literal(u"six@localhost"), false), cookies(),
                      m_clock);
        QSignalSpy up(&six, &LocalNode::registered);
        ListenOptions options;
        options.address = QHostAddress::LocalHostIPv6;
        options.epmdPort = m_port;
        QVERIFY(six.listen(options).ok());
        QVERIFY(up.count() == 1 || up.wait(Victim::Wait));
        LocalNode client(NodeIdentity::dynamic(QStringLiteral("localhost")), cookies(), m_clock);
        QSignalSpy finished(&client, &LocalNode::dialFinished);
        DialOptions dial;
        dial.epmdPort = m_port;
        client.dial(six.identity().name, dial);
        QVERIFY(finished.wait(Victim::Wait));
        const auto report = finished.first().first().value<DialReport>();
        QVERIFY2(report.connected(), reasonName(report.end));
    }

private:
    static constexpr qint64 Soon = 1'000; ///< milliseconds

    [[nodiscard]] static CookieStore cookies()
    {
        CookieStore store;
        store.setDefault(base::Secret(Cookie));
        return store;
    }
    [[nodiscard]] std::unique_ptr<EpmdRegistration> registration(QStringView name, quint16 port)
    {
        protocol::epmd::Registration self;
        self.name = name.toString();
        self.port = port;
        auto held = std::make_unique<EpmdRegistration>(self, m_port, m_clock);
        QSignalSpy registered(held.get(), &EpmdRegistration::registered);
        held->start();
        (void)registered.wait(Victim::Wait);
        return held;
    }
    [[nodiscard]] EpmdAnswer answerOf(const EpmdQuestion &question, quint16 port,
                                      const QString &host = QStringLiteral("127.0.0.1"))
    {
        ConnectTimeouts timeouts;
        timeouts.reply = std::chrono::milliseconds(Victim::Wait);
        EpmdClient client(m_clock, timeouts);
        EpmdAnswer answer;
        bool answered = false;
        connect(client.ask(question, host, port), &EpmdQuery::finished, &client,
                [&](const EpmdAnswer &outcome) {
                    answer = outcome;
                    answered = true;
                });
        (void)QTest::qWaitFor([&] { return answered; }, Victim::Wait);
        return answer;
    }
    [[nodiscard]] QString where(QStringView name, const QString &host = QStringLiteral("127.0.0.1"))
    {
        return outcomeOf(answerOf(protocol::epmd::PortRequest{name.toString()}, m_port, host));
    }
    /// A new honest caller gets its link.
    [[nodiscard]] static bool callsThrough(Victim &victim)
    {
        LocalNode caller(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), cookies(), victim.clock);
        QSignalSpy finished(&caller, &LocalNode::dialFinished);
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), victim.node->listeningPort()};
        caller.dial(victim.node->identity().name, options);
        return finished.wait(Victim::Wait) && finished.first().first().value<DialReport>().connected();
    }

    base::SystemClock m_clock;
    std::unique_ptr<EpmdServer> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(tst_EpmdCases)
#include "tst_EpmdCases.moc"
