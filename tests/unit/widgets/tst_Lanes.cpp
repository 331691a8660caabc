#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/timeline/Lanes.h"

using namespace nodescope;
using namespace nodescope::cluster;
using nodescope::widgets::Lanes;

namespace {
NodeChanged inState(NodeState state, qint64 since)
{
    Node node;
    node.name = base::NodeName::literal(u"a@h");
    node.state = state;
    node.since = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
    return {node};
}
} // namespace

class tst_Lanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansFollowStates()
    {
        ClusterStore store;
        Lanes lanes(store);
        const auto name = base::NodeName::literal(u"a@h");
        store.apply({inState(NodeState::Connecting, 1000)});
        store.apply({inState(NodeState::Up, 2000)});
        store.apply({inState(NodeState::Up, 2500)});
        store.apply({inState(NodeState::Down, 3000)});
        const QList<Lanes::Span> spans = lanes.spansOf(name);
        QCOMPARE(spans.size(), 3);
        QCOMPARE(spans.at(1).state, NodeState::Up);
        QCOMPARE(spans.at(1).from, qint64(2000));
        QCOMPARE(lanes.begin(), qint64(1000));
        store.apply({NodeRemoved{name}});
        QVERIFY(lanes.nodes().isEmpty());
    }
    void timeNeverGoesBack()
    {
        ClusterStore store;
        Lanes lanes(store);
        store.apply({inState(NodeState::Up, 5000)});
        store.apply({inState(NodeState::Down, 1000)});
        const QList<Lanes::Span> spans = lanes.spansOf(base::NodeName::literal(u"a@h"));
        QCOMPARE(spans.at(1).from, qint64(5000));
    }
    void bounded()
    {
        ClusterStore store;
        Lanes lanes(store);
        for (int i = 0; i < 3000; ++i)
            store.apply({inState(i % 2 ? NodeState::Up : NodeState::Down, i)});
        QCOMPARE(lanes.spansOf(base::NodeName::literal(u"a@h")).size(), Lanes::MaxSpans);
    }
    void tellsOncePerBatch()
    {
        ClusterStore store;
        Lanes lanes(store);
        QSignalSpy changed(&lanes, &Lanes::changed);
        store.apply(test::demoCluster());
        QCOMPARE(changed.size(), 1);
        QVERIFY(!lanes.nodes().contains(selfName()));
        QVERIFY(std::is_sorted(lanes.nodes().begin(), lanes.nodes().end()));
    }
};

QTEST_GUILESS_MAIN(tst_Lanes)
#include "tst_Lanes.moc"
