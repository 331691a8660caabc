#include <QtTest>

#include "Builders.h"
#include "graph/HitTest.h"

using namespace nodescope::graph;
using namespace nodescope::graph::test;

class tst_HitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodeRimLinkAndGround()
    {
        const Graph graph = pair(nodescope::cluster::LinkState::Up);
        QCOMPARE(hitAt(graph, {0, 0}).kind, Hit::Kind::Node);
        QCOMPARE(hitAt(graph, {0, 0}).index, graph.indexOf(nameOf(0)));
        QCOMPARE(hitAt(graph, {16, 0}).kind, Hit::Kind::Rim);
        QCOMPARE(hitAt(graph, {0, -21}).kind, Hit::Kind::Rim);
        QCOMPARE(hitAt(graph, {100, 4}).kind, Hit::Kind::Link);
        QCOMPARE(hitAt(graph, {100, 40}).kind, Hit::Kind::None);
        QCOMPARE(hitAt(graph, {200, 0}).index, graph.indexOf(nameOf(1)));
    }

    void aFailedLinkIsHitOnItsArc()
    {
        const Graph graph = pair(nodescope::cluster::LinkState::Failed);
        const LinkCurve curve = curveOf(graph.edge(0), graph.position(0), graph.position(1));
        QVERIFY(curve.curved);
        QVERIFY(curve.at(0.5).y() < -10); // upwards
        QCOMPARE(hitAt(graph, curve.at(0.5)).kind, Hit::Kind::Link);
        QCOMPARE(hitAt(graph, {100, 6}).kind, Hit::Kind::None);
    }

    void theZoomCounts()
    {
        const Graph graph = pair(nodescope::cluster::LinkState::Up);
        Viewport viewport;
        viewport.zoomAt(QPointF(), 0.25);
        QCOMPARE(hitTest(graph, viewport, {50, 0}, HitMetrics()).index, graph.indexOf(nameOf(1)));
        QCOMPARE(hitTest(graph, viewport, {200, 0}, HitMetrics()).kind, Hit::Kind::None);
    }

    void theNearestOfTwoIsTaken()
    {
        Graph graph = pair(nodescope::cluster::LinkState::Up);
        graph.setPosition(graph.indexOf(nameOf(1)), QPointF(20, 0));
        QCOMPARE(hitAt(graph, {14, 0}).index, graph.indexOf(nameOf(1)));
        QCOMPARE(hitAt(graph, {6, 0}).index, graph.indexOf(nameOf(0)));
    }

private:
    static Graph pair(nodescope::cluster::LinkState state)
    {
        Graph graph;
        graph.setNode(nodeOf(nameOf(0)));
        graph.setNode(nodeOf(nameOf(1)));
        graph.setPosition(0, QPointF(0, 0));
        graph.setPosition(1, QPointF(200, 0));
        graph.setLink(linkOf(nameOf(0), nameOf(1), state));
        return graph;
    }

    static Hit hitAt(const Graph &graph, const QPointF &at)
    {
        return hitTest(graph, Viewport(), at, HitMetrics());
    }
};

QTEST_APPLESS_MAIN(tst_HitTest)
#include "tst_HitTest.moc"
