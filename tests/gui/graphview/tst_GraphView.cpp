#include <QtTest>

#include <QAccessible>
#include <QPainter>

#include "gui/graphview/SampleClusters.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;
using widgets::GraphView;
using widgets::Selection;

/// The view with a pointer and a keyboard, on Qt's offscreen platform.
class tst_GraphView : public QObject
{
    Q_OBJECT

public:
    explicit tst_GraphView(widgets::ThemeManager *themes)
        : m_themes(themes)
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void aClickSelects();
    void theGroundClearsTheSelection();
    void aLinkIsSelected();
    void doubleClickConnectsToWhatIsNotConnected();
    void doubleClickOnAConnectedNodeDoesNothing();
    void doubleClickOnAFailedLinkTriesAgain();
    void draggingFromRimToNodeAsksForALink();
    void draggingFromOurselvesConnects();
    void aLinkDrawnToNowhereIsNothing();
    void draggingANodeMovesAndPinsItAndCanBeUndone();
    void draggingTheGroundPans();
    void theWheelZoomsAtThePointer();
    void arrowsFollowTheDirection();
    void tabGoesThroughAllNodesAndOut();
    void connectByKeyboard();
    void escapeEndsAConnection();
    void enterConnects();
    void deleteDismissesWhatFailed();
    void theMenuIsAskedFor();
    void nodesThatLeaveAreGone();
    void aJoinMovesNobody();
    void foreignTextIsShownLiterally();
    void placementsAreRemembered();
    void anIdleViewPaintsNothing();
    void figuresThatChangeNothingPaintNothing();
    void messagesTravelAndRest();
    void aFloodOfMessagesIsCounted();
    void whatIsNotFoundIsFaint();
    void animationsEnd();
    void itCanBeReadOut();
    void itPaintsIntoAnyPainter();
    void itFollowsTheTheme();

private:
    static NodeName name(QStringView text) { return NodeName::literal(text); }
    [[nodiscard]] QPoint at(QStringView node) const { return m_view->positionInView(name(node)).toPoint(); }
    [[nodiscard]] QPoint rimOf(QStringView node, QStringView towards) const
    {
        const QLineF line(m_view->positionInView(name(node)), m_view->positionInView(name(towards)));
        return line.pointAt(m_view->radiusInView(name(node)) / line.length()).toPoint();
    }
    void drag(const QPoint &from, const QPoint &to);
    [[nodiscard]] int intents() const { return int(m_intents.size()); }
    template<class Kind>
    [[nodiscard]] const Kind *lastIntent() const
    {
        return m_intents.isEmpty() ? nullptr : std::get_if<Kind>(&m_intents.last());
    }

    widgets::ThemeManager *m_themes; ///< not owned
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<widgets::SelectionModel> m_selection;
    std::unique_ptr<GraphView> m_view;
    QList<Intent> m_intents;
};

void tst_GraphView::init()
{
    m_intents.clear();
    m_store = std::make_unique<ClusterStore>();
    m_selection = std::make_unique<widgets::SelectionModel>();
    m_view = std::make_unique<GraphView>(*m_store, *m_selection);
    m_view->setReducedMotion(true);
    m_view->resize(900, 700);
    connect(m_view.get(), &GraphView::intent, this,
            [this](const Intent &intent) { m_intents.append(intent); });
    m_store->apply(samples::threeHosts());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
    QTRY_VERIFY(m_view->isSettled());
}

void tst_GraphView::cleanup()
{
    m_view.reset();
    m_selection.reset();
    m_store.reset();
}

void tst_GraphView::drag(const QPoint &from, const QPoint &to)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 8; ++step) {
        // QTest::mouseMove sends no button with it, so the move is made by hand.
        const QPoint now = from + (to - from) * step / 8;
        QMouseEvent move(QEvent::MouseMove, now, m_view->viewport()->mapToGlobal(now), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    }
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
}

