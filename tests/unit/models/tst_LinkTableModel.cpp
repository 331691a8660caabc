#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/LinkTableModel.h"
#include "models/Roles.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using models::LinkTableModel;

class tst_LinkTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRandomDeltasWithoutReset();
    void withoutFollowingThereAreNoRows();
    void showsTheLinksOfOneNode();
    void namesTheCauseOfAFailure();
};

void tst_LinkTableModel::followsRandomDeltasWithoutReset()
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        cluster::ClusterStore store;
        LinkTableModel all(store);
        LinkTableModel some(store);
        const auto node = base::NodeName::literal(u"n3@h1");
        some.setNode(node);
        QAbstractItemModelTester allTester(&all, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester someTester(&some, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&all, &QAbstractItemModel::modelReset);
        for (int batch = 0; batch < 20; ++batch) {
            store.apply(test::randomDeltas(random, 25));
            const QList<cluster::Link> links = store.cluster().sortedLinks();
            QCOMPARE(all.rowCount(), static_cast<int>(links.size()));
            for (int row = 0; row < all.rowCount(); ++row)
                QCOMPARE(all.index(row, 0).data(models::LinkKeyRole).value<cluster::LinkKey>(),
                         links.at(row).key);
            QCOMPARE(some.rowCount(), static_cast<int>(store.cluster().linksOf(node).size()));
        }
        QCOMPARE(resets.size(), 0);
    }
}

void tst_LinkTableModel::withoutFollowingThereAreNoRows()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    LinkTableModel model(store);
    const QAbstractItemModelTester tester(&model);
    const int rows = model.rowCount();
    QVERIFY(rows > 0);
    model.setFollowing(false);
    QCOMPARE(model.rowCount(), 0);
    store.apply({cluster::LinkRemoved{test::demoFailedLink()}});
    QCOMPARE(model.rowCount(), 0);
    model.setFollowing(true);
    QCOMPARE(model.rowCount(), rows - 1);
}

void tst_LinkTableModel::showsTheLinksOfOneNode()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    LinkTableModel model(store);
    model.setNode(test::demoRefusingNode());
    QCOMPARE(model.rowCount(), 3);
    model.setNode({});
    QCOMPARE(model.rowCount(), static_cast<int>(store.cluster().links().size()));
}

void tst_LinkTableModel::namesTheCauseOfAFailure()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    const LinkTableModel model(store);
    QCOMPARE(model.indexOf(test::demoFailedLink(), LinkTableModel::Cause).data().toString(),
             QStringLiteral("cookie_mismatch"));
    QCOMPARE(model.indexOf(test::demoFailedLink(), LinkTableModel::State).data().toString(),
             QStringLiteral("failed"));
}

QTEST_GUILESS_MAIN(tst_LinkTableModel)
#include "tst_LinkTableModel.moc"
