#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/EventModel.h"
#include "models/Roles.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using models::EventModel;

namespace {
cluster::Deltas events(int count)
{
    cluster::Deltas deltas;
    for (int i = 0; i < count; ++i)
        deltas.append(cluster::EventHappened{});
    return deltas;
}
} // namespace

class tst_EventModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsABatchAtOnce();
    void keepsTheLatestOnly();
    void findsRowsById();
    void followsRandomDeltas();
};

void tst_EventModel::appendsABatchAtOnce()
{
    cluster::ClusterStore store;
    EventModel model(store);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    store.apply(events(100));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(inserted.size(), 1);
    store.apply({});
    QCOMPARE(inserted.size(), 1);
}

void tst_EventModel::keepsTheLatestOnly()
{
    cluster::ClusterStore store;
    EventModel model(store, 50);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.apply(events(30));
    store.apply(events(30));
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.index(0, 0).data(models::ValueRole).value<cluster::Event>().id, quint64(11));
    store.apply(events(200));
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.index(49, 0).data(models::ValueRole).value<cluster::Event>().id, quint64(260));
}

void tst_EventModel::findsRowsById()
{
    cluster::ClusterStore store;
    EventModel model(store, 10);
    store.apply(events(25));
    QVERIFY(!model.indexOf(15).isValid());
    QCOMPARE(model.indexOf(16).row(), 0);
    QCOMPARE(model.indexOf(25).row(), 9);
    QVERIFY(!model.indexOf(26).isValid());
}

void tst_EventModel::followsRandomDeltas()
{
    std::mt19937 random(7);
    cluster::ClusterStore store;
    EventModel model(store, 40);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int batch = 0; batch < 60; ++batch)
        store.apply(test::randomDeltas(random, 30));
    QCOMPARE(model.rowCount(), 40);
}

QTEST_GUILESS_MAIN(tst_EventModel)
#include "tst_EventModel.moc"
