#include <QMap>

#include "LinkMisbehaviour.h"
#include "Outcome.h"
#include "Victim.h"
#include "Wire.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// Peers that behave until the link is up, and not from then on; each in both roles.
class tst_EvilLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_victim = std::make_unique<Victim>();
        QVERIFY(m_victim->healthyAnswers());
    }

    void misbehaves_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("dialled");
        QSet<QByteArray> names;
        int index = 0;
        for (const LinkMisbehaviour &row : all()) {
            QTest::addRow("%s, dialled", row.name) << index << true;
            QTest::addRow("%s, dialling", row.name) << index++ << false;
            names.insert(row.name);
        }
        QCOMPARE(std::size_t(names.size()), all().size());
        QVERIFY(names.size() >= 95);
    }
    void misbehaves()
    {
        QFETCH(int, index);
        QFETCH(bool, dialled);
        const LinkMisbehaviour row = all().at(std::size_t(index));
        LocalNode &node = *m_victim->node;
        const qint64 before = residentBytes();
        QSignalSpy down(&node, &LocalNode::linkDown);
        QSignalSpy dropped(&node, &LocalNode::signalDropped);
        EvilPeer peer(script(row, dialled));
        if (dialled) {
            QVERIFY(m_victim->dial(peer.listen(), Victim::evilName()).connected());
        } else {
            QSignalSpy up(&node, &LocalNode::linkUp);
            peer.connectTo(node.listeningPort());
            QVERIFY(up.count() == 1 || up.wait(Victim::Wait));
        }
        // Its question is answered behind everything that it sent, unless the link ends before.
        const auto answered = [&peer] { return peer.player()->conversation().received().contains("noproc"); };
        const bool staysUp = qstrncmp(row.outcome, "up", 2) == 0;
        if (staysUp && expectsAnswer(row.name))
            QTRY_VERIFY_WITH_TIMEOUT(answered() || !down.isEmpty(), Victim::Wait);
        else if (staysUp)
            QTRY_VERIFY_WITH_TIMEOUT(peer.player()->isDone(), Victim::Wait);
        else
            QTRY_COMPARE_WITH_TIMEOUT(down.count(), 1, Victim::Wait);

        QCOMPARE(outcome(down, dropped), QString::fromLatin1(row.outcome));
        QVERIFY2(residentBytes() - before < Victim::Memory,
                 qPrintable(QString::number(residentBytes() - before)));
        QVERIFY(m_victim->healthyAnswers());
    }
    void cleanup() { m_victim->node->disconnectFrom(Victim::evilName()); }

private:
    [[nodiscard]] static LinkMisbehaviours all()
    {
        LinkMisbehaviours rows = brokenFrames();
        for (const LinkMisbehaviours &some : {brokenHeaders(), brokenSignals(), lyingSignals()})
            rows.insert(rows.end(), some.begin(), some.end());
        return rows;
    }

    // After these the victim still waits for the rest of a long frame.
    [[nodiscard]] static bool expectsAnswer(const QByteArray &name)
    {
        return name != "the handshake again" && name != "an HTTP request" && name != "a TLS alert";
    }

    [[nodiscard]] Script script(const LinkMisbehaviour &row, bool dialled) const
    {
        const quint64 flags = row.plain ? PlainFlags : GoodFlags;
        const quint32 creation = m_victim->node->creationOn(Victim::evilName());
        const QByteArray question =
            tuple({small(19), pid(EvilName, 1, 7), atom("nobody"), reference(EvilName, 7, 1)});
        const QByteArray asked = row.plain ? frame("p\x83" + question) : headed(question);
        return (dialled ? goodAcceptor(flags) : goodCaller(flags)) + row.script(VictimName, creation) +
               Script{say(asked)};
    }

    [[nodiscard]] static QString outcome(const QSignalSpy &down, const QSignalSpy &dropped)
    {
        if (!down.isEmpty())
            return outcomeOf(down.first().at(1).value<link_down::Reason>());
        QMap<QString, int> counts;
        for (const QList<QVariant> &one : dropped)
            ++counts[one.at(1).toString()];
        QStringList parts{QStringLiteral("up")};
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            parts.append(it.key() + u':' + QString::number(it.value()));
        return parts.join(u' ');
    }

    std::unique_ptr<Victim> m_victim;
};

QTEST_GUILESS_MAIN(tst_EvilLinks)
#include "tst_EvilLinks.moc"
