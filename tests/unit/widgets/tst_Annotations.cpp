#include <QtTest>

#include "widgets/graphview/Annotations.h"
#include "widgets/graphview/NodePainter.h"

using namespace nodescope;
using namespace nodescope::widgets;
using base::NodeName;

namespace {

/// A picture of nodes at given places, some linked, one of the links failed.
struct Drawn
{
    Drawn()
    {
        picture.graph = &graph;
        picture.theme = Theme::make(false, false, QApplication::font());
        picture.view = QRectF(0, 0, 1000, 700);
        picture.viewport.centreOn(picture.view.center(), picture.view);
    }

    NodeName add(const QString &name, const QPointF &at)
    {
        cluster::Node node;
        node.name = NodeName::literal(name);
        node.kind = cluster::NodeKind::Beam;
        node.state = cluster::NodeState::Up;
        graph.setPosition(graph.setNode(node), at);
        return node.name;
    }

    void fail(const NodeName &from, const NodeName &to)
    {
        cluster::Link link;
        link.key = cluster::LinkKey(from, to);
        link.state = cluster::LinkState::Failed;
        auto diagnosis = std::make_shared<cluster::Diagnosis>();
        diagnosis->cause = cluster::Cause::CookieMismatch;
        diagnosis->to = to;
        link.diagnosis = diagnosis;
        picture.specialLinks.push_back(graph.setLink(link));
    }

    void silence(const NodeName &from, const NodeName &to)
    {
        cluster::Link link;
        link.key = cluster::LinkKey(from, to);
        link.state = cluster::LinkState::Up;
        link.aSees = link.bSees = cluster::EndView::Up;
        silent = graph.setLink(link);
        picture.specialLinks.push_back(silent);
    }

    Annotations annotated()
    {
        for (int i = 0; i < graph.nodeCount(); ++i)
            picture.nodeLooks.push_back(lookOf(graph.vertex(i), picture.theme, true));
        for (int i = 0; i < graph.edgeCount(); ++i)
            picture.linkLooks.push_back(lookOf(graph.edge(i), graph, picture.theme));
        if (silent >= 0)
            picture.linkLooks[size_t(silent)].silent = 2;
        return annotate(picture, picture.view, {});
    }

    /// Whether a sign or its plate lies over a node's shape.
    [[nodiscard]] bool coversNodes(const LinkSign &sign) const
    {
        const qreal radius = picture.nodeRadius();
        for (int i = 0; i < graph.nodeCount(); ++i) {
            const QPointF at = picture.positionInView(i);
            const QRectF shape(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
            if (sign.words.intersects(shape) || QLineF(sign.centre, at).length() < sign.radius + radius)
                return true;
        }
        return false;
    }

    graph::Graph graph;
    Picture picture;
    int silent = -1; ///< the link that is
};

} // namespace

class tst_Annotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFailedLinkSaysWhy()
    {
        // Long names below both ends leave no room at the sides of the sign.
        Drawn drawn;
        const NodeName a = drawn.add(QStringLiteral("a_rather_long_name@127.0.0.1"), {400, 350});
        const NodeName b = drawn.add(QStringLiteral("another_long_name@127.0.0.1"), {580, 350});
        drawn.fail(a, b);
        const Annotations annotations = drawn.annotated();
        QCOMPARE(annotations.signs.size(), size_t(1));
        QVERIFY(!annotations.signs.front().words.isEmpty());
        QVERIFY(!drawn.coversNodes(annotations.signs.front()));
        QCOMPARE(annotations.labels.size(), size_t(2));
        for (const NodeLabel &label : annotations.labels)
            QVERIFY(!label.title.intersects(annotations.signs.front().words));
    }

    void amongManyNodesThePlateGoesFurther()
    {
        Drawn drawn;
        NodeName ends[2];
        for (int i = 0; i < 49; ++i) {
            const int row = i / 7;
            const NodeName name =
                drawn.add(QStringLiteral("n%1@h").arg(i), QPointF(410 + 60 * (i % 7), 260 + 52 * row));
            if (i == 8 || i == 9)
                ends[i - 8] = name;
        }
        drawn.fail(ends[0], ends[1]);
        const LinkSign sign = drawn.annotated().signs.front();
        QVERIFY(!sign.words.isEmpty());
        QVERIFY(!drawn.coversNodes(sign));
        QVERIFY(!sign.leader.isNull());
        QVERIFY(!drawn.picture.view.isEmpty() && drawn.picture.view.contains(sign.words));
    }

