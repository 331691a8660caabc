#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include "widgets/timeline/TimelineView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

namespace {
constexpr int NodeCount = 30; // more than there is room for

base::NodeName laneNode(int node)
{
    return base::NodeName::literal(QStringLiteral("n%1@h").arg(node, 2, 10, QLatin1Char('0')));
}

/// A timeline of thirty nodes, each with one event: of node k, 3 (k + 1) seconds before now.
struct Scene
{
    Scene()
        : now(QDateTime::currentDateTimeUtc())
        , view(store, store, selection, desk)
    {
        Deltas deltas;
        for (int i = 0; i < NodeCount; ++i) {
            Node node;
            node.name = laneNode(i);
            node.state = NodeState::Up;
            node.since = now.addSecs(-100);
            deltas.append(NodeChanged{node});
        }
        for (int i = NodeCount - 1; i >= 0; --i) {
            Event event;
            event.kind = EventKind::NodeUp;
            event.node = laneNode(i);
            event.time = now.addSecs(-3 * (i + 1));
            deltas.append(EventHappened{event});
        }
        view.resize(900, 200);
        view.show();
        store.apply(deltas);
        TimeState state;
        state.begin = now.addSecs(-100).toMSecsSinceEpoch();
        desk.setState(state);
        QObject::connect(&desk, &TimeDesk::wanted, &view, [this](const TimeIntent &intent) {
            if (const auto *seek = std::get_if<SeekTo>(&intent))
                sought.append(seek->time);
        });
    }
    [[nodiscard]] QWidget *canvas() { return view.viewport(); }
    /// Where the event of a node is painted, by what is under the points of the canvas.
    [[nodiscard]] std::optional<QPoint> eventOf(int node)
    {
        std::optional<QPoint> first;
        std::optional<QPoint> last;
        for (int y = 0; y < canvas()->height() && !last; ++y) {
            for (int x = 0; x < canvas()->width(); ++x) {
                const Event *event = view.eventAt(QPointF(x, y));
                if (!event || event->node != laneNode(node))
                    continue;
                first = first.value_or(QPoint(x, y));
                last = QPoint(x, y);
            }
        }
        return first ? std::optional((*first + *last) / 2) : std::nullopt;
    }
    void wheel(const QPoint &at, int steps, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(at, canvas()->mapToGlobal(at), {}, {0, steps * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas(), &event);
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas(), (from + to) / 2);
        QTest::mouseMove(canvas(), to);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }

    const QDateTime now;
    ClusterStore store;
    SelectionModel selection;
    TimeDesk desk;
    TimelineView view;
    QList<qint64> sought;
};
} // namespace