void tst_GraphView::aClickSelects()
{
    QSignalSpy changed(m_selection.get(), &widgets::SelectionModel::changed);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(u"store@db1.example"));
    QVERIFY(m_selection->node());
    QCOMPARE(*m_selection->node(), name(u"store@db1.example"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(intents(), 0);
}

void tst_GraphView::theGroundClearsTheSelection()
{
    m_selection->select(name(u"store@db1.example"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(890, 8));
    QCOMPARE(m_selection->current(), Selection());
}

void tst_GraphView::aLinkIsSelected()
{
    const QLineF line(m_view->positionInView(name(u"gate@edge3.example")),
                      m_view->positionInView(name(u"feed@edge3.example")));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, line.pointAt(0.35).toPoint());
    QVERIFY(m_selection->link());
    QCOMPARE(*m_selection->link(), LinkKey(name(u"gate@edge3.example"), name(u"feed@edge3.example")));
}

void tst_GraphView::doubleClickConnectsToWhatIsNotConnected()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(u"old@edge3.example"));
    QCOMPARE(intents(), 1);
    QVERIFY(lastIntent<ConnectToNode>());
    QCOMPARE(lastIntent<ConnectToNode>()->node, name(u"old@edge3.example"));
}

void tst_GraphView::doubleClickOnAConnectedNodeDoesNothing()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(u"store@db1.example"));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(selfName().text()));
    QCOMPARE(intents(), 0);
}

void tst_GraphView::doubleClickOnAFailedLinkTriesAgain()
{
    m_selection->select(LinkKey(name(u"billing@db1.example"), name(u"cache@web2.example")));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(lastIntent<TryAgain>());
    QCOMPARE(lastIntent<TryAgain>()->from, name(u"billing@db1.example"));
    QCOMPARE(lastIntent<TryAgain>()->to, name(u"cache@web2.example"));
}

void tst_GraphView::draggingFromRimToNodeAsksForALink()
{
    QSignalSpy hints(m_view.get(), &GraphView::hint);
    drag(rimOf(u"orders@db1.example", u"mailer@web2.example"), at(u"mailer@web2.example"));
    QCOMPARE(intents(), 1);
    QVERIFY(lastIntent<ConnectPair>());
    QCOMPARE(lastIntent<ConnectPair>()->a, name(u"orders@db1.example"));
    QCOMPARE(lastIntent<ConnectPair>()->b, name(u"mailer@web2.example"));
    const bool told = std::any_of(hints.cbegin(), hints.cend(), [](const QVariantList &hint) {
        return hint[0].toString() == QStringLiteral("ask orders to connect to mailer");
    });
    QVERIFY(told);
}

void tst_GraphView::draggingFromOurselvesConnects()
{
    drag(rimOf(selfName().text(), u"old@edge3.example"), at(u"old@edge3.example"));
    QVERIFY(lastIntent<ConnectToNode>());
    QCOMPARE(lastIntent<ConnectToNode>()->node, name(u"old@edge3.example"));
}

void tst_GraphView::aLinkDrawnToNowhereIsNothing()
{
    drag(rimOf(u"orders@db1.example", u"mailer@web2.example"), QPoint(890, 8));
    QCOMPARE(intents(), 0);
}

void tst_GraphView::draggingANodeMovesAndPinsItAndCanBeUndone()
{
    const QPointF before = m_view->positionInView(name(u"gate@edge3.example"));
    const QPointF other = m_view->positionInView(name(u"store@db1.example"));
    drag(before.toPoint(), before.toPoint() + QPoint(60, -25));
    const QPointF moved = m_view->positionInView(name(u"gate@edge3.example")) - before;
    QVERIFY((moved - QPointF(60, -25)).manhattanLength() < 3);
    QCOMPARE(m_view->positionInView(name(u"store@db1.example")), other);
    QVERIFY(m_view->isPinned(name(u"gate@edge3.example")));
    QVERIFY(m_view->canUndoLayout());
    const auto placed = m_view->placements().value(name(u"gate@edge3.example")).position;
    m_view->undoLayout();
    QVERIFY(!m_view->isPinned(name(u"gate@edge3.example")));
    QVERIFY(m_view->placements().value(name(u"gate@edge3.example")).position != placed);
    QCOMPARE(intents(), 0);
}

