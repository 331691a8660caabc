#include <QtTest>

#include "graph/LineRaster.h"
#include "graph/Random.h"

using namespace nodescope::graph;

class tst_LineRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlatLineCoversItsRow()
    {
        LineRaster raster;
        raster.reset(20, 10);
        raster.addLine({2, 5.5}, {12, 5.5}, 1);
        QCOMPARE(int(raster.row(5)[2]), 16);
        QCOMPARE(int(raster.row(5)[11]), 16);
        QCOMPARE(int(raster.row(5)[12]), 0);
        QCOMPARE(int(raster.row(4)[6]), 0);
    }

    void coverageIsTheArea_data()
    {
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<double>("width");
        QTest::newRow("flat") << QPointF(90, 20) << 1.0;
        QTest::newRow("steep") << QPointF(25, 90) << 1.0;
        QTest::newRow("diagonal") << QPointF(80, 80) << 1.5;
        QTest::newRow("backwards") << QPointF(-70, 33) << 2.0;
        QTest::newRow("wide") << QPointF(70, -31) << 4.0;
    }

    void coverageIsTheArea()
    {
        QFETCH(QPointF, to);
        QFETCH(double, width);
        LineRaster raster;
        raster.reset(300, 300);
        const QPointF from(150.3, 150.7);
        raster.addLine(from, from + to, width);
        const double area = std::hypot(to.x(), to.y()) * width;
        QVERIFY2(std::abs(sum(raster) / 16.0 - area) < 0.08 * area + 2,
                 qPrintable(QString::number(sum(raster) / 16.0)));
    }

    void whatIsOutsideIsCutOff()
    {
        LineRaster raster;
        raster.reset(40, 40);
        raster.addLine({-1e7, 20.5}, {1e7, 20.5}, 1);
        QCOMPARE(sum(raster), 40 * 16);
        raster.reset(40, 40);
        raster.addLine({-100, -50}, {200, -50}, 3);
        raster.addLine({std::nan(""), 0}, {10, 10}, 1);
        QCOMPARE(sum(raster), 0);
    }

    void anyLineStaysInsideItsMemory()
    {
        Random random(8);
        LineRaster raster;
        raster.reset(64, 48);
        for (int i = 0; i < 20000; ++i)
            raster.addLine({200 * random.centred(), 200 * random.centred()},
                           {200 * random.centred(), 200 * random.centred()}, 6 * (random.centred() + 0.6));
        QVERIFY(sum(raster) > 0);
    }

    void manyLinesDoNotWrapAround()
    {
        LineRaster raster;
        raster.reset(40, 40);
        for (int i = 0; i < 20000; ++i)
            raster.addLine({0, 20.5}, {40, 20.5}, 1);
        for (int x = 0; x < 40; ++x)
            QVERIFY(raster.row(20)[x] >= LineRaster::Saturated);
    }

    void dashesLeaveGaps()
    {
        LineRaster raster;
        raster.reset(100, 10);
        raster.addDashedLine({0, 5.5}, {100, 5.5}, 1, 6, 4);
        QCOMPARE(int(raster.row(5)[3]), 16);
        QCOMPARE(int(raster.row(5)[8]), 0);
        QCOMPARE(sum(raster), 60 * 16);
    }

private:
    static int sum(const LineRaster &raster)
    {
        int total = 0;
        for (int y = 0; y < raster.height(); ++y) {
            for (int x = 0; x < raster.width(); ++x)
                total += raster.row(y)[x];
        }
        return total;
    }
};

QTEST_APPLESS_MAIN(tst_LineRaster)
#include "tst_LineRaster.moc"
