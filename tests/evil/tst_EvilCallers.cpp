#include "Misbehaviour.h"
#include "Outcome.h"
#include "Victim.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// Evil nodes that dial us. Each is met by its own typed error, costs no other link anything, gets no
/// digest that it has not earned, and little memory.
class tst_EvilCallers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Fresh for each: who fails to prove the cookie is slowed down, and here all come from one address.
    void init() { m_victim.reset(); }

    void namesAreDistinct()
    {
        QSet<QByteArray> names;
        for (const Misbehaviour &row : all())
            names.insert(row.name);
        QCOMPARE(std::size_t(names.size()), all().size());
        QVERIFY(names.size() >= 80);
    }

    void misbehaves_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Misbehaviour &row : all())
            QTest::newRow(row.name) << index++;
    }
    void misbehaves()
    {
        QFETCH(int, index);
        const Misbehaviour row = all().at(std::size_t(index));
        m_victim = std::make_unique<Victim>(bool(row.traits & Hasty));
        QVERIFY(m_victim->healthyAnswers());
        const qint64 before = residentBytes();
        QSignalSpy failed(m_victim->node.get(), &LocalNode::acceptFailed);
        QSignalSpy up(m_victim->node.get(), &LocalNode::linkUp);
        EvilPeer peer(row.script);
        peer.connectTo(m_victim->node->listeningPort());
        QTRY_VERIFY_WITH_TIMEOUT(failed.count() + up.count() == 1, Victim::Wait);

        const Player &player = *peer.player();
        if (failed.isEmpty()) {
            QCOMPARE("connected", row.outcome);
            QCOMPARE(up.first().first().value<LinkInfo>().peer, Victim::evilName());
            QTRY_VERIFY(player.conversation().provedCookie());
        } else {
            const auto report = failed.first().first().value<AcceptReport>();
            QCOMPARE(outcomeOf(report.error), QString::fromUtf8(row.outcome));
            QTRY_VERIFY_WITH_TIMEOUT(player.isLeft(), Victim::Wait);
            checkSecrecy(report, player.conversation());
        }
        QVERIFY2(!player.conversation().provedCookie() || row.traits & MayProve,
                 "it got a digest that it has not earned");
        QVERIFY(residentBytes() - before < Victim::Memory);
        QVERIFY(player.written() < Victim::Memory);
        QVERIFY(m_victim->healthyAnswers());
    }

private:
    [[nodiscard]] static Misbehaviours all()
    {
        Misbehaviours rows = callersBeforeTheChallenge();
        const Misbehaviours more = callersFromTheChallengeOn();
        rows.insert(rows.end(), more.begin(), more.end());
        return rows;
    }

    static void checkSecrecy(const AcceptReport &report, const Conversation &said)
    {
        QString printed;
        QDebug(&printed) << report.error;
        const QByteArray right = digestOf(Cookie, said.challenge());
        QVERIFY(!report.error.evidence.contains(right));
        QVERIFY(!printed.contains(QString::fromLatin1(right.toHex())));
        QVERIFY(!said.received().contains(right));
    }

    std::unique_ptr<Victim> m_victim;
};

QTEST_GUILESS_MAIN(tst_EvilCallers)
#include "tst_EvilCallers.moc"
