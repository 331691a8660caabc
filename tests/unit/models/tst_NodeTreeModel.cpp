#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/NodeTreeModel.h"
#include "models/Roles.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using cluster::NodeState;
using models::NodeTreeModel;
using RowKind = NodeTreeModel::RowKind;

namespace {
RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.data(models::RowKindRole).toInt());
}

/// What the tree shows, a line a row.
QStringList textOf(const NodeTreeModel &model)
{
    QStringList lines;
    for (int section = 0; section < model.rowCount(); ++section) {
        const QModelIndex parent = model.index(section, 0);
        lines.append(kindOf(parent) == RowKind::EpmdSection ? QStringLiteral("epmd")
                                                            : parent.data().toString());
        for (int row = 0; row < model.rowCount(parent); ++row)
            lines.append(u' ' + model.index(row, 0, parent).data().toString());
    }
    return lines;
}

cluster::Node nodeOf(QStringView name, NodeState state, quint16 port = 0)
{
    cluster::Node node;
    node.name = base::NodeName::literal(name);
    node.state = state;
    node.port = port;
    return node;
}

cluster::Host hostOf(const QString &name, const QList<cluster::Host::Entry> &entries)
{
    cluster::Host host;
    host.host = name;
    host.entries = entries;
    return host;
}
} // namespace

class tst_NodeTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsNodesByHost();
    void entryLeavesWhenItsNodeIsConnected();
    void entryIsRecognisedByItsPort();
    void entryComesBackWhenItsNodeGoes();
    void nodeKnownToEpmdAloneStandsThere();
    void emptySectionsGo();
    void followsRandomDeltasWithoutReset();
    void sameStateByAnyRoad();
};

void tst_NodeTreeModel::listsNodesByHost()
{
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.apply(test::demoCluster());
    QCOMPARE(textOf(model).join(u','),
             QStringLiteral("db1.example, billing, orders, store,edge3.example, feed, gate, old,"
                            "web2.example, cache, mailer, shop,epmd, backup, console_77"));
    const QModelIndex web = model.index(2, 0);
    QCOMPARE(web.data(models::CountRole).toInt(), 3);
    QCOMPARE(web.data(models::FailedCountRole).toInt(), 1);
    QVERIFY(!(model.flags(web) & Qt::ItemIsSelectable));
    QCOMPARE(model.parent(model.indexOf(test::demoRefusingNode())), web);
}

void tst_NodeTreeModel::entryLeavesWhenItsNodeIsConnected()
{
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.apply({cluster::HostChanged{
        hostOf(QStringLiteral("h"), {{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}})}});
    QCOMPARE(textOf(model),
             QStringList({QStringLiteral("epmd"), QStringLiteral(" a"), QStringLiteral(" b")}));
    store.apply({cluster::NodeChanged{nodeOf(u"a@h", NodeState::Connecting)}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("h"), QStringLiteral(" a"), QStringLiteral("epmd"),
                                         QStringLiteral(" b")}));
}

void tst_NodeTreeModel::entryIsRecognisedByItsPort()
{
    // EPMD of "localhost" lists a node that calls itself by another host.
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    store.apply({cluster::HostChanged{hostOf(QStringLiteral("localhost"), {{QStringLiteral("a"), 4001}})},
                 cluster::NodeChanged{nodeOf(u"a@127.0.0.1", NodeState::Up, 4001)}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("127.0.0.1"), QStringLiteral(" a")}));
    store.apply({cluster::NodeChanged{nodeOf(u"a@127.0.0.1", NodeState::Up, 4002)}});
    QCOMPARE(textOf(model).size(), 4);
}

void tst_NodeTreeModel::entryComesBackWhenItsNodeGoes()
{
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    store.apply({cluster::HostChanged{hostOf(QStringLiteral("h"), {{QStringLiteral("a"), 1}})},
                 cluster::NodeChanged{nodeOf(u"a@h", NodeState::Up)}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("h"), QStringLiteral(" a")}));
    store.apply({cluster::NodeRemoved{base::NodeName::literal(u"a@h")}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("epmd"), QStringLiteral(" a")}));
    store.apply({cluster::HostChanged{hostOf(QStringLiteral("h"), {})}});
    QCOMPARE(model.rowCount(), 0);
}

void tst_NodeTreeModel::nodeKnownToEpmdAloneStandsThere()
{
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    store.apply({cluster::NodeChanged{nodeOf(u"a@h", NodeState::Known)}});
    QCOMPARE(textOf(model).first(), QStringLiteral("h"));
    store.apply({cluster::HostChanged{hostOf(QStringLiteral("h"), {{QStringLiteral("a"), 1}})},
                 cluster::NodeChanged{nodeOf(u"a@h", NodeState::Known, 7)}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("epmd"), QStringLiteral(" a")}));
}

void tst_NodeTreeModel::emptySectionsGo()
{
    cluster::ClusterStore store;
    NodeTreeModel model(store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.apply({cluster::NodeChanged{nodeOf(u"a@h", NodeState::Up)},
                 cluster::NodeChanged{nodeOf(u"b@i", NodeState::Up)}});
    const QPersistentModelIndex b = model.indexOf(base::NodeName::literal(u"b@i"));
    store.apply({cluster::NodeRemoved{base::NodeName::literal(u"a@h")}});
    QCOMPARE(textOf(model), QStringList({QStringLiteral("i"), QStringLiteral(" b")}));
    QVERIFY(b.isValid());
    QCOMPARE(b.data().toString(), QStringLiteral("b"));
}

void tst_NodeTreeModel::followsRandomDeltasWithoutReset()
{
    for (unsigned seed = 1; seed <= 25; ++seed) {
        std::mt19937 random(seed);
        cluster::ClusterStore store;
        NodeTreeModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int batch = 0; batch < 20; ++batch)
            store.apply(test::randomDeltas(random, 20));
        QCOMPARE(resets.size(), 0);
    }
}

void tst_NodeTreeModel::sameStateByAnyRoad()
{
    // A model that followed every delta shows what one made at the end shows.
    for (unsigned seed = 100; seed < 140; ++seed) {
        std::mt19937 random(seed);
        cluster::ClusterStore store;
        const NodeTreeModel follower(store);
        for (int batch = 0; batch < 15; ++batch)
            store.apply(test::randomDeltas(random, 20));
        const NodeTreeModel fresh(store);
        QCOMPARE(textOf(follower), textOf(fresh));
    }
}

QTEST_GUILESS_MAIN(tst_NodeTreeModel)
#include "tst_NodeTreeModel.moc"
