#include <QtTest>

#include "graph/Viewport.h"

using namespace nodescope::graph;

class tst_Viewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sceneAndViewAreInverse()
    {
        Viewport viewport;
        viewport.zoomAt({30, 40}, 1.7);
        viewport.pan({-12, 5});
        const QPointF scene(123, -45);
        const QPointF back = viewport.toScene(viewport.toView(scene));
        QVERIFY((back - scene).manhattanLength() < 1e-9);
    }

    void zoomKeepsThePointUnderThePointer()
    {
        Viewport viewport;
        viewport.pan({17, 3});
        const QPointF pointer(200, 150);
        const QPointF under = viewport.toScene(pointer);
        viewport.zoomAt(pointer, 1.9);
        QVERIFY((viewport.toView(under) - pointer).manhattanLength() < 1e-9);
        viewport.zoomAt(pointer, 1e9);
        QCOMPARE(viewport.zoom(), Viewport::MaxZoom);
    }

    void fitShowsEverythingCentred()
    {
        Viewport viewport;
        const QRectF view(0, 0, 800, 600);
        viewport.fit(QRectF(-5000, 100, 4000, 1000), view);
        QVERIFY(view.adjusted(-1, -1, 1, 1).contains(viewport.toView(QRectF(-5000, 100, 4000, 1000))));
        QVERIFY((viewport.toView(QPointF(-3000, 600)) - view.center()).manhattanLength() < 1e-6);
        viewport.fit(QRectF(5, 5, 0, 0), view, 1.2); // one node
        QCOMPARE(viewport.zoom(), 1.2);
    }

    void theMapShowsTheWindow()
    {
        Viewport viewport;
        const QRectF view(0, 0, 800, 600);
        const QRectF scene(0, 0, 1600, 1200);
        const BirdsEye eye(QRectF(700, 500, 100, 75), scene);
        const QRectF window = eye.window(viewport, view);
        QVERIFY(QRectF(699, 499, 102, 77).contains(window));
        QVERIFY(std::abs(window.width() - 50) < 1);
        QVERIFY((eye.toScene(eye.toMap({321, 123})) - QPointF(321, 123)).manhattanLength() < 1e-6);
    }
};

QTEST_APPLESS_MAIN(tst_Viewport)
#include "tst_Viewport.moc"