void tst_GraphView::draggingTheGroundPans()
{
    const QPointF before = m_view->positionInView(name(u"gate@edge3.example"));
    drag(QPoint(890, 8), QPoint(850, 40));
    const QPointF moved = m_view->positionInView(name(u"gate@edge3.example")) - before;
    QCOMPARE(moved.toPoint(), QPoint(-40, 32));
}

void tst_GraphView::theWheelZoomsAtThePointer()
{
    const QPointF pointer = m_view->positionInView(name(u"store@db1.example"));
    const qreal zoom = m_view->zoom();
    QWheelEvent wheel(pointer, m_view->viewport()->mapToGlobal(pointer), QPoint(), QPoint(0, 240),
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QVERIFY(m_view->zoom() > 1.2 * zoom);
    QVERIFY((m_view->positionInView(name(u"store@db1.example")) - pointer).manhattanLength() < 0.1);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(std::abs(m_view->zoom() - 1) < 1e-6);
}

void tst_GraphView::arrowsFollowTheDirection()
{
    m_selection->select(name(u"store@db1.example"));
    const QPointF before = m_view->positionInView(*m_selection->node());
    for (const auto &[key, x, y] : {std::tuple{Qt::Key_Left, -1, 0}, std::tuple{Qt::Key_Right, 1, 0},
                                    std::tuple{Qt::Key_Up, 0, -1}, std::tuple{Qt::Key_Down, 0, 1}}) {
        m_selection->select(name(u"store@db1.example"));
        QTest::keyClick(m_view.get(), key);
        const QPointF way = m_view->positionInView(*m_selection->node()) - before;
        QVERIFY(way.x() * x + way.y() * y >= 0);
    }
}

void tst_GraphView::tabGoesThroughAllNodesAndOut()
{
    QSet<NodeName> seen;
    const QList<NodeName> all = m_view->nodesInOrder();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QVERIFY(m_selection->node());
        QCOMPARE(*m_selection->node(), all[i]);
        seen.insert(*m_selection->node());
    }
    QCOMPARE(seen.size(), 10);
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QCOMPARE(*m_selection->node(), all[all.size() - 2]);
}

void tst_GraphView::connectByKeyboard()
{
    m_selection->select(name(u"store@db1.example"));
    QTest::keyClick(m_view.get(), Qt::Key_C);
    for (int i = 0; i < 4 && intents() == 0; ++i) {
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down})
            QTest::keyClick(m_view.get(), key);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
    }
    QCOMPARE(intents(), 1);
    const auto *pair = lastIntent<ConnectPair>();
    QVERIFY(pair || lastIntent<ConnectToNode>());
    QVERIFY(!pair || pair->a == name(u"store@db1.example"));
    QVERIFY(!pair || pair->b != pair->a);
}

void tst_GraphView::escapeEndsAConnection()
{
    m_selection->select(name(u"store@db1.example"));
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(intents(), 0);
    QVERIFY(m_selection->node());
}

void tst_GraphView::enterConnects()
{
    m_selection->select(name(u"cache@web2.example"));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(lastIntent<ConnectToNode>());
    QCOMPARE(lastIntent<ConnectToNode>()->node, name(u"cache@web2.example"));
}

void tst_GraphView::deleteDismissesWhatFailed()
{
    m_selection->select(name(u"store@db1.example"));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(intents(), 0);
    m_selection->select(LinkKey(name(u"billing@db1.example"), name(u"cache@web2.example")));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(lastIntent<Dismiss>());
    QCOMPARE(lastIntent<Dismiss>()->from, name(u"billing@db1.example"));
}

void tst_GraphView::theMenuIsAskedFor()
{
    QSignalSpy menu(m_view.get(), &GraphView::contextMenuRequested);
    m_selection->select(name(u"store@db1.example"));
    QTest::keyClick(m_view.get(), Qt::Key_Menu);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu[0][0].value<Selection>(), Selection(name(u"store@db1.example")));
    const QPoint where = at(u"gate@edge3.example");
    QContextMenuEvent event(QContextMenuEvent::Mouse, where, m_view->viewport()->mapToGlobal(where));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(menu.size(), 2);
    QCOMPARE(*m_selection->node(), name(u"gate@edge3.example"));
}

