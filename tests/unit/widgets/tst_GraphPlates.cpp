#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/graphview/GraphView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

/// The plate at a failed link belongs to the link.
class tst_GraphPlates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_selection = std::make_unique<SelectionModel>();
        m_store = std::make_unique<ClusterStore>();
        m_view = std::make_unique<GraphView>(*m_store, *m_selection);
        m_view->setReducedMotion(true);
        m_view->resize(1000, 700);
        m_view->show();
        m_store->apply(test::demoCluster());
        QTRY_VERIFY(m_view->isSettled());
        m_view->grab();
        m_failed = LinkKey(NodeName::literal(u"billing@db1.example"), test::demoRefusingNode());
        m_plate = m_view->plateInView(m_failed);
        QVERIFY(m_plate.width() > 2 * m_plate.height()); // words
    }
    void cleanup() { m_view.reset(); }

    void isTheLinkAllOver()
    {
        for (const QPointF &at :
             {m_plate.center(), m_plate.topLeft() + QPointF(3, 3), m_plate.bottomRight() - QPointF(3, 3)})
            QCOMPARE(std::get<LinkKey>(m_view->itemAt(at)), m_failed);
    }
    void isClickedAndHasTheMenu()
    {
        const QPoint at = (m_plate.topRight() + QPointF(-4, 4)).toPoint();
        QTest::mouseMove(m_view->viewport(), at);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(m_selection->link());
        QCOMPARE(*m_selection->link(), m_failed);
        QCOMPARE(m_view->viewport()->cursor().shape(), Qt::PointingHandCursor);
        m_selection->clear();
        QSignalSpy menu(m_view.get(), &GraphView::contextMenuRequested);
        QContextMenuEvent wanted(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_view->viewport(), &wanted);
        QCOMPARE(menu.count(), 1);
        QCOMPARE(std::get<LinkKey>(menu.first().first().value<Selection>()), m_failed);
    }
    void nodesComeFirst()
    {
        const NodeName node = test::demoRefusingNode();
        QCOMPARE(std::get<NodeName>(m_view->itemAt(m_view->positionInView(node))), node);
    }

private:
    std::unique_ptr<SelectionModel> m_selection;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<GraphView> m_view;
    LinkKey m_failed;
    QRectF m_plate;
};

QTEST_MAIN(tst_GraphPlates)
#include "tst_GraphPlates.moc"
