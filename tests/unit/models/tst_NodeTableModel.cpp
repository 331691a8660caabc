#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/NodeTableModel.h"
#include "models/Roles.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using models::NodeTableModel;

class tst_NodeTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRandomDeltasWithoutReset();
    void changesTheFewestRows();
    void countsLinksThatAreUp();
};

void tst_NodeTableModel::followsRandomDeltasWithoutReset()
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        cluster::ClusterStore store;
        NodeTableModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int batch = 0; batch < 20; ++batch) {
            store.apply(test::randomDeltas(random, 25));
            const QList<cluster::Node> nodes = store.cluster().sortedNodes();
            QCOMPARE(model.rowCount(), static_cast<int>(nodes.size()));
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(model.index(row, 0).data().toString(), nodes.at(row).name.text());
        }
        QCOMPARE(resets.size(), 0);
    }
}

void tst_NodeTableModel::changesTheFewestRows()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    NodeTableModel model(store);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    cluster::Node node = *store.cluster().node(base::NodeName::literal(u"shop@web2.example"));
    node.release = QStringLiteral("28");
    store.apply({cluster::NodeChanged{node}});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(changed.size(), 1);
    const QModelIndex cell = changed.first().first().toModelIndex();
    QCOMPARE(cell.data(models::NodeNameRole).value<base::NodeName>(), node.name);
    QCOMPARE(model.indexOf(node.name, NodeTableModel::Release).data().toString(), QStringLiteral("28"));

    store.apply({cluster::NodeChanged{node}});
    QCOMPARE(changed.size(), 1);
}

void tst_NodeTableModel::countsLinksThatAreUp()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    const NodeTableModel model(store);
    const auto links = [&](QStringView name) {
        return model.indexOf(base::NodeName::literal(name), NodeTableModel::Links).data().toInt();
    };
    // orders: billing, store, shop and ourselves. cache: shop alone, for two of its three links have failed.
    QCOMPARE(links(u"orders@db1.example"), 4);
    QCOMPARE(links(u"cache@web2.example"), 1);
}

QTEST_GUILESS_MAIN(tst_NodeTableModel)
#include "tst_NodeTableModel.moc"
