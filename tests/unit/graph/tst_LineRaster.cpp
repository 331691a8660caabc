#include <numeric>

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

    /// Whatever its slope, each step of a thin line is as wide as the line.
    void aThinLineIsAsWideEverywhere_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("strength");
        QTest::newRow("less than a pixel") << 0.9 << 16;
        QTest::newRow("a pixel and a half") << 1.5 << 16;
        QTest::newRow("less than a pixel, half as strong") << 0.9 << 8;
    }

    void aThinLineIsAsWideEverywhere()
    {
        QFETCH(double, width);
        QFETCH(int, strength);
        for (const double slope : {0.0, 0.13, -0.4, 0.77, -0.99}) {
            LineRaster raster;
            raster.reset(240, 240);
            raster.addLine({10, 120}, {90, 120 + 80 * slope}, width, strength);
            const double wanted = width * std::sqrt(1 + slope * slope) * strength;
            for (int x = 10; x < 90; ++x) {
                int across = 0;
                for (int y = 0; y < 240; ++y)
                    across += raster.row(y)[x];
                QVERIFY2(std::abs(across - wanted) <= 2, qPrintable(QString::number(slope)));
            }
            LineRaster turned;
            turned.reset(240, 240);
            turned.addLine({120, 10}, {120 + 80 * slope, 90}, width, strength);
            for (int y = 10; y < 90; ++y) {
                const int across = std::accumulate(turned.row(y), turned.row(y) + 240, 0);
                QVERIFY2(std::abs(across - wanted) <= 2, qPrintable(QString::number(slope)));
            }
        }
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
