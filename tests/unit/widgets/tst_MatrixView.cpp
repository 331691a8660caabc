#include <ctime>

#include <QImage>
#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/matrix/MatrixPage.h"
#include "widgets/matrix/MatrixView.h"
#include "widgets/matrix/MatrixWords.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {
NodeName name(const char *text)
{
    return NodeName::literal(QString::fromLatin1(text));
}
} // namespace

class tst_MatrixView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesTheSelection()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SelectionModel selection;
        MatrixView view(store, selection);
        view.resize(900, 500);
        view.show();
        const int orders = view.matrix().indexOf(name("orders@db1.example"));
        const int billing = view.matrix().indexOf(name("billing@db1.example"));
        QVERIFY(orders >= 0 && billing >= 0);
        view.setCurrentCell({billing, orders});
        QTest::keyClick(&view, Qt::Key_Return);
        const LinkKey key(name("orders@db1.example"), name("billing@db1.example"));
        QVERIFY(selection.link() && *selection.link() == key);
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("orders")));
        view.setCurrentCell({orders, orders});
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(selection.node() && *selection.node() == name("orders@db1.example"));
        view.clearFocus();
        selection.select(name("shop@web2.example"));
        const int shop = view.matrix().indexOf(name("shop@web2.example"));
        QCOMPARE(view.currentCell(), QPoint(shop, shop));
    }
    void keysMoveWithinTheSquare()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SelectionModel selection;
        MatrixView view(store, selection);
        view.resize(900, 500);
        view.show();
        const int last = view.matrix().size() - 1;
        view.setCurrentCell({0, 0});
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentCell(), QPoint(0, 0));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentCell(), QPoint(1, 1));
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.currentCell(), QPoint(last, last));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentCell(), QPoint(0, last));
    }
    void theCurrentCellStaysWithItsNodes()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SelectionModel selection;
        MatrixView view(store, selection);
        view.resize(900, 500);
        view.show();
        const int orders = view.matrix().indexOf(name("orders@db1.example"));
        view.setCurrentCell({orders, 0});
        Node early;
        early.name = name("aaa@aaa");
        store.apply({NodeChanged{early}});
        QCOMPARE(view.currentCell(), QPoint(view.matrix().indexOf(name("orders@db1.example")), 1));
    }
    void copiesInWords()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        SelectionModel selection;
        MatrixView view(store, selection);
        view.setFilter(models::NodeFilter::parse(QStringLiteral("host:db1.example")));
        view.show();
        QCOMPARE(view.matrix().size(), 3);
        const QStringList lines = view.asText(0, 2).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(1).split(u'\t').size(), 4);
        QVERIFY(lines.at(1).contains(QStringLiteral("connected")));
    }
    void sentencesSayBothEnds()
    {
        ClusterStore store;
        store.apply(test::demoCluster());
        const QString sentence =
            sentenceFor(store.cluster(), name("gate@edge3.example"), name("billing@db1.example"));
        QVERIFY2(sentence.contains(u'\n') && sentence.contains(QStringLiteral("gate@edge3.example")),
                 qPrintable(sentence));
        QVERIFY(sentence.contains(QStringLiteral("not connected")));
    }
    void tenThousandNodesAreShownAtOnce()
    {
        ClusterStore store;
        Deltas deltas;
        for (int i = 0; i < 10'000; ++i) {
            Node node;
            node.name = NodeName::literal(QStringLiteral("n%1@h%2").arg(i).arg(i % 97));
            node.watched = Watched::Push;
            deltas.append(NodeChanged{node});
        }
        store.apply(deltas);
        SelectionModel selection;
        MatrixPage page(store, selection);
        page.resize(1280, 800);
        page.show();
        QCOMPARE(page.view()->matrix().size(), 10'000);
        page.view()->setCurrentCell({9'999, 9'999});
        const std::clock_t begin = std::clock();
        QImage image(page.size(), QImage::Format_ARGB32_Premultiplied);
        page.render(&image);
        // Only what is in view is painted. Processor time: a busy machine makes nothing of it longer.
        const double milliseconds = 1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC;
        qInfo() << "painted in" << milliseconds << "ms of processor time";
        QVERIFY2(milliseconds < 500, qPrintable(QString::number(milliseconds)));
    }
    void isEmptyInWords()
    {
        ClusterStore store;
        SelectionModel selection;
        MatrixView view(store, selection);
        view.resize(300, 200);
        view.show();
        QCOMPARE(view.currentCell(), QPoint(-1, -1));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(std::holds_alternative<std::monostate>(selection.current()));
        QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
        view.render(&image);
    }
};

QTEST_MAIN(tst_MatrixView)
#include "tst_MatrixView.moc"
