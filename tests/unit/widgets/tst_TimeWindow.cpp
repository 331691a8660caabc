#include <QtTest>

#include "widgets/timeline/TimeWindow.h"

using nodescope::widgets::TimeWindow;

class tst_TimeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsNow()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        QCOMPARE(window.end(), qint64(1'000'000));
        window.setNow(1'005'000);
        QCOMPARE(window.end(), qint64(1'005'000));
        // The wall clock went back: the window does not.
        window.setNow(900'000);
        QCOMPARE(window.end(), qint64(1'005'000));
    }
    void panStopsFollowingUntilNowIsReached()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        window.pan(-30'000);
        QVERIFY(!window.follows());
        window.setNow(1'010'000);
        QCOMPARE(window.end(), qint64(970'000));
        window.pan(100'000);
        QVERIFY(window.follows());
        QCOMPARE(window.end(), qint64(1'010'000));
    }
    void zoomKeepsItsAnchor()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        window.pan(-200'000);
        const qint64 anchor = window.begin() + window.span() / 4;
        const double before = window.xOf(anchor, 1000);
        window.zoom(0.5, anchor);
        QVERIFY(qAbs(window.xOf(anchor, 1000) - before) < 1);
        QCOMPARE(window.span(), TimeWindow::DefaultSpan / 2);
    }
    void zoomIsBounded()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        for (int i = 0; i < 100; ++i)
            window.zoom(0.5, 0);
        QCOMPARE(window.span(), TimeWindow::MinSpan);
        for (int i = 0; i < 100; ++i)
            window.zoom(2, 0);
        QCOMPARE(window.span(), TimeWindow::MaxSpan);
        QCOMPARE(window.end(), qint64(1'000'000));
    }
    void mapsThereAndBack()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        QCOMPARE(window.momentAt(window.xOf(950'000, 800), 800), qint64(950'000));
        QCOMPARE(window.xOf(window.end(), 800), 800.0);
    }
    void ticksAreRoundAndFew()
    {
        TimeWindow window;
        window.setNow(1'234'567);
        const QList<qint64> ticks = window.ticks(8);
        QVERIFY(!ticks.isEmpty());
        QVERIFY(ticks.size() <= 9);
        for (const qint64 tick : ticks)
            QCOMPARE(tick % window.tickStep(8), qint64(0));
    }
    void revealsWhatIsOutside()
    {
        TimeWindow window;
        window.setNow(1'000'000);
        window.reveal(500'000);
        QVERIFY(!window.follows());
        QVERIFY(window.begin() <= 500'000 && window.end() >= 500'000);
    }
};

QTEST_GUILESS_MAIN(tst_TimeWindow)
#include "tst_TimeWindow.moc"
