#include <QtTest>

#include "graph/Hull.h"
#include "widgets/graphview/HullPainter.h"

using namespace nodescope;
using namespace nodescope::widgets;

namespace {

constexpr QSize HullView(300, 240); // in logical pixels

Hull hostAround(const std::vector<QPointF> &points)
{
    Hull hull;
    hull.outline = graph::roundedHull(points, 20);
    return hull;
}

} // namespace

class tst_HullPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // At any ratio of pixels and wherever the painter stands, no row is left out, and none is painted twice.
    void theInsideIsOfOneColour_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<QPointF>("moved");
        QTest::newRow("plain") << 1.0 << QPointF();
        QTest::newRow("twice the pixels") << 2.0 << QPointF();
        QTest::newRow("a broken ratio") << 1.25 << QPointF();
        QTest::newRow("another, moved") << 1.1 << QPointF(9.3, 7.7);
    }

    void theInsideIsOfOneColour()
    {
        QFETCH(qreal, ratio);
        QFETCH(QPointF, moved);
        const Hull hull = hostAround({{60, 60}, {210, 90.4}, {120.3, 180}});
        const QImage image = painted(hull, QRectF(QPointF(), HullView), ratio, moved);
        const QPainterPath inner = graph::roundedHull({{60, 60}, {210, 90.4}, {120.3, 180}}, 17);
        const QPainterPath outer = graph::roundedHull({{60, 60}, {210, 90.4}, {120.3, 180}}, 23);
        const QRgb inside = opaqueOn(m_theme.stage, m_theme.hull).rgb();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QPointF at = QPointF(x + 0.5, y + 0.5) / ratio - moved;
                if (inner.contains(at))
                    QVERIFY2(isNear(image.pixel(x, y), inside),
                             qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
                else if (!outer.contains(at))
                    QCOMPARE(image.pixel(x, y), m_theme.stage.rgb());
            }
        }
    }

    // Far into the picture a hull is larger than any image: only what is seen of it is looked at.
    void aHullBeyondTheViewFillsTheView()
    {
        const Hull hull = hostAround({{-4e9, -3e9}, {5e9, -4e9}, {1e9, 8e9}});
        const QImage image = painted(hull, QRectF(QPointF(), HullView), 1, {});
        const QRgb inside = opaqueOn(m_theme.stage, m_theme.hull).rgb();
        for (const QPoint &at : {QPoint(0, 0), QPoint(150, 120), QPoint(299, 239)})
            QVERIFY(isNear(image.pixel(at), inside));
    }

private:
    [[nodiscard]] QImage painted(const Hull &hull, const QRectF &area, qreal ratio,
                                 const QPointF &moved) const
    {
        Picture picture;
        picture.theme = m_theme;
        QImage image((QSizeF(HullView) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(m_theme.stage);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(moved);
        HullPainter(picture, painter, area).paint(hull);
        return image;
    }

    /// The painter rounds where it blends.
    static bool isNear(QRgb a, QRgb b)
    {
        return std::abs(qRed(a) - qRed(b)) <= 1 && std::abs(qGreen(a) - qGreen(b)) <= 1 &&
               std::abs(qBlue(a) - qBlue(b)) <= 1;
    }

    Theme m_theme = Theme::make(false, false, QFont());
};

QTEST_MAIN(tst_HullPainter)
#include "tst_HullPainter.moc"