/// What mouse, wheel and keys do in the timeline.
class tst_TimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickSelectsTheEventOrTheLane()
    {
        Scene scene;
        const auto at = scene.eventOf(1);
        QVERIFY(at);
        QTest::mouseClick(scene.canvas(), Qt::LeftButton, {}, *at);
        QVERIFY(scene.selection.eventId());
        QCOMPARE(scene.store.cluster().events()[size_t(NodeCount) - 2].id, scene.selection.eventId()->id);
        QTest::mouseClick(scene.canvas(), Qt::LeftButton, {}, QPoint(20, at->y()));
        QVERIFY(scene.selection.node());
        QCOMPARE(*scene.selection.node(), laneNode(1));
        QVERIFY(scene.sought.isEmpty());
    }
    void draggingGoesBackAndEndGoesToNow()
    {
        Scene scene;
        QSignalSpy following(&scene.view, &TimelineView::followingChanged);
        const qint64 end = scene.view.window().end();
        scene.drag({400, 60}, {600, 60});
        QVERIFY(scene.view.window().end() < end);
        QVERIFY(!scene.view.window().follows());
        QCOMPARE(following.size(), 1);
        QVERIFY(!scene.selection.eventId() && !scene.selection.node()); // a drag is no click
        QTest::keyClick(&scene.view, Qt::Key_End);
        QVERIFY(scene.view.window().follows());
        QCOMPARE(following.size(), 2);
    }
    void draggingUpScrollsTheLanes()
    {
        Scene scene;
        QVERIFY(scene.view.verticalScrollBar()->maximum() > 0);
        scene.drag({400, 100}, {400, 40});
        QVERIFY(scene.view.verticalScrollBar()->value() > 0);
    }
    void theWheelZoomsAtThePointer()
    {
        Scene scene;
        // Away from now, or what stays in its place is now.
        scene.wheel({450, 60}, 1, Qt::ShiftModifier);
        QVERIFY(!scene.view.window().follows());
        const auto at = scene.eventOf(6);
        QVERIFY(at);
        const qint64 span = scene.view.window().span();
        scene.wheel(*at, 3);
        QVERIFY(scene.view.window().span() < span);
        const auto still = scene.eventOf(6);
        QVERIFY(still);
        QVERIFY(std::abs(still->x() - at->x()) <= 2);
        scene.wheel(*at, -3);
        QVERIFY(std::abs(scene.view.window().span() - span) <= 2);
        // With Alt it scrolls the lanes.
        scene.wheel(*at, -2, Qt::AltModifier);
        QVERIFY(scene.view.verticalScrollBar()->value() > 0);
        QVERIFY(std::abs(scene.view.window().span() - span) <= 2);
    }
    void theAxisSeeks()
    {
        Scene scene;
        const int axis = scene.canvas()->height() - 4;
        scene.drag({500, axis}, {700, axis});
        QVERIFY(scene.sought.size() >= 2);
        QVERIFY(scene.sought.first() < scene.sought.last());
        QVERIFY(scene.view.window().follows()); // the picture has not moved
        // Beyond the edge it is the edge.
        const qsizetype before = scene.sought.size();
        scene.drag({700, axis}, {5000, axis});
        QVERIFY(scene.sought.size() > before);
        QVERIFY(scene.sought.last() <= scene.view.window().end());
        scene.sought.clear();
        QTest::mouseDClick(scene.canvas(), Qt::LeftButton, {}, QPoint(450, 60));
        QCOMPARE(scene.sought.size(), 1);
    }
    void withoutAPastNothingIsSought()
    {
        Scene scene;
        scene.desk.setState({});
        QTest::mouseDClick(scene.canvas(), Qt::LeftButton, {}, QPoint(450, 60));
        QVERIFY(scene.sought.isEmpty());
    }
    void keysGoFromEventToEventAndFromLaneToLane()
    {
        Scene scene;
        const auto &events = scene.store.cluster().events();
        QTest::keyClick(&scene.view, Qt::Key_Left);
        QCOMPARE(scene.selection.eventId()->id, events.back().id);
        QTest::keyClick(&scene.view, Qt::Key_Left);
        QCOMPARE(scene.selection.eventId()->id, events[events.size() - 2].id);
        QTest::keyClick(&scene.view, Qt::Key_Right);
        QTest::keyClick(&scene.view, Qt::Key_Right); // there is none behind the last
        QCOMPARE(scene.selection.eventId()->id, events.back().id);
        for (int i = 0; i < NodeCount + 3; ++i)
            QTest::keyClick(&scene.view, Qt::Key_Down);
        QCOMPARE(*scene.selection.node(), laneNode(NodeCount - 1));
        // What is selected is in sight.
        QCOMPARE(scene.view.verticalScrollBar()->value(), scene.view.verticalScrollBar()->maximum());
        for (int i = 0; i < NodeCount + 3; ++i)
            QTest::keyClick(&scene.view, Qt::Key_Up);
        QCOMPARE(*scene.selection.node(), laneNode(0));
        QCOMPARE(scene.view.verticalScrollBar()->value(), 0);
        const qint64 span = scene.view.window().span();
        QTest::keyClick(&scene.view, Qt::Key_Plus);
        QVERIFY(scene.view.window().span() < span);
        QTest::keyClick(&scene.view, Qt::Key_Minus);
        QVERIFY(std::abs(scene.view.window().span() - span) <= 2);
    }
    void anEventThatIsSelectedElsewhereComesIntoSight()
    {
        Scene scene;
        for (int i = 0; i < 12; ++i)
            scene.view.zoomIn();
        const Event &oldest = scene.store.cluster().events().front();
        QVERIFY(scene.view.window().begin() > oldest.time.toMSecsSinceEpoch());
        scene.selection.select(EventId{oldest.id});
        QVERIFY(scene.view.window().begin() <= oldest.time.toMSecsSinceEpoch());
        QVERIFY(scene.view.window().end() >= oldest.time.toMSecsSinceEpoch());
    }
};

QTEST_MAIN(tst_TimelineView)
#include "tst_TimelineView.moc"
