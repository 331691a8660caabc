#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/SupervisionModel.h"

using namespace nodescope;
using namespace nodescope::cluster;
using models::SupervisionModel;

namespace {

const base::NodeName A = base::NodeName::literal(u"a@h");

Supervised entry(const char *path, int parent, const char *pid = "p", int restarts = 0)
{
    Supervised made;
    made.path = QString::fromLatin1(path);
    made.id = made.path.section(u'/', -1);
    made.parent = parent;
    made.pid = QString::fromLatin1(pid);
    made.restarts = restarts;
    return made;
}

Reports treeOf(const QList<Supervised> &entries)
{
    SupervisionTree tree;
    tree.node = A;
    tree.entries = entries;
    return {SupervisionTold{tree}};
}

} // namespace

class tst_SupervisionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTree()
    {
        SupervisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(A);
        QVERIFY(!model.isAnswered());
        model.take(treeOf(
            {entry("/k", -1), entry("/k/s", 0), entry("/k/s/w", 1), entry("/k/t", 0), entry("/l", -1)}));
        QVERIFY(model.isAnswered());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.count(), 5);
        const QModelIndex k = model.index(0, 0);
        QCOMPARE(k.data().toString(), QStringLiteral("k"));
        QCOMPARE(model.rowCount(k), 2);
        QCOMPARE(model.index(0, 0, model.index(0, 0, k)).data().toString(), QStringLiteral("w"));
    }
    void restartsChangeRowsOnly()
    {
        SupervisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(A);
        model.take(treeOf({entry("/k", -1), entry("/k/s", 0), entry("/k/w", 0)}));
        const QPersistentModelIndex w = model.indexOf(QStringLiteral("/k/w"));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy restarted(&model, &SupervisionModel::restarted);
        model.take(treeOf({entry("/k", -1), entry("/k/s", 0), entry("/k/w", 0, "q", 1)}));
        QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
        QCOMPARE(restarted.size(), 1);
        QCOMPARE(QModelIndex(w).siblingAtColumn(SupervisionModel::Pid).data().toString(),
                 QStringLiteral("q"));
        QCOMPARE(QModelIndex(w).siblingAtColumn(SupervisionModel::Restarts).data().toInt(), 1);
    }
    void whoIsGoneGoesWithAllBelow()
    {
        SupervisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(A);
        model.take(treeOf({entry("/k", -1), entry("/k/s", 0), entry("/k/s/w", 1), entry("/l", -1)}));
        model.take(treeOf({entry("/l", -1), entry("/l/n", 0)}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.count(), 2);
        QVERIFY(!model.indexOf(QStringLiteral("/k/s/w")).isValid());
        QVERIFY(model.indexOf(QStringLiteral("/l/n")).isValid());
    }
    void aRefusalKeepsTheTree()
    {
        SupervisionModel model;
        model.show(A);
        model.take(treeOf({entry("/k", -1)}));
        SupervisionTree refused;
        refused.node = A;
        refused.refusal = QStringLiteral("no_connection");
        model.take({SupervisionTold{refused}});
        QCOMPARE(model.refusal(), QStringLiteral("no_connection"));
        QCOMPARE(model.count(), 1);
        SupervisionTree other;
        other.node = base::NodeName::literal(u"b@h");
        model.take({SupervisionTold{other}});
        QCOMPARE(model.refusal(), QStringLiteral("no_connection"));
    }
};

QTEST_GUILESS_MAIN(tst_SupervisionModel)
#include "tst_SupervisionModel.moc"
