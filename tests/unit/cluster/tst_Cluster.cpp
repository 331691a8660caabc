#include <QTimeZone>
#include <QtTest>

#include "cluster/Cluster.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");

Node node(const NodeName &name, NodeState state = NodeState::Up)
{
    Node node;
    node.name = name;
    node.state = state;
    return node;
}

Link link(const NodeName &x, const NodeName &y)
{
    Link link;
    link.key = LinkKey(x, y);
    return link;
}
} // namespace

class tst_Cluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAndChangesNodes()
    {
        Cluster cluster;
        QCOMPARE(cluster.apply(NodeChanged{node(A)}), Cluster::Effect::Added);
        QCOMPARE(cluster.apply(NodeChanged{node(A)}), Cluster::Effect::Nothing);
        QCOMPARE(cluster.apply(NodeChanged{node(A, NodeState::Down)}), Cluster::Effect::Changed);
        QCOMPARE(cluster.node(A)->state, NodeState::Down);
        QVERIFY(!cluster.node(B));
    }
    void aLinkBringsItsEnds()
    {
        Cluster cluster;
        QCOMPARE(cluster.apply(LinkChanged{link(A, B)}), Cluster::Effect::Added);
        QVERIFY(cluster.node(A) && cluster.node(B));
        QCOMPARE(cluster.linksOf(A).size(), 1);
        QCOMPARE(cluster.linksOf(B).size(), 1);
    }
    void aNodeTakesItsLinksAlong()
    {
        Cluster cluster;
        (void)cluster.apply(LinkChanged{link(A, B)});
        QCOMPARE(cluster.apply(NodeRemoved{A}), Cluster::Effect::Removed);
        QVERIFY(cluster.links().isEmpty());
        QVERIFY(cluster.linksOf(B).isEmpty());
        QCOMPARE(cluster.apply(NodeRemoved{A}), Cluster::Effect::Nothing);
    }
    void eventsAreNumberedAndBounded()
    {
        Cluster cluster;
        for (qsizetype i = 0; i < Cluster::MaxEvents + 10; ++i)
            (void)cluster.apply(EventHappened{Event()});
        QCOMPARE(qsizetype(cluster.events().size()), Cluster::MaxEvents);
        QCOMPARE(cluster.droppedEvents(), quint64(10));
        QCOMPARE(cluster.events().front().id, quint64(11));
        QCOMPARE(cluster.events().back().id, quint64(Cluster::MaxEvents + 10));
    }
    void figuresAndCountersGoWithTheirOwner()
    {
        Cluster cluster;
        (void)cluster.apply(LinkChanged{link(A, B)});
        Figures figures;
        figures.node = A;
        figures.time = QDateTime::fromMSecsSinceEpoch(1, QTimeZone::utc());
        figures.memory = 5;
        QCOMPARE(cluster.apply(FiguresChanged{figures}), Cluster::Effect::Added);
        QCOMPARE(cluster.apply(FiguresChanged{figures}), Cluster::Effect::Nothing);
        Traffic traffic;
        traffic.key = LinkKey(A, B);
        traffic.b.time = figures.time;
        traffic.b.packetsIn = 7;
        QCOMPARE(cluster.apply(TrafficChanged{traffic}), Cluster::Effect::Added);
        QCOMPARE(cluster.figures(A)->memory, quint64(5));
        QCOMPARE(cluster.traffic(LinkKey(A, B))->at(B).packetsIn, quint64(7));
        QVERIFY(!cluster.traffic(LinkKey(A, B))->at(A).isKnown());
        (void)cluster.apply(NodeRemoved{A});
        QVERIFY(!cluster.figures(A) && !cluster.traffic(LinkKey(A, B)));
    }
    void figuresAreForgotten()
    {
        Cluster cluster;
        Figures figures;
        figures.node = A;
        QCOMPARE(cluster.apply(FiguresChanged{figures}), Cluster::Effect::Nothing);
        figures.time = QDateTime::fromMSecsSinceEpoch(1, QTimeZone::utc());
        (void)cluster.apply(FiguresChanged{figures});
        Figures nothing;
        nothing.node = A;
        QCOMPARE(cluster.apply(FiguresChanged{nothing}), Cluster::Effect::Removed);
        QVERIFY(!cluster.figures(A));
    }
    void sortsByName()
    {
        Cluster cluster;
        (void)cluster.apply(NodeChanged{node(B)});
        (void)cluster.apply(NodeChanged{node(A)});
        QCOMPARE(cluster.sortedNodes().front().name, A);
    }
};

QTEST_APPLESS_MAIN(tst_Cluster)
#include "tst_Cluster.moc"
