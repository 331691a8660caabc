#include <QtTest>

#include "graph/Hull.h"
#include "graph/Random.h"

using namespace nodescope::graph;

class tst_Hull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void innerPointsAreLeftOut()
    {
        const QPolygonF hull = convexHull({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {5, 5}, {5, 0}, {0, 0}});
        QCOMPARE(hull.size(), 4);
        for (const QPointF corner : {QPointF(0, 0), QPointF(10, 0), QPointF(10, 10), QPointF(0, 10)})
            QVERIFY(hull.contains(corner));
    }

    void theOutlineHoldsEveryPointAtItsDistance()
    {
        Random random(4);
        for (int round = 0; round < 50; ++round) {
            std::vector<QPointF> points;
            for (std::uint32_t i = 0; i < 1 + random.below(12); ++i)
                points.emplace_back(300 * random.centred(), 300 * random.centred());
            const QPainterPath path = roundedHull(points, 30);
            for (const QPointF &point : points) {
                for (const QPointF off : {QPointF(29, 0), QPointF(0, 29), QPointF(-29, 0), QPointF(0, -29)})
                    QVERIFY(path.contains(point + off));
            }
            QVERIFY(path.boundingRect().width() < 300 + 62);
        }
    }

    void degenerateSets()
    {
        QVERIFY(roundedHull({}, 10).isEmpty());
        QCOMPARE(roundedHull({{5, 5}}, 10).boundingRect().toRect(), QRect(-5, -5, 20, 20));
        const QPainterPath capsule = roundedHull({{0, 0}, {100, 0}}, 10);
        QVERIFY(capsule.contains(QPointF(50, 9)) && !capsule.contains(QPointF(50, 11)));
        QVERIFY(capsule.contains(QPointF(108, 0)) && !capsule.contains(QPointF(111, 0)));
        // Three on a line are a capsule too.
        QVERIFY(roundedHull({{0, 0}, {50, 0}, {100, 0}}, 10).contains(QPointF(50, -9)));
    }
};

QTEST_APPLESS_MAIN(tst_Hull)
#include "tst_Hull.moc"
