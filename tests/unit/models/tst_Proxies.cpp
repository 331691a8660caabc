#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/LinkTableModel.h"
#include "models/NodeTableModel.h"
#include "models/NodeTreeModel.h"
#include "models/Proxies.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using namespace models;

class tst_Proxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeKeepsSectionsOfWhatMatches();
    void treeFollowsRandomDeltas();
    void tableFiltersByWordsAndSortsByValue();
};

void tst_Proxies::treeKeepsSectionsOfWhatMatches()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    NodeTreeModel model(store);
    NodeTreeFilter filter;
    filter.setSourceModel(&model);
    filter.setFilter(NodeFilter::parse(QStringLiteral("state:failed")));
    QCOMPARE(filter.rowCount(), 1);
    const QModelIndex section = filter.index(0, 0);
    QCOMPARE(section.data().toString(), QStringLiteral("web2.example"));
    QCOMPARE(filter.rowCount(section), 1);
    filter.setFilter(NodeFilter::parse(QStringLiteral("console")));
    QCOMPARE(filter.rowCount(), 1);
    filter.setFilter({});
    QCOMPARE(filter.rowCount(), 4);
}

void tst_Proxies::treeFollowsRandomDeltas()
{
    std::mt19937 random(3);
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    NodeTreeFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setFilter(NodeFilter::parse(QStringLiteral("n1 -state:down")));
    for (int batch = 0; batch < 60; ++batch)
        store.apply(test::randomDeltas(random, 20));
    QVERIFY(filter.rowCount() > 0);
}

void tst_Proxies::tableFiltersByWordsAndSortsByValue()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    NodeTableModel model(store);
    TableFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setWords(QStringLiteral("db1 up"));
    QCOMPARE(filter.rowCount(), 3);
    filter.setWords({});
    filter.sort(NodeTableModel::Links, Qt::DescendingOrder);
    int last = 1000;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const int links = filter.index(row, NodeTableModel::Links).data().toInt();
        QVERIFY(links <= last);
        last = links;
    }
}

QTEST_GUILESS_MAIN(tst_Proxies)
#include "tst_Proxies.moc"
