#include <QLabel>
#include <QtTest>

#include "widgets/common/SelectionModel.h"
#include "widgets/inspector/EventPage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;
using namespace std::chrono_literals;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");
const NodeName C = NodeName::literal(u"c@h");

Event lost(quint64 id, base::Duration at, const NodeName &by, const NodeName &node, const QString &reason)
{
    Event event;
    event.id = id;
    event.kind = EventKind::NodeDown;
    event.at = base::Instant(100s + at);
    event.time = QDateTime::fromMSecsSinceEpoch(1700000000000 + base::toMilliseconds(at), Qt::UTC);
    event.source = by;
    event.node = node;
    event.reason = reason;
    return event;
}
} // namespace

class tst_EventPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEvictionTellsWhatLedToWhat()
    {
        ClusterStore store;
        SelectionModel selection;
        EventPage page(store, selection);
        // a and b lose each other, and c disconnects one of them to prevent overlapping partitions.
        store.apply({EventHappened{lost(1, 0s, A, B, QStringLiteral("connection_closed"))},
                     EventHappened{lost(2, 5ms, B, A, QStringLiteral("connection_closed"))},
                     EventHappened{lost(3, 120ms, C, B, QStringLiteral("disconnect"))},
                     EventHappened{lost(4, 125ms, B, C, QStringLiteral("connection_closed"))}});
        page.show();
        auto *story = page.findChild<QWidget *>(QStringLiteral("story"));
        page.setEvent(3);
        QVERIFY(story->isVisible());
        const int lines = static_cast<int>(story->findChildren<QLabel *>().size());
        QVERIFY(lines >= 3); // what it is, what set it off, what followed
        page.setEvent(1);
        QVERIFY(story->isVisible());
        QCOMPARE(static_cast<int>(story->findChildren<QLabel *>().size()), lines);
    }
    void anOrdinaryLossTellsNoStory()
    {
        ClusterStore store;
        SelectionModel selection;
        EventPage page(store, selection);
        store.apply({EventHappened{lost(1, 0s, A, B, QStringLiteral("net_tick_timeout"))},
                     EventHappened{lost(2, 300s, C, B, QStringLiteral("disconnect"))}});
        page.show();
        page.setEvent(1);
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("story"))->isVisible());
    }
};

QTEST_MAIN(tst_EventPage)
#include "tst_EventPage.moc"
