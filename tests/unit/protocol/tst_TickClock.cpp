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
        QCOMPARE(clock.nextDeadline(), start + seconds(60));
        QCOMPARE(clock.due(start + seconds(60)), TickClock::Action::PeerSilent);
        clock.read(start + seconds(59));
        QCOMPARE(clock.silentIntervals(start + seconds(60)), 0);
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
