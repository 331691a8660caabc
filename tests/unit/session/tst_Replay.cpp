#include <QSignalSpy>
#include <QTimeZone>
#include <QtTest>

#include "session/Replay.h"

using namespace nodescope;
using namespace nodescope::cluster;
using session::Replay;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;
const base::NodeName A = base::NodeName::literal(u"a@h");

Node nodeAt(int step)
{
    Node node;
    node.name = A;
    node.port = quint16(step);
    return node;
}
} // namespace

/// The past played back: at each moment what was known then.
class tst_Replay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history.clear();
        for (int step = 1; step <= 10; ++step)
            m_history.append(Begin + step * 1000, {NodeChanged{nodeAt(step)}});
        // Much later once more.
        m_history.append(Begin + 3'600'000, {NodeChanged{nodeAt(99)}});
    }
    void seeksAndSteps()
    {
        Replay replay(m_history, m_clock);
        Cluster shown;
        follow(replay, shown);
        replay.seek(Begin + 4'500);
        QCOMPARE(shown.node(A)->port, quint16(4));
        QCOMPARE(replay.time(), Begin + 4'500);
        replay.step(1);
        QCOMPARE(shown.node(A)->port, quint16(5));
        QCOMPARE(replay.time(), Begin + 5'000);
        replay.step(-3);
        QCOMPARE(shown.node(A)->port, quint16(2));
        replay.step(-100);
        QVERIFY(!shown.node(A)); // before the first batch nothing was known
        replay.step(100);
        QCOMPARE(shown.node(A)->port, quint16(99));
        replay.seek(0);
        QCOMPARE(replay.time(), Begin + 1'000);
    }
    void playsAtItsSpeed()
    {
        base::ManualClock clock;
        Replay replay(m_history, clock);
        Cluster shown;
        follow(replay, shown);
        replay.seek(Begin + 1'000);
        replay.setSpeed(2);
        replay.play();
        QVERIFY(replay.isPlaying());
        QSignalSpy moved(&replay, &Replay::moved);
        clock.advance(std::chrono::milliseconds(1'600));
        QVERIFY(moved.wait());
        QCOMPARE(replay.time(), Begin + 4'200);
        QCOMPARE(shown.node(A)->port, quint16(4));
        replay.pause();
        QVERIFY(!replay.isPlaying());
    }
    void longSilencesAreShortened()
    {
        base::ManualClock clock;
        Replay replay(m_history, clock);
        Cluster shown;
        follow(replay, shown);
        QSignalSpy ended(&replay, &Replay::ended);
        replay.seek(Begin + 10'000);
        replay.play();
        QSignalSpy moved(&replay, &Replay::moved);
        QVERIFY(moved.wait());
        QCOMPARE(replay.time(), Begin + 3'600'000 - Replay::MaxPause);
        clock.advance(std::chrono::milliseconds(Replay::MaxPause));
        QVERIFY(ended.wait());
        QCOMPARE(shown.node(A)->port, quint16(99));
        QVERIFY(!replay.isPlaying());
        QCOMPARE(replay.time(), Begin + 3'600'000);
    }
    void goesOnWhereTheHistoryGrows()
    {
        base::ManualClock clock;
        Replay replay(m_history, clock);
        Cluster shown;
        follow(replay, shown);
        replay.seek(Begin + 3'600'000);
        m_history.append(Begin + 3'601'000, {NodeChanged{nodeAt(100)}});
        replay.play();
        clock.advance(std::chrono::seconds(2));
        QTRY_VERIFY(shown.node(A)->port == 100);
    }

private:
    void follow(Replay &replay, Cluster &shown)
    {
        connect(&replay, &Replay::changed, this, [&shown](const Deltas &deltas) {
            for (const Delta &delta : deltas)
                (void)shown.apply(delta);
        });
    }

    History m_history;
    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_Replay.moc"
