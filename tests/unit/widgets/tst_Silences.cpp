#include <QTimeZone>
#include <QtTest>

#include "widgets/graphview/Silences.h"

using namespace nodescope;
using namespace nodescope::cluster;
using widgets::Silences;

namespace {
const LinkKey Between(base::NodeName::literal(u"a@h"), base::NodeName::literal(u"b@h"));

EndTraffic counted(int second, quint64 packetsIn)
{
    EndTraffic end;
    end.time = QDateTime::fromMSecsSinceEpoch(second * 1000, QTimeZone::utc());
    end.at = base::Instant(std::chrono::seconds(second));
    end.packetsIn = packetsIn;
    end.packetsOut = quint64(second); // what goes out says nothing of who should answer
    return end;
}
} // namespace

class tst_Silences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTickEveryQuarterIsNoSilence()
    {
        Silences silences;
        for (int second = 0; second < 200; second += 5)
            QVERIFY(!silences.take({Between, counted(second, quint64(second / 15)), {}}));
        QCOMPARE(silences.levelOf(Between), 0);
    }
    void quartersThatAreMissedAreTold()
    {
        Silences silences;
        QList<int> levels;
        for (int second = 100; second <= 180; second += 5) {
            if (silences.take({Between, counted(second, 7), {}}))
                levels.append(silences.levelOf(Between));
        }
        QCOMPARE(levels, (QList<int>{1, 2, 3, 4}));
        // One packet, and it is over.
        QVERIFY(silences.take({Between, counted(185, 8), {}}));
        QCOMPARE(silences.levelOf(Between), 0);
    }
    void oneDeafEndIsEnough()
    {
        Silences silences;
        for (int second = 100; second <= 140; second += 5)
            (void)silences.take({Between, counted(second, quint64(second)), counted(second, 7)});
        QCOMPARE(silences.levelOf(Between), 2);
    }
    void whoTellsNothingIsNotSilent()
    {
        Silences silences;
        for (int second = 100; second <= 140; second += 5)
            (void)silences.take({Between, counted(second, 7), {}});
        QCOMPARE(silences.levelOf(Between), 2);
        (void)silences.take({Between, {}, {}});
        QCOMPARE(silences.levelOf(Between), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Silences)
#include "tst_Silences.moc"
