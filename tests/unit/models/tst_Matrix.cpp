#include <ctime>

#include <QtTest>

#include "models/Matrix.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;
using models::Matrix;
using Seen = Matrix::Seen;

namespace {
NodeName name(const char *text)
{
    return NodeName::literal(QString::fromLatin1(text));
}

void addNode(Cluster &cluster, const char *text, Watched watched = Watched::Push)
{
    Node node;
    node.name = name(text);
    node.state = NodeState::Up;
    node.watched = watched;
    (void)cluster.apply(NodeChanged{node});
}

void addLink(Cluster &cluster, const char *a, const char *b, EndView aSees, EndView bSees,
             bool hidden = false)
{
    Link link;
    link.key = LinkKey(name(a), name(b));
    const bool turned = link.key.a != name(a);
    link.aSees = turned ? bSees : aSees;
    link.bSees = turned ? aSees : bSees;
    link.state = stateFromEnds(aSees, bSees);
    link.hidden = hidden;
    (void)cluster.apply(LinkChanged{link});
}

QStringList order(const Matrix &matrix)
{
    QStringList names;
    for (int i = 0; i < matrix.size(); ++i)
        names.append((matrix.beginsGroup(i) ? QStringLiteral("|") : QString()) + matrix.node(i).text());
    return names;
}
} // namespace

class tst_Matrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWhatEachEndSays()
    {
        Cluster cluster;
        addNode(cluster, "a@h");
        addNode(cluster, "b@h");
        addNode(cluster, "c@h", Watched::Hearsay);
        addNode(cluster, "d@h");
        addLink(cluster, "a@h", "b@h", EndView::Up, EndView::Absent);
        addLink(cluster, "a@h", "c@h", EndView::Up, EndView::Unknown, true);
        addLink(cluster, "b@h", "d@h", EndView::Pending, EndView::Unknown);
        const auto seen = [&](const char *viewer, const char *other) {
            return Matrix::seen(cluster, name(viewer), name(other));
        };
        QCOMPARE(seen("a@h", "a@h"), Seen::Itself);
        QCOMPARE(seen("a@h", "b@h"), Seen::Up);
        QCOMPARE(seen("b@h", "a@h"), Seen::Denied);
        QCOMPARE(seen("a@h", "c@h"), Seen::Hidden);
        QCOMPARE(seen("c@h", "a@h"), Seen::NotAsked);
        QCOMPARE(seen("b@h", "d@h"), Seen::Pending);
        QCOMPARE(seen("a@h", "d@h"), Seen::Nothing);
        QCOMPARE(seen("c@h", "d@h"), Seen::NotAsked);
        Link failed;
        failed.key = LinkKey(name("c@h"), name("d@h"));
        failed.state = LinkState::Failed;
        (void)cluster.apply(LinkChanged{failed});
        QCOMPARE(seen("c@h", "d@h"), Seen::Failed);
    }
    void ordersByNameHostAndPartition()
    {
        Cluster cluster;
        for (const char *node : {"n10@h1", "n2@h1", "a@h2", "b@h1"})
            addNode(cluster, node);
        addLink(cluster, "a@h2", "n2@h1", EndView::Up, EndView::Up);
        Node self;
        self.name = selfName();
        self.kind = NodeKind::Self;
        (void)cluster.apply(NodeChanged{self});
        QCOMPARE(order(Matrix(cluster, Matrix::Sorting::Name, {})).join(u' '),
                 QStringLiteral("a@h2 b@h1 n2@h1 n10@h1"));
        QCOMPARE(order(Matrix(cluster, Matrix::Sorting::Host, {})).join(u' '),
                 QStringLiteral("b@h1 n2@h1 n10@h1 |a@h2"));
        const Matrix partitions(cluster, Matrix::Sorting::Partition, {});
        QCOMPARE(order(partitions).join(u' '), QStringLiteral("a@h2 n2@h1 |b@h1 |n10@h1"));
        QCOMPARE(partitions.groupCount(), 3);
        QCOMPARE(partitions.indexOf(name("b@h1")), 2);
        QCOMPARE(partitions.indexOf(selfName()), -1);
    }
    void holdsWhatAFilterFinds()
    {
        Cluster cluster;
        for (const char *node : {"a@h1", "b@h1", "c@h2"})
            addNode(cluster, node);
        const Matrix some(cluster, Matrix::Sorting::Name,
                          models::NodeFilter::parse(QStringLiteral("host:h1")));
        QCOMPARE(order(some).join(u' '), QStringLiteral("a@h1 b@h1"));
        QCOMPARE(Matrix(Cluster(), Matrix::Sorting::Partition, {}).size(), 0);
    }
    void tenThousandNodesAreOrderedAtOnce()
    {
        Cluster cluster;
        for (int i = 0; i < 10'000; ++i) {
            Node node;
            node.name = NodeName::literal(QStringLiteral("n%1@h%2").arg(i).arg(i % 97));
            (void)cluster.apply(NodeChanged{node});
        }
        // What this thread computes: a busy machine makes nothing of it longer.
        const std::clock_t begin = std::clock();
        for (const auto sorting : {Matrix::Sorting::Name, Matrix::Sorting::Host, Matrix::Sorting::Partition})
            QCOMPARE(Matrix(cluster, sorting, {}).size(), 10'000);
        const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 5, qPrintable(QString::number(seconds))); // unoptimised, three times
    }
};

QTEST_GUILESS_MAIN(tst_Matrix)
#include "tst_Matrix.moc"
