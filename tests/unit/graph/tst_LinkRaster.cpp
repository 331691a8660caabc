#include <QtTest>

#include "graph/LinkRaster.h"

using namespace nodescope::graph;

namespace {

constexpr QRgb Green = 0xff00ff00;

RasterInput inputOf(std::vector<QPointF> points, std::vector<RasterLine> lines)
{
    RasterInput input;
    input.size = QSize(101, 60); // no multiple of four
    input.points = std::move(points);
    input.lines = std::make_shared<const std::vector<RasterLine>>(std::move(lines));
    input.styles = {{2, 0, 0}, {2, 4, 4}};
    for (size_t i = 0; i < input.colours.size(); ++i)
        input.colours[i] = qPremultiply(qRgba(0, 0, 0, int(i)));
    return input;
}

QImage made(const RasterInput &input)
{
    LineRaster raster;
    QImage image;
    rasterise(input, raster, image);
    return image;
}

int inked(const QImage &image, int fromX, int toX)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = fromX; x < toX; ++x)
            count += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_LinkRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groundIsClear()
    {
        const QImage image = made(inputOf({}, {}));
        QCOMPARE(image.size(), QSize(101, 60));
        QCOMPARE(inked(image, 0, 101), 0);
    }
    void aHalfThatIsNotSeenIsNotDrawn()
    {
        const RasterInput input = inputOf({{10, 30}, {90, 30}}, {{0, 1, LineRaster::FullStrength, 0, 0}});
        const QImage image = made(input);
        QVERIFY(inked(image, 10, 50) > 60);
        QCOMPARE(inked(image, 52, 101), 0);
    }
    void dashesLeaveGaps()
    {
        const int solid = inked(made(inputOf({{0, 30}, {100, 30}}, {{0, 1, 16, 16, 0}})), 0, 101);
        const int dashed = inked(made(inputOf({{0, 30}, {100, 30}}, {{0, 1, 16, 16, 1}})), 0, 101);
        QVERIFY(dashed > solid / 3 && dashed < 3 * solid / 4);
    }
    void theLastColumnsArePainted()
    {
        // Four cells are coloured at once; the hundred-and-first is on its own.
        QVERIFY(inked(made(inputOf({{60, 30}, {140, 30}}, {{0, 1, 16, 16, 0}})), 100, 101) > 0);
    }
    void dotsLieOverLinesAndAreClipped()
    {
        RasterInput input = inputOf({{50, 30}, {0, 0}, {100.6, 59}, {1e9, 3}}, {{0, 1, 16, 16, 0}});
        QImage dot(6, 6, QImage::Format_ARGB32_Premultiplied);
        dot.fill(QColor(Green));
        input.dots = {dot};
        input.dotOf = std::make_shared<const std::vector<std::uint8_t>>(
            std::vector<std::uint8_t>{0, 0, RasterInput::NoDot, 0});
        const QImage image = made(input);
        QCOMPARE(image.pixel(50, 30), Green);
        QCOMPARE(image.pixel(47, 27), Green);
        QCOMPARE(image.pixel(1, 1), Green);
        QVERIFY(image.pixel(99, 58) != Green);
    }
    void anotherThreadMakesTheSame()
    {
        std::vector<QPointF> points;
        std::vector<RasterLine> lines;
        points.reserve(60);
        for (int i = 0; i < 60; ++i)
            points.emplace_back((i * 37) % 101, (i * 23) % 60);
        for (int i = 0; i + 1 < 60; ++i)
            lines.push_back({i, i + 1, 16, std::uint8_t(i % 17), std::uint8_t(i % 2)});
        const RasterInput input = inputOf(points, lines);
        QImage reused(101, 60, QImage::Format_ARGB32_Premultiplied);
        reused.fill(Qt::red);
        RasterJob job(input, reused);
        QVERIFY(QTest::qWaitFor([&] { return job.isReady(); }, 30'000));
        QCOMPARE(job.take(), made(input));
    }
};

QTEST_APPLESS_MAIN(tst_LinkRaster)
#include "tst_LinkRaster.moc"
