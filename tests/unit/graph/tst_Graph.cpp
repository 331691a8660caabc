#include <QtTest>

#include "Builders.h"

using namespace nodescope::graph;
using namespace nodescope::graph::test;
using nodescope::cluster::LinkKey;

class tst_Graph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodesAndLinksAreFoundByName()
    {
        Graph graph = triangle();
        QCOMPARE(graph.nodeCount(), 3);
        QCOMPARE(graph.edgeCount(), 3);
        QCOMPARE(graph.vertex(graph.indexOf(nameOf(1))).node.name, nameOf(1));
        QCOMPARE(graph.indexOf(nameOf(9)), -1);
        QVERIFY(!graph.isPlaced(0));
        graph.setPosition(0, QPointF(3, 4));
        QVERIFY(graph.isPlaced(0));
        QCOMPARE(graph.position(0), QPointF(3, 4));
    }

    void settingTwiceChanges()
    {
        Graph graph = triangle();
        auto node = nodeOf(nameOf(0));
        node.release = QStringLiteral("27");
        graph.setNode(node);
        graph.setLink(linkOf(nameOf(0), nameOf(1), nodescope::cluster::LinkState::Failed));
        QCOMPARE(graph.nodeCount(), 3);
        QCOMPARE(graph.edgeCount(), 3);
        QCOMPARE(graph.vertex(graph.indexOf(nameOf(0))).node.release, QStringLiteral("27"));
    }

    void aLinkWithoutItsEndsIsRefused()
    {
        Graph graph = triangle();
        QCOMPARE(graph.setLink(linkOf(nameOf(0), nameOf(7))), -1);
        QCOMPARE(graph.edgeCount(), 3);
    }

    void removingKeepsIndexesRight()
    {
        Random random(2);
        Graph graph;
        for (int i = 0; i < 40; ++i) {
            graph.setNode(nodeOf(nameOf(i)));
            for (int k = 0; k < 4 && i > 0; ++k)
                graph.setLink(linkOf(nameOf(i), nameOf(int(random.below(quint32(i))))));
        }
        for (int round = 0; round < 39; ++round) {
            const auto victim = graph.vertex(int(random.below(quint32(graph.nodeCount())))).node.name;
            graph.removeNode(victim);
            if (graph.edgeCount() > 0)
                graph.removeLink(graph.edge(int(random.below(quint32(graph.edgeCount())))).link.key);
            check(graph);
        }
        QCOMPARE(graph.nodeCount(), 1);
        QCOMPARE(graph.edgeCount(), 0);
    }

    void partitionsFollowWhoReachesWhom()
    {
        Graph graph = triangle();
        graph.setNode(nodeOf(nameOf(3)));
        graph.setNode(nodeOf(nameOf(4)));
        graph.setLink(linkOf(nameOf(3), nameOf(4)));
        graph.setLink(linkOf(nameOf(0), nameOf(3), nodescope::cluster::LinkState::Failed));
        const std::vector<int> expected{0, 0, 0, 1, 1};
        QVERIFY(partitionsOf(graph, graph.sortedOrder()) == expected);
    }

private:
    static Graph triangle()
    {
        Graph graph;
        for (int i = 0; i < 3; ++i)
            graph.setNode(nodeOf(nameOf(i)));
        for (int i = 0; i < 3; ++i)
            graph.setLink(linkOf(nameOf(i), nameOf((i + 1) % 3)));
        return graph;
    }

    static void check(const Graph &graph)
    {
        size_t ends = 0;
        for (int i = 0; i < graph.nodeCount(); ++i) {
            QCOMPARE(graph.indexOf(graph.vertex(i).node.name), i);
            for (const int edge : graph.vertex(i).edges)
                QVERIFY(graph.edge(edge).a == i || graph.edge(edge).b == i);
            ends += graph.vertex(i).edges.size();
        }
        QCOMPARE(ends, size_t(2 * graph.edgeCount()));
        for (int i = 0; i < graph.edgeCount(); ++i) {
            const Edge &edge = graph.edge(i);
            QCOMPARE(graph.indexOf(edge.link.key), i);
            QCOMPARE(graph.vertex(edge.a).node.name, edge.link.key.a);
            QCOMPARE(graph.vertex(edge.b).node.name, edge.link.key.b);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Graph)
#include "tst_Graph.moc"