    void aSignOfAShortLinkCoversNoNode_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {40, 52, 60, 75, 90, 130})
            QTest::addRow("%d", length) << length;
    }
    void aSignOfAShortLinkCoversNoNode()
    {
        QFETCH(const int, length);
        Drawn drawn;
        const NodeName a = drawn.add(QStringLiteral("alice@h"), {500, 350});
        const NodeName b = drawn.add(QStringLiteral("mallory@h"), QPointF(500, 350 + length));
        drawn.fail(a, b);
        drawn.picture.selectedLink = 0;
        const LinkSign sign = drawn.annotated().signs.front();
        QVERIFY(!drawn.coversNodes(sign));
        QVERIFY(!sign.words.isEmpty());
        QVERIFY(sign.radius > 0);
    }

    void aFailureHasItsSignAtAnyZoom_data()
    {
        QTest::addColumn<double>("zoom");
        for (const int percent : {100, 40, 25, 20, 10, 3})
            QTest::addRow("%d %%", percent) << percent / 100.0;
    }
    void aFailureHasItsSignAtAnyZoom()
    {
        QFETCH(const double, zoom);
        Drawn drawn;
        const NodeName a = drawn.add(QStringLiteral("alice@h"), {200, 350});
        drawn.fail(a, drawn.add(QStringLiteral("mallory@h"), {900, 350}));
        drawn.picture.viewport.zoomAt(drawn.picture.view.center(), zoom);
        const Annotations annotations = drawn.annotated();
        QCOMPARE(annotations.signs.size(), size_t(1));
        QVERIFY(annotations.signs.front().radius > 3);
    }

    void aFailedNodeHasItsCrossInAnySize_data()
    {
        QTest::addColumn<double>("zoom");
        for (const int percent : {100, 40, 25, 10})
            QTest::addRow("%d %%", percent) << percent / 100.0;
    }
    void aFailedNodeHasItsCrossInAnySize()
    {
        // Seen without colours, a node that failed is not the same as one that is up.
        QFETCH(const double, zoom);
        Drawn drawn;
        drawn.add(QStringLiteral("a@h"), {500, 350});
        drawn.picture.viewport.zoomAt(drawn.picture.view.center(), zoom);
        const NodeLook up = lookOf(drawn.graph.vertex(0), drawn.picture.theme, true);
        cluster::Node node = drawn.graph.vertex(0).node;
        node.state = cluster::NodeState::Failed;
        drawn.graph.setNode(node);
        NodeLook failed = lookOf(drawn.graph.vertex(0), drawn.picture.theme, true);
        failed.ring = up.ring;
        failed.inside = up.inside;
        failed.letters = up.letters;
        NodeLook without = up;
        without.letters.clear();
        QVERIFY(NodePainter::dotImage(drawn.picture, failed, 1) !=
                NodePainter::dotImage(drawn.picture, without, 1));
    }

    void clocksAndNamesKeepOffEachOther()
    {
        Drawn drawn;
        const NodeName a = drawn.add(QStringLiteral("a@h"), {500, 300});
        const NodeName b = drawn.add(QStringLiteral("b@h"), {500, 420});
        drawn.silence(a, b);
        const Annotations annotations = drawn.annotated();
        QCOMPARE(annotations.clocks.size(), size_t(1));
        QCOMPARE(annotations.labels.size(), size_t(2));
        const LinkClock &clock = annotations.clocks.front();
        const QRectF face(clock.centre - QPointF(clock.radius, clock.radius),
                          QSizeF(2 * clock.radius, 2 * clock.radius));
        for (const NodeLabel &label : annotations.labels)
            QVERIFY(!label.title.united(label.subtitle).intersects(face));
    }

    void theNameOfAMarkedNodeCoversNoOther()
    {
        // Far away only the selected one has its name.
        Drawn drawn;
        drawn.add(QStringLiteral("m3@h"), {500, 350});
        drawn.add(QStringLiteral("a@h"), {500, 430});
        drawn.picture.selectedNode = 0;
        drawn.picture.viewport.zoomAt(drawn.picture.view.center(), 0.2);
        const Annotations annotations = drawn.annotated();
        QCOMPARE(annotations.labels.size(), size_t(1));
        const NodeLabel &label = annotations.labels.front();
        const qreal radius = drawn.picture.nodeRadius();
        const QRectF other(drawn.picture.positionInView(1) - QPointF(radius, radius),
                           QSizeF(2 * radius, 2 * radius));
        QVERIFY(!label.title.intersects(other));
        QVERIFY(!label.subtitle.intersects(other));
    }
};

QTEST_MAIN(tst_Annotations)
#include "tst_Annotations.moc"