void tst_GraphView::nodesThatLeaveAreGone()
{
    m_selection->select(name(u"store@db1.example"));
    m_store->apply({NodeRemoved{name(u"store@db1.example")}});
    QVERIFY(!m_view->nodesInOrder().contains(name(u"store@db1.example")));
    QTest::keyClick(m_view.get(), Qt::Key_Return); // on a selection that is gone
    QCOMPARE(intents(), 0);
    m_store->clear();
    QVERIFY(m_view->nodesInOrder().isEmpty());
    m_view->grab();
}

void tst_GraphView::aJoinMovesNobody()
{
    m_view->setPlacements(m_view->placements()); // they are settled now, not new
    const widgets::Placements before = m_view->placements();
    m_store->apply({NodeChanged{samples::node(u"late@db1.example", NodeKind::Beam, NodeState::Up)},
                    LinkChanged{samples::link(u"late@db1.example", u"store@db1.example", LinkState::Up)}});
    const widgets::Placements after = m_view->placements();
    QCOMPARE(after.size(), before.size() + 1);
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(after.value(it.key()).position, it->position);
}

void tst_GraphView::foreignTextIsShownLiterally()
{
    const QString evil = QStringLiteral("<img src=x>%1\u202Eevil@db1.example");
    m_store->apply({NodeChanged{samples::node(evil, NodeKind::Beam, NodeState::Up)}});
    const QString spoken = m_view->accessibleTextOf(name(evil));
    QVERIFY(spoken.contains(QStringLiteral("<img src=x>%1")));
    QVERIFY(!spoken.contains(QChar(0x202E)));
    m_view->grab();
}

void tst_GraphView::placementsAreRemembered()
{
    widgets::Placements wanted;
    wanted.insert(name(u"later@db9"), {QPointF(321, 123), true});
    m_view->setPlacements(wanted);
    m_store->apply({NodeChanged{samples::node(u"later@db9", NodeKind::Beam, NodeState::Up)}});
    QCOMPARE(m_view->placements().value(name(u"later@db9")).position, QPointF(321, 123));
    QVERIFY(m_view->isPinned(name(u"later@db9")));
}

void tst_GraphView::anIdleViewPaintsNothing()
{
    struct Counter : QObject
    {
        int paints = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    } counter;
    QTest::qWait(50);
    m_view->viewport()->installEventFilter(&counter);
    QTest::qWait(150);
    QCOMPARE(counter.paints, 0);
    // And a batch of many deltas is one repaint.
    m_store->apply(samples::sparse(40));
    QTRY_VERIFY(counter.paints > 0);
    QTest::qWait(50);
    QVERIFY(counter.paints <= 2);
}

namespace {
QImage pictureOf(GraphView &view)
{
    return view.viewport()->grab().toImage();
}
} // namespace

void tst_GraphView::messagesTravelAndRest()
{
    QTRY_VERIFY(m_view->isSettled());
    const QImage before = pictureOf(*m_view);
    MessageStep step;
    step.exchange = 1;
    step.from.node = name(u"orders@db1.example");
    step.to.node = name(u"billing@db1.example");
    m_store->apply({MessageHappened{step}});
    QVERIFY(!m_view->isSettled());
    QTRY_VERIFY(pictureOf(*m_view) != before);
    // And then nothing moves any more, and nothing of it is left.
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 5000);
    QTRY_COMPARE(pictureOf(*m_view), before);
    // A message between nodes that share no link moves nothing; it ends all the same.
    step.to.node = name(u"nobody@nowhere");
    m_store->apply({MessageHappened{step}});
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 5000);
    QCOMPARE(pictureOf(*m_view), before);
}

