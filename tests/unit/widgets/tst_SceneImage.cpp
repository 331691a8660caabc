#include <QtTest>

#include "widgets/graphview/SceneImage.h"

using namespace nodescope;
using namespace nodescope::widgets;

namespace {

constexpr QSize ViewSize(300, 200);
const QColor SceneGround(Qt::white);
const QColor SceneSpot(Qt::red);

/// A view of a scene that holds one spot at (100, 80), and how often it had to be painted.
struct PannedView
{
    PannedView()
    {
        picture.view = QRectF(QPointF(), ViewSize);
        picture.version = 1;
    }

    bool frame()
    {
        shown.fill(Qt::green);
        QPainter painter(&shown);
        return image.paint(painter, picture, covered, [this](QPainter &inside, const QRectF &area) {
            ++painted;
            lastArea = area;
            inside.fillRect(area, SceneGround);
            const QPointF at = picture.viewport.toView(QPointF(100, 80));
            inside.fillRect(QRectF(at - QPointF(2, 2), QSizeF(4, 4)), SceneSpot);
        });
    }
    void pan(double x, double y)
    {
        picture.gliding = true;
        picture.viewport.pan(QPointF(x, y));
    }
    /// Two frames: the second one makes the image.
    bool begin()
    {
        pan(1, 0);
        const bool first = frame();
        pan(1, 0);
        return !first && frame();
    }
    [[nodiscard]] QColor at(const QPointF &scene) const
    {
        return shown.pixelColor(picture.viewport.toView(scene).toPoint());
    }

    Picture picture;
    QRectF covered{-1e6, -1e6, 2e6, 2e6};
    SceneImage image;
    QImage shown{ViewSize, QImage::Format_RGB32};
    QRectF lastArea;
    int painted = 0;
};

} // namespace

class tst_SceneImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewAtRestIsPaintedAsItIs()
    {
        PannedView panned;
        QVERIFY(!panned.frame());
        QVERIFY(!panned.frame());
        QCOMPARE(panned.painted, 0);
    }

    void theImageIsMadeOnceAndMoved()
    {
        PannedView panned;
        QVERIFY(panned.begin());
        QCOMPARE(panned.painted, 1);
        QVERIFY(panned.lastArea.contains(panned.picture.view));
        for (int i = 0; i < 9; ++i) {
            panned.pan(-3, 2);
            QVERIFY(panned.frame());
            QCOMPARE(panned.at({100, 80}), SceneSpot);
            QCOMPARE(panned.at({110, 80}), SceneGround);
            QCOMPARE(panned.shown.pixelColor(0, 0), SceneGround);
            QCOMPARE(panned.shown.pixelColor(299, 199), SceneGround);
        }
        QCOMPARE(panned.painted, 1);
    }

    void beyondItsMarginItIsMadeAgain()
    {
        PannedView panned;
        QVERIFY(panned.begin());
        panned.pan(-400, 0);
        QVERIFY(panned.frame());
        QCOMPARE(panned.painted, 2);
        QCOMPARE(panned.shown.pixelColor(299, 100), SceneGround);
    }

    void zoomingStretchesItALittle()
    {
        PannedView panned;
        QVERIFY(panned.begin());
        panned.picture.viewport.zoomAt(QPointF(150, 100), 1.1);
        QVERIFY(panned.frame());
        QCOMPARE(panned.painted, 1);
        QCOMPARE(panned.at({100, 80}), SceneSpot);
        QCOMPARE(panned.at({110, 80}), SceneGround);
        panned.picture.viewport.zoomAt(QPointF(150, 100), 1.5);
        QVERIFY(panned.frame());
        QCOMPARE(panned.painted, 2);
        QCOMPARE(panned.at({100, 80}), SceneSpot);
    }

    void whatChangesIsPaintedAsItIs()
    {
        PannedView panned;
        QVERIFY(panned.begin());
        ++panned.picture.version;
        QVERIFY(!panned.frame());
        panned.picture.hoveredNode = 3;
        QVERIFY(!panned.frame());
        QVERIFY(panned.frame());
        QCOMPARE(panned.painted, 2);
    }

    void whatMovesByItselfIsPaintedAsItIs()
    {
        PannedView panned;
        QVERIFY(panned.begin());
        panned.picture.travels.push_back({0, true, 0.5, TravelKind::Message});
        QVERIFY(!panned.frame());
        QVERIFY(!panned.frame());
        QCOMPARE(panned.painted, 1);
    }

    void withoutLinksAtHandThereIsNoImage()
    {
        PannedView panned;
        panned.covered = panned.picture.view;
        QVERIFY(!panned.begin());
        QCOMPARE(panned.painted, 0);
    }

    void onAFineScreenItIsAsFine()
    {
        PannedView panned;
        panned.shown = QImage(2 * ViewSize, QImage::Format_RGB32);
        panned.shown.setDevicePixelRatio(2);
        QVERIFY(panned.begin());
        panned.pan(4.5, 0);
        QVERIFY(panned.frame());
        const QPoint at = (panned.picture.viewport.toView(QPointF(100, 80)) * 2).toPoint();
        QCOMPARE(panned.shown.pixelColor(at), SceneSpot);
        QCOMPARE(panned.shown.pixelColor(at + QPoint(-5, 0)), SceneGround);
        QCOMPARE(panned.shown.pixelColor(at + QPoint(-3, 0)), SceneSpot);
    }
};

QTEST_MAIN(tst_SceneImage)
#include "tst_SceneImage.moc"
