#include <QtTest>

#include "widgets/graphview/Annotations.h"

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

    Annotations annotated()
    {
        for (int i = 0; i < graph.nodeCount(); ++i)
            picture.nodeLooks.push_back(lookOf(graph.vertex(i), picture.theme, true));
        for (int i = 0; i < graph.edgeCount(); ++i)
            picture.linkLooks.push_back(lookOf(graph.edge(i), graph, picture.theme));
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
};

QTEST_MAIN(tst_Annotations)
#include "tst_Annotations.moc"
