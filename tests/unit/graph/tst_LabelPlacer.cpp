#include <QtTest>

#include "graph/LabelPlacer.h"
#include "graph/Random.h"

using namespace nodescope::graph;

class tst_LabelPlacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void belowIsFirst()
    {
        const auto places = placeLabels({wish(0, 0)}, {});
        QVERIFY(places[0].top() > 16);
        QCOMPARE(places[0].center().x(), 0.0);
    }

    void noLabelLiesOverAnotherOrOverANode()
    {
        Random random(9);
        for (int round = 0; round < 20; ++round) {
            std::vector<LabelWish> wishes;
            wishes.reserve(120);
            for (int i = 0; i < 120; ++i)
                wishes.push_back(wish(900 * random.centred(), 700 * random.centred(), int(random.below(4))));
            const QRectF taken(-40, -40, 200, 80);
            const auto places = placeLabels(wishes, {taken});
            for (size_t i = 0; i < places.size(); ++i) {
                if (places[i].isEmpty())
                    continue;
                QVERIFY(!places[i].intersects(taken));
                for (size_t j = 0; j < places.size(); ++j) {
                    const QRectF shape(wishes[j].centre - QPointF(16, 16), QSizeF(32, 32));
                    QVERIFY(i == j || !places[i].intersects(places[j]));
                    QVERIFY(i == j || !places[i].intersects(shape));
                }
            }
        }
    }

    void whatMattersMoreChoosesFirst()
    {
        // Two nodes above each other and no room for both labels anywhere else.
        std::vector<QRectF> walls{QRectF(-300, -300, 280, 600), QRectF(20, -300, 280, 600),
                                  QRectF(-20, -300, 40, 260), QRectF(-20, 60, 40, 260)};
        auto places = placeLabels({wish(0, 0, 1, 30), wish(0, 200, 2, 30)}, walls);
        QVERIFY(!places[0].isEmpty() || !places[1].isEmpty());
        LabelWish must = wish(0, 0, 0, 500);
        must.mustShow = true;
        QVERIFY(!placeLabels({must}, walls)[0].isEmpty());
        QVERIFY(placeLabels({wish(0, 0, 0, 500)}, walls)[0].isEmpty());
    }

    void whatMustBeShownGoesWhereNothingIsCovered()
    {
        // Shapes close around leave no room beside the node, but some further away.
        std::vector<LabelWish> wishes;
        for (const QPointF &at : {QPointF(0, 0), QPointF(0, 40), QPointF(0, -40), QPointF(45, 0),
                                  QPointF(-45, 0), QPointF(45, 45)})
            wishes.push_back(wish(at.x(), at.y(), 0, 60));
        wishes[0].mustShow = true;
        wishes[0].priority = 100;
        const QRectF place = placeLabels(wishes, {})[0];
        QVERIFY(!place.isEmpty());
        for (const LabelWish &other : wishes)
            QVERIFY(!place.intersects(QRectF(other.centre - QPointF(16, 16), QSizeF(32, 32))));
    }

private:
    static LabelWish wish(double x, double y, int priority = 0, double width = 90)
    {
        return {QPointF(x, y), 16, QSizeF(width, 34), priority, false};
    }
};

QTEST_APPLESS_MAIN(tst_LabelPlacer)
#include "tst_LabelPlacer.moc"
