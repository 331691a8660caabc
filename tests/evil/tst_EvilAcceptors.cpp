#include "Misbehaviour.h"
#include "Outcome.h"
#include "Victim.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// Evil nodes that we dial. Each is met by its own typed error, costs no other link anything, gets no
/// digest that it has not earned, and little memory.
class tst_EvilAcceptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_victim = std::make_unique<Victim>();
        m_hasty = std::make_unique<Victim>(true);
        QVERIFY(m_victim->healthyAnswers());
        QVERIFY(m_hasty->healthyAnswers());
    }

    void namesAreDistinct()
    {
        QSet<QByteArray> names;
        for (const Misbehaviour &row : all())
            names.insert(row.name);
        QCOMPARE(std::size_t(names.size()), all().size());
        QVERIFY(names.size() >= 100);
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
        Victim &victim = row.traits & Hasty ? *m_hasty : *m_victim;
        const qint64 before = residentBytes();
        EvilPeer peer(row.script);
        const quint16 port = peer.listen();
        QVERIFY(port != 0);

        const DialReport report = victim.dial(port, Victim::evilName(), row.traits & Probe);
        QCOMPARE(outcomeOf(report), QString::fromUtf8(row.outcome));
        QVERIFY(peer.player());
        const Conversation &said = peer.player()->conversation();
        QVERIFY(residentBytes() - before < Victim::Memory);
        QVERIFY(peer.player()->written() < Victim::Memory);
        QVERIFY2(!said.provedCookie() || row.traits & MayProve, "it got a digest that it has not earned");
        checkSecrecy(report, said);
        if (report.connected())
            QVERIFY(victim.node->disconnectFrom(Victim::evilName()));
        QVERIFY(!victim.node->isConnected(Victim::evilName()));
        QVERIFY(victim.healthyAnswers());
        if (qstrcmp(row.name, "alive") == 0)
            QTRY_COMPARE(said.packets().last(), QByteArray("sfalse"));
    }

private:
    [[nodiscard]] static Misbehaviours all()
    {
        Misbehaviours rows = acceptorsBeforeTheChallenge();
        for (const Misbehaviours &some : {acceptorsFromTheChallengeOn(), probedAcceptors()})
            rows.insert(rows.end(), some.begin(), some.end());
        return rows;
    }

    // What is printed or kept as evidence holds no digest.
    static void checkSecrecy(const DialReport &report, const Conversation &said)
    {
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        if (!failed)
            return;
        QString printed;
        QDebug(&printed) << failed->error;
        for (const QByteArray &digest : said.digests()) {
            QVERIFY(!failed->error.evidence.contains(digest));
            QVERIFY(!printed.contains(QString::fromLatin1(digest.toHex())));
        }
    }

    std::unique_ptr<Victim> m_victim;
    std::unique_ptr<Victim> m_hasty;
};

QTEST_GUILESS_MAIN(tst_EvilAcceptors)
#include "tst_EvilAcceptors.moc"
