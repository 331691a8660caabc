#include <QSignalSpy>
#include <QtTest>

#include "models/Trends.h"

using namespace nodescope;
using namespace std::chrono_literals;
using cluster::LinkKey;
using models::Figure;
using models::Trends;

namespace {
const base::NodeName A = base::NodeName::literal(u"a@h");
const base::NodeName B = base::NodeName::literal(u"b@h");
const LinkKey AB(A, B);

cluster::EndTraffic counted(int second, quint64 in, quint64 out, std::optional<quint64> bytesOut = {})
{
    cluster::EndTraffic end;
    end.time = QDateTime::currentDateTimeUtc();
    end.at = base::Instant() + std::chrono::seconds(second);
    end.packetsIn = in;
    end.packetsOut = out;
    end.bytesOut = bytesOut;
    return end;
}

cluster::TrafficChanged traffic(const cluster::EndTraffic &a, const cluster::EndTraffic &b = {})
{
    return {cluster::Traffic{AB, a, b}};
}

cluster::FiguresChanged figures(int second, quint64 reductions, std::optional<quint64> memory = {})
{
    cluster::Figures told;
    told.node = A;
    told.time = QDateTime::currentDateTimeUtc();
    told.at = base::Instant() + std::chrono::seconds(second);
    told.reductions = reductions;
    told.memory = memory;
    return {told};
}
} // namespace

class tst_Trends : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreRisesASecond()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        store.apply({traffic(counted(10, 100, 200, 1000))});
        QVERIFY(!trends.rate(AB).packets()); // one reading is no rate
        store.apply({traffic(counted(15, 110, 250, 6000))});
        QCOMPARE(trends.rate(AB).packetsFromA, 10.0);
        QCOMPARE(trends.rate(AB).packetsFromB, 2.0);
        QCOMPARE(trends.rate(AB).packets(), 12.0);
        QCOMPARE(trends.rate(AB).bytesFromA, 1000.0);
        QVERIFY(!trends.rate(AB).bytesFromB);
        QCOMPARE(trends.recentPackets(AB), QList<float>{12.0F});
    }
    void theOtherEndAddsNoPoint()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        const auto a = counted(15, 110, 250);
        store.apply({traffic(counted(10, 100, 200)), traffic(a)});
        QSignalSpy changed(&trends, &Trends::linkChanged);
        store.apply({traffic(a, counted(16, 250, 110))});
        QCOMPARE(changed.count(), 0);
        QCOMPARE(trends.rate(AB).packets(), 12.0);
        QCOMPARE(trends.recentPackets(AB).size(), 1);
    }
    void onlyTheFarEndTells()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        store.apply({traffic({}, counted(0, 0, 0)), traffic({}, counted(2, 4, 8))});
        QCOMPARE(trends.rate(AB).packetsFromA, 2.0); // what came in at b
        QCOMPARE(trends.rate(AB).packetsFromB, 4.0);
    }
    void aNewConnectionBeginsAnew()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        store.apply(
            {traffic(counted(0, 100, 100)), traffic(counted(5, 200, 200)), traffic(counted(10, 3, 4))});
        QVERIFY(!trends.rate(AB).packets());
        store.apply({traffic(counted(15, 13, 14))});
        QCOMPARE(trends.rate(AB).packets(), 4.0);
    }
    void reductionsAreARate()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        store.apply({figures(0, 1000, 50)});
        QVERIFY(!trends.now(A, Figure::Reductions));
        QCOMPARE(trends.now(A, Figure::Memory), 50.0);
        store.apply({figures(4, 9000)});
        QCOMPARE(trends.now(A, Figure::Reductions), 2000.0);
        QVERIFY(!trends.now(A, Figure::Memory)); // not told any more
        QVERIFY(!trends.now(A, Figure::Processes) && !trends.now(B, Figure::Memory));
    }
    void whatIsForgottenGoes()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        store.apply({figures(0, 1), figures(1, 2), traffic(counted(0, 1, 1)), traffic(counted(1, 2, 2))});
        QVERIFY(!trends.recent(A, Figure::Reductions).isEmpty() && !trends.recentPackets(AB).isEmpty());
        cluster::Figures nothing;
        nothing.node = A;
        store.apply({cluster::FiguresChanged{nothing}, traffic({}, {})});
        QVERIFY(trends.recent(A, Figure::Reductions).isEmpty() && trends.recentPackets(AB).isEmpty());
    }
    void thePastIsBounded()
    {
        cluster::ClusterStore store;
        Trends trends(store);
        for (int i = 0; i < 200; ++i)
            store.apply({figures(i, quint64(i)), traffic(counted(i, quint64(i), quint64(2 * i)))});
        QCOMPARE(trends.recent(A, Figure::Reductions).size(), Trends::MaxPoints);
        QCOMPARE(trends.recentPackets(AB).size(), Trends::MaxPoints);
        store.clear();
        QVERIFY(trends.recentPackets(AB).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Trends)
#include "tst_Trends.moc"
