#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/EventModel.h"
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
    void linksAndEventsAreFiltered();
    void figuresAreFilteredAnew();
};

void tst_Proxies::treeKeepsSectionsOfWhatMatches()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    NodeTreeModel model(store);
    NodeTreeFilter filter(store);
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
    NodeTreeFilter filter(store);
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
    TableFilter filter(store);
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setFilter(NodeFilter::parse(QStringLiteral("db1 state:up")));
    QCOMPARE(filter.rowCount(), 3);
    filter.setFilter({});
    filter.sort(NodeTableModel::Links, Qt::DescendingOrder);
    int last = 1000;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const int links = filter.index(row, NodeTableModel::Links).data().toInt();
        QVERIFY(links <= last);
        last = links;
    }
}

void tst_Proxies::linksAndEventsAreFiltered()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    LinkTableModel links(store);
    TableFilter filter(store);
    filter.setSourceModel(&links);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int all = filter.rowCount();
    filter.setFilter(NodeFilter::parse(QStringLiteral("link.state:failed")));
    QCOMPARE(filter.rowCount(), 2);
    filter.setFilter(NodeFilter::parse(QStringLiteral("billing cache")));
    QCOMPARE(filter.rowCount(), 1);
    filter.setFilter(NodeFilter::parse(QStringLiteral("-link.hidden")));
    const int visible = filter.rowCount();
    filter.setFilter(NodeFilter::parse(QStringLiteral("link.hidden")));
    QVERIFY(visible > 0 && filter.rowCount() > 0);
    QCOMPARE(visible + filter.rowCount(), all);

    EventModel events(store);
    TableFilter told(store);
    told.setSourceModel(&events);
    QAbstractItemModelTester second(&told, QAbstractItemModelTester::FailureReportingMode::QtTest);
    told.setFilter(NodeFilter::parse(QStringLiteral("event.kind:nodedown")));
    QCOMPARE(told.rowCount(), 1);
    told.setFilter(NodeFilter::parse(QStringLiteral("net_tick")));
    QCOMPARE(told.rowCount(), 1);
}

void tst_Proxies::figuresAreFilteredAnew()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    NodeTableModel model(store);
    TableFilter filter(store);
    filter.setSourceModel(&model);
    filter.setFilter(NodeFilter::parse(QStringLiteral("memory:>1G orders")));
    QCOMPARE(filter.rowCount(), 0);
    cluster::Figures figures;
    figures.node = base::NodeName::literal(u"orders@db1.example");
    figures.time = QDateTime::currentDateTimeUtc();
    figures.memory = quint64(2) << 30U;
    store.apply({cluster::FiguresChanged{figures}});
    QTRY_COMPARE(filter.rowCount(), 1);
}

QTEST_GUILESS_MAIN(tst_Proxies)
#include "tst_Proxies.moc"
