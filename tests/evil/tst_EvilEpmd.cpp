#include <QTest>

#include "EpmdMisbehaviour.h"
#include "Outcome.h"
#include "Victim.h"
#include "dist/EpmdClient.h"
#include "dist/EpmdServer.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// Evil port mappers that we ask, and evil clients of our own.
class tst_EvilEpmd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portMappers_data() { rows(evilPortReplies()); }
    void portMappers()
    {
        QFETCH(int, index);
        const Misbehaviour row = evilPortReplies().at(std::size_t(index));
        ask(row, protocol::epmd::PortRequest{QStringLiteral("eve")});
    }

    void listings_data() { rows(evilNamesReplies()); }
    void listings()
    {
        QFETCH(int, index);
        const Misbehaviour row = evilNamesReplies().at(std::size_t(index));
        ask(row, protocol::epmd::NamesRequest{});
    }

    // The same misbehaviours met by a whole attempt: typed there, too.
    void anAttemptMeetsThem_data() { rows(evilPortReplies()); }
    void anAttemptMeetsThem()
    {
        QFETCH(int, index);
        const Misbehaviour row = evilPortReplies().at(std::size_t(index));
        EvilPeer mapper(row.script);
        CookieStore cookies;
        cookies.setDefault(base::Secret("cookie"));
        LocalNodeSettings settings;
        settings.connect.reply = row.traits & Hasty ? Short : Long;
        LocalNode node(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), cookies, m_clock, settings);
        QSignalSpy finished(&node, &LocalNode::dialFinished);
        DialOptions options;
        options.epmdPort = mapper.listen();
        node.dial(Victim::evilName(), options);
        QVERIFY(finished.wait(Victim::Wait));
        const auto report = finished.first().first().value<DialReport>();
        const QString expected = QString::fromLatin1(row.outcome);
        // Nobody listens at port 1: an answer leads no further than there.
        if (expected.startsWith(QLatin1String("found")))
            QVERIFY2(report.as<dial_end::PortUnreachable>(), reasonName(report.end));
        else if (expected == QLatin1String("not_found"))
            QVERIFY2(report.as<dial_end::NotRegistered>(), reasonName(report.end));
        else if (expected.startsWith(QLatin1String("silent")))
            QVERIFY2(report.as<dial_end::EpmdSilent>(), reasonName(report.end));
        else
            QCOMPARE(outcomeOf(report), QString(u"epmd " + expected));
    }

    void clients_data() { rows(evilRequests()); }
    void clients()
    {
        QFETCH(int, index);
        const Misbehaviour row = evilRequests().at(std::size_t(index));
        EpmdServerLimits limits;
        limits.request = std::chrono::milliseconds(300);
        EpmdServer server(limits);
        const auto port = server.listen(0);
        QVERIFY(port.ok());
        protocol::epmd::Registration self;
        self.name = QStringLiteral("bob");
        self.port = 4712;
        EpmdRegistration bob(self, *port, m_clock);
        QSignalSpy registered(&bob, &EpmdRegistration::registered);
        bob.start();
        QVERIFY(registered.count() == 1 || registered.wait(Victim::Wait));

        const qint64 before = residentBytes();
        EvilPeer peer(row.script);
        peer.connectTo(*port);
        QTRY_VERIFY_WITH_TIMEOUT(peer.player() && peer.player()->isLeft(), Victim::Wait);
        const QByteArray got = peer.player()->conversation().received().toHex();
        if (qstrcmp(row.outcome, "any") != 0)
            QCOMPARE(got.isEmpty() ? QByteArray("nothing") : got, QByteArray(row.outcome));
        QVERIFY(residentBytes() - before < Victim::Memory);
        QVERIFY(peer.player()->written() < Victim::Memory);
        // Bob is still there, alone, and is found.
        QCOMPARE(server.registrations().size(), std::size_t(1));
        QCOMPARE(bob.state(), EpmdRegistration::State::Registered);
        const EpmdAnswer answer = question(protocol::epmd::PortRequest{QStringLiteral("bob")}, *port, Long);
        QCOMPARE(outcomeOf(answer), QStringLiteral("found 4712"));
    }

private:
    static constexpr std::chrono::milliseconds Short{250};
    static constexpr std::chrono::milliseconds Long{Victim::Wait};

    static void rows(const Misbehaviours &all)
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Misbehaviour &row : all)
            QTest::newRow(row.name) << index++;
    }

    [[nodiscard]] EpmdAnswer question(const EpmdQuestion &question, quint16 port, base::Duration reply)
    {
        ConnectTimeouts timeouts;
        timeouts.reply = reply;
        EpmdClient client(m_clock, timeouts);
        EpmdAnswer answer;
        bool answered = false;
        connect(client.ask(question, QStringLiteral("127.0.0.1"), port), &EpmdQuery::finished, &client,
                [&](const EpmdAnswer &outcome) {
                    answer = outcome;
                    answered = true;
                });
        (void)QTest::qWaitFor([&] { return answered; }, Victim::Wait);
        return answer;
    }

    void ask(const Misbehaviour &row, const EpmdQuestion &what)
    {
        const qint64 before = residentBytes();
        EvilPeer mapper(row.script);
        const EpmdAnswer answer = question(what, mapper.listen(), row.traits & Hasty ? Short : Long);
        QCOMPARE(outcomeOf(answer), QString::fromLatin1(row.outcome));
        QVERIFY(residentBytes() - before < Victim::Memory);
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_EvilEpmd)
#include "tst_EvilEpmd.moc"