void tst_GraphView::aFloodOfMessagesIsCounted()
{
    QTRY_VERIFY(m_view->isSettled());
    const QImage before = pictureOf(*m_view);
    MessageStep step;
    step.from.node = name(u"orders@db1.example");
    step.to.node = name(u"billing@db1.example");
    Deltas flood;
    for (quint64 i = 1; i <= 20000; ++i) {
        step.exchange = i;
        flood.append(MessageHappened{step});
    }
    m_store->apply(flood);
    QTRY_VERIFY(pictureOf(*m_view) != before);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 5000);
}

void tst_GraphView::whatIsNotFoundIsFaint()
{
    QTRY_VERIFY(m_view->isSettled());
    const QImage before = pictureOf(*m_view);
    m_view->setFilter(models::NodeFilter::parse(QStringLiteral("orders")));
    QVERIFY(pictureOf(*m_view) != before);
    m_view->setFilter(models::NodeFilter());
    QCOMPARE(pictureOf(*m_view), before);
}

void tst_GraphView::figuresThatChangeNothingPaintNothing()
{
    struct Counter : QObject
    {
        int paints = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    } counter;
    m_view->setTrends(*new models::Trends(*m_store, m_view.get()));
    const LinkKey key(name(u"orders@db1.example"), name(u"billing@db1.example"));
    const auto count = [&](int second, quint64 packets) {
        Traffic traffic;
        traffic.key = key;
        traffic.a.time = QDateTime::currentDateTimeUtc();
        traffic.a.at = base::Instant() + std::chrono::seconds(second);
        traffic.a.packetsOut = packets;
        Figures figures;
        figures.node = key.a;
        figures.time = traffic.a.time;
        figures.at = traffic.a.at;
        figures.memory = quint64(second) << 20U;
        m_store->apply({TrafficChanged{traffic}, FiguresChanged{figures}});
    };
    count(0, 0);
    count(5, 100); // 20 a second: from here on the link has a width
    QTest::qWait(100);
    m_view->viewport()->installEventFilter(&counter);
    count(10, 205);
    count(15, 320);
    QTest::qWait(100);
    QCOMPARE(counter.paints, 0);
    count(20, 60'000); // that is another width
    QTRY_VERIFY(counter.paints > 0);
    // With its figure under the name, each new one is painted.
    m_view->setFigure(models::Figure::Memory);
    QTest::qWait(100);
    counter.paints = 0;
    count(25, 120'000);
    QTRY_VERIFY(counter.paints > 0);
    m_view->viewport()->removeEventFilter(&counter);
}

void tst_GraphView::animationsEnd()
{
    m_view->setReducedMotion(false);
    m_store->apply({NodeChanged{samples::node(u"late@db1.example", NodeKind::Beam, NodeState::Up)},
                    NodeRemoved{name(u"shop@web2.example")}});
    m_view->setLayoutKind(graph::LayoutKind::Circle);
    QVERIFY(!m_view->isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), 5000);
}

void tst_GraphView::itCanBeReadOut()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 10);
    QStringList spoken;
    for (int i = 0; i < list->childCount(); ++i)
        spoken << list->child(i)->text(QAccessible::Name);
    QVERIFY(spoken.filter(QStringLiteral("cache@web2.example"))
                .join(QString())
                .contains(QStringLiteral("failed")));
    m_selection->select(m_view->nodesInOrder()[3]);
    QCOMPARE(list->focusChild(), list->child(3));
    QVERIFY(list->child(3)->rect().isValid());
}

void tst_GraphView::itPaintsIntoAnyPainter()
{
    QImage image(300, 240, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    m_view->paintTo(painter, QRectF(0, 0, 300, 240));
    painter.end();
    QVERIFY(image.pixelColor(150, 120) != QColor(Qt::magenta));
}

void tst_GraphView::itFollowsTheTheme()
{
    const auto ground = [this] { return m_view->grab().toImage().pixelColor(5, 5); };
    m_themes->setMode(widgets::ThemeManager::Mode::Dark);
    QCOMPARE(ground(), m_themes->theme().stage);
    m_themes->setMode(widgets::ThemeManager::Mode::Light);
    QCOMPARE(ground(), m_themes->theme().stage);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    widgets::ThemeManager themes(application);
    tst_GraphView test(&themes);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_GraphView.moc"
