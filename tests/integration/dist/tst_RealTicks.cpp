#include <QElapsedTimer>

#include "Bench.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;

/// Signs of life, with a peer whose tick time is four seconds.
class tst_RealTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NODESCOPE_NEEDS_ERLANG(); }

    void anIdleLinkStaysUp_data()
    {
        QTest::addColumn<int>("ourTickTime");
        QTest::newRow("the same tick time") << 4;
        // Only answering the peer's ticks keeps this one up.
        QTest::newRow("ours is longer") << 60;
    }
    void anIdleLinkStaysUp()
    {
        QFETCH(int, ourTickTime);
        Bench bench(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), settings(ourTickTime));
        QVERIFY(bench.epmd.start());
        const auto peer = bench.peer(QStringLiteral("tick"), tickTimeOfFour());
        QVERIFY2(peer->start(), qPrintable(peer->output()));
        QVERIFY(bench.dial(peer->name()).connected());
        QSignalSpy down(bench.node.get(), &LocalNode::linkDown);
        QVERIFY2(!down.wait(11'000), "the link went down");
        QVERIFY(bench.node->isConnected(peer->name()));
        QVERIFY(bench.node->countersOf(peer->name())->ticksIn >= 5);
        QVERIFY(bench.node->countersOf(peer->name())->ticksOut >= 5);
        QCOMPARE(peer->evaluate(QStringLiteral("length(nodes(hidden)).")), QStringLiteral("{ok,1}"));
    }

    void thePeersTickTimeIsLearned()
    {
        // Ours is short, the peer's is long: it would be taken for silent after four seconds.
        LocalNodeSettings ours = settings(4);
        ours.link.limits = {};
        ours.learnTickTimes = true;
        Bench bench(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), ours);
        QVERIFY(bench.epmd.start());
        const auto peer = bench.peer(QStringLiteral("slow"));
        QVERIFY2(peer->start(), qPrintable(peer->output()));
        QSignalSpy learned(bench.node.get(), &LocalNode::peerTickTimeLearned);
        QVERIFY(bench.dial(peer->name()).connected());
        QTRY_COMPARE(learned.count(), 1);
        QCOMPARE(learned.first().at(1).value<base::Duration>(), base::Duration(std::chrono::seconds(60)));
        const LinkMeasure measure = *bench.node->measureOf(peer->name());
        QCOMPARE(measure.tickInterval, base::Duration(std::chrono::seconds(1)));
        QCOMPARE(measure.peerTickInterval, base::Duration(std::chrono::seconds(15)));
        peer->freeze();
        QSignalSpy down(bench.node.get(), &LocalNode::linkDown);
        const bool lost = down.wait(6'000);
        peer->thaw();
        QVERIFY(!lost);
    }

    void aFrozenPeerGoesDown()
    {
        Bench bench(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), settings(4));
        QVERIFY(bench.epmd.start());
        const auto peer = bench.peer(QStringLiteral("tock"), tickTimeOfFour());
        QVERIFY2(peer->start(), qPrintable(peer->output()));
        QVERIFY(bench.dial(peer->name()).connected());
        QSignalSpy down(bench.node.get(), &LocalNode::linkDown);
        QElapsedTimer since;
        since.start();
        QSignalSpy missed(bench.node.get(), &LocalNode::tickMissed);
        peer->freeze();
        const bool noticed = down.wait(10'000);
        peer->thaw();
        QCOMPARE(missed.count(), 3);
        QVERIFY(noticed);
        const auto reason = down.first().at(1).value<link_down::Reason>();
        QVERIFY2(std::holds_alternative<link_down::PeerSilent>(reason), reasonName(reason));
        QVERIFY(since.elapsed() > 2'500);
        QVERIFY(since.elapsed() < 6'500);
    }

private:
    [[nodiscard]] static LocalNodeSettings settings(int tickTime)
    {
        LocalNodeSettings settings;
        settings.link.tickTime = std::chrono::seconds(tickTime);
        return settings;
    }
    [[nodiscard]] static QStringList tickTimeOfFour()
    {
        return {QStringLiteral("-kernel"), QStringLiteral("net_ticktime"), QStringLiteral("4")};
    }
};

QTEST_GUILESS_MAIN(tst_RealTicks)
#include "tst_RealTicks.moc"
