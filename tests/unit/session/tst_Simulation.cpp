#include <QtTest>

#include "cluster/history/History.h"
#include "session/Simulation.h"

using namespace nodescope;
using namespace nodescope::cluster;
using session::Simulation;
using session::SimulationSettings;

class tst_Simulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameForTheSameSeed()
    {
        base::ManualClock clock;
        const SimulationSettings small{3, 200, 3, 10, 100};
        Simulation one(clock, small);
        Simulation two(clock, small);
        (void)one.beginning();
        (void)two.beginning();
        (void)one.changes(500);
        (void)two.changes(500);
        QCOMPARE(one.truth().sortedNodes(), two.truth().sortedNodes());
        QCOMPARE(one.truth().sortedLinks(), two.truth().sortedLinks());
        SimulationSettings other = small;
        other.seed = 4;
        Simulation three(clock, other);
        (void)three.beginning();
        (void)three.changes(500);
        QVERIFY(one.truth().sortedNodes() != three.truth().sortedNodes());
    }
    void whatItTellsIsTrue()
    {
        base::ManualClock clock;
        Simulation simulation(clock, {5, 1'000, 3, 20, 1'000});
        Cluster told;
        const auto follow = [&told](const Deltas &deltas) {
            for (const Delta &delta : coalesced(deltas))
                (void)told.apply(delta);
        };
        follow(simulation.beginning());
        for (int i = 0; i < 20; ++i)
            follow(simulation.changes(300));
        QCOMPARE(told.sortedNodes(), simulation.truth().sortedNodes());
        QCOMPARE(told.sortedLinks(), simulation.truth().sortedLinks());
        QCOMPARE(told.session().source, SessionInfo::Source::Simulated);
        QCOMPARE(simulation.changesMade(), quint64(6'000));
    }
    void keepsItsRate()
    {
        base::SystemClock clock;
        Simulation simulation(clock, {5, 500, 3, 20, 2'000});
        simulation.start();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(simulation.changesMade() >= 2'000, 10'000);
        QVERIFY(timer.elapsed() >= 900);
        simulation.stop();
    }
};

QTEST_GUILESS_MAIN(tst_Simulation)
#include "tst_Simulation.moc"
