#include <QLineEdit>
#include <QScrollBar>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/tables/DataTable.h"
#include "widgets/timeline/EventsPage.h"

using namespace nodescope;
using namespace nodescope::widgets;

namespace {
cluster::Deltas events(int count, const QString &reason)
{
    cluster::Deltas deltas;
    for (int i = 0; i < count; ++i) {
        cluster::Event event;
        event.kind = cluster::EventKind::Notice;
        event.reason = reason;
        event.time = QDateTime::currentDateTimeUtc();
        deltas.append(cluster::EventHappened{event});
    }
    return deltas;
}
} // namespace

class tst_EventsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheNewestUnlessScrolledAway()
    {
        cluster::ClusterStore store;
        SelectionModel selection;
        EventsPage page(store, selection);
        page.resize(600, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        store.apply(events(100, QStringLiteral("first")));
        QScrollBar *bar = page.table()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTRY_COMPARE(bar->value(), bar->maximum());
        store.apply(events(50, QStringLiteral("second")));
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        store.apply(events(50, QStringLiteral("third")));
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 10);
    }
    void filters()
    {
        cluster::ClusterStore store;
        SelectionModel selection;
        EventsPage page(store, selection);
        store.apply(events(5, QStringLiteral("alpha")));
        store.apply(events(3, QStringLiteral("beta")));
        page.findChild<QLineEdit *>()->setText(QStringLiteral("bet"));
        QCOMPARE(page.table()->model()->rowCount(), 3);
    }
    void copiesRowsAsText()
    {
        cluster::ClusterStore store;
        SelectionModel selection;
        EventsPage page(store, selection);
        store.apply(events(2, QStringLiteral("alpha")));
        const QStringList lines = page.table()->asText().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(1).endsWith(QStringLiteral("alpha")));
        page.table()->selectRow(1);
        QCOMPARE(page.table()->asText().split(u'\n').size(), 2);
    }
};

QTEST_MAIN(tst_EventsPage)
#include "tst_EventsPage.moc"
