#include <QtTest>

#include "protocol/link/TickClock.h"

using namespace nodescope;
using nodescope::protocol::TickClock;
using std::chrono::seconds;

class tst_TickClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAfterAQuarterWithoutAWrite()
    {
        base::Instant now{};
        TickClock clock(now);
        QCOMPARE(clock.interval(), base::Duration(seconds(15)));
        QCOMPARE(clock.nextDeadline(), now + seconds(15));
        QCOMPARE(clock.due(now + seconds(14)), TickClock::Action::None);
        clock.wrote(now + seconds(10));
        QCOMPARE(clock.due(now + seconds(24)), TickClock::Action::None);
        clock.read(now + seconds(24));
        QCOMPARE(clock.due(now + seconds(25)), TickClock::Action::SendTick);
    }
    void silenceIsCountedInQuarters()
    {
        const base::Instant start{};
        TickClock clock(start);
        for (int second = 0; second < 60; ++second) {
            clock.wrote(start + seconds(second));
            QCOMPARE(clock.silentIntervals(start + seconds(second)), second / 15);
            QCOMPARE(clock.due(start + seconds(second)), TickClock::Action::None);
        }
        QCOMPARE(clock.takeMissed(start + seconds(59)), 3);
        QCOMPARE(clock.nextDeadline(), start + seconds(60));
        QCOMPARE(clock.due(start + seconds(60)), TickClock::Action::PeerSilent);
        clock.read(start + seconds(59));
        QCOMPARE(clock.silentIntervals(start + seconds(60)), 0);
    }
    void missedTicksAreToldOnceEachAndWithSlack()
    {
        const base::Instant start{};
        TickClock clock(start, seconds(16));
        QCOMPARE(clock.takeMissed(start + std::chrono::milliseconds(4900)), 0);
        clock.wrote(start + seconds(4));
        QCOMPARE(clock.nextDeadline(), start + seconds(5));
        QCOMPARE(clock.takeMissed(start + seconds(5)), 1);
        QCOMPARE(clock.takeMissed(start + seconds(6)), 0);
        QCOMPARE(clock.takeMissed(start + seconds(9)), 2);
        clock.read(start + seconds(10));
        QCOMPARE(clock.takeMissed(start + seconds(14)), 0);
        QCOMPARE(clock.takeMissed(start + seconds(15)), 1);
    }
    void thePeersTickTimeCountsToo()
    {
        const base::Instant start{};
        TickClock patient(start, seconds(16));
        patient.setPeerTickTime(seconds(240), start);
        QCOMPARE(patient.interval(), base::Duration(seconds(4)));
        QCOMPARE(patient.due(start + seconds(239)), TickClock::Action::SendTick);
        QCOMPARE(patient.due(start + seconds(240)), TickClock::Action::PeerSilent);
        TickClock quick(start, seconds(240));
        quick.setPeerTickTime(seconds(4), start);
        QCOMPARE(quick.interval(), base::Duration(seconds(1)));
        QCOMPARE(quick.peerInterval(), base::Duration(seconds(60)));
    }
    void whoDoesNotReadHearsNoSilence()
    {
        const base::Instant start{};
        TickClock clock(start, seconds(16));
        clock.setReadingPaused(true, start + seconds(1));
        QCOMPARE(clock.due(start + seconds(100)), TickClock::Action::SendTick);
        QCOMPARE(clock.takeMissed(start + seconds(100)), 0);
        clock.wrote(start + seconds(100));
        QCOMPARE(clock.nextDeadline(), start + seconds(104));
        clock.setReadingPaused(false, start + seconds(100));
        QCOMPARE(clock.silentIntervals(start + seconds(104)), 1);
    }
    void answersTicksButPlaysNoPingPong()
    {
        const base::Instant start{};
        TickClock clock(start, seconds(16));
        QVERIFY(!clock.answersTick(start));
        QVERIFY(clock.answersTick(start + seconds(1)));
        clock.wrote(start + seconds(1));
        QVERIFY(!clock.answersTick(start + seconds(1)));
    }
    void absurdTickTimesAreRaised()
    {
        QCOMPARE(TickClock({}, base::Duration(0)).interval(), base::Duration(std::chrono::milliseconds(250)));
    }
};

QTEST_APPLESS_MAIN(tst_TickClock)
#include "tst_TickClock.moc"
