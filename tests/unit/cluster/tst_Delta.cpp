#include <QRandomGenerator>
#include <QTimeZone>
#include <QtTest>

#include "cluster/Cluster.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
NodeName name(quint32 i)
{
    return NodeName::literal(QStringLiteral("n%1@h").arg(i));
}

Delta randomDelta(QRandomGenerator &random)
{
    const NodeName a = name(random.bounded(6u));
    NodeName b = name(random.bounded(6u));
    if (a == b)
        b = name(6);
    switch (random.bounded(7)) {
    case 0: {
        Node node;
        node.name = a;
        node.state = NodeState(random.bounded(8));
        return NodeChanged{node};
    }
    case 1:
        return NodeRemoved{a};
    case 2:
        return LinkRemoved{LinkKey(a, b)};
    case 3: {
        Event event;
        event.node = a;
        return EventHappened{event};
    }
    case 4: {
        Figures figures;
        figures.node = a;
        if (random.bounded(3) > 0)
            figures.time = QDateTime::fromMSecsSinceEpoch(random.bounded(100), QTimeZone::utc());
        return FiguresChanged{figures};
    }
    case 5: {
        Traffic traffic;
        traffic.key = LinkKey(a, b);
        traffic.b.time = QDateTime::fromMSecsSinceEpoch(random.bounded(100), QTimeZone::utc());
        return TrafficChanged{traffic};
    }
    default: {
        Link link;
        link.key = LinkKey(a, b);
        link.failures = random.bounded(5);
        return LinkChanged{link};
    }
    }
}

void applyAll(Cluster &cluster, const Deltas &deltas)
{
    for (const Delta &delta : deltas)
        (void)cluster.apply(delta);
}
} // namespace

class tst_Delta : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastOfEachKey()
    {
        Node first;
        first.name = name(1);
        Node second = first;
        second.state = NodeState::Up;
        const Deltas merged = coalesced({NodeChanged{first}, NodeChanged{second}});
        QCOMPARE(merged.size(), 1);
        QCOMPARE(std::get<NodeChanged>(merged.front()).node.state, NodeState::Up);
    }
    void keepsAllMoments()
    {
        QCOMPARE(coalesced({EventHappened{}, EventHappened{}}).size(), 2);
        QCOMPARE(coalesced({MessageHappened{}, MessageHappened{}}).size(), 2);
        QVERIFY(isMoment(MessageHappened{}));
        // Of an errand the last report holds all steps.
        ErrandReport one;
        one.errand.id = 1;
        ErrandReport other;
        other.errand.id = 2;
        QCOMPARE(coalesced({ErrandChanged{one}, ErrandChanged{other}, ErrandChanged{one}}).size(), 2);
        QVERIFY(!isMoment(ErrandChanged{one}));
        QVERIFY(isMoment(EventHappened{}));
        QVERIFY(!isMoment(NodeRemoved{}));
    }
    void endsInTheSameState()
    {
        QRandomGenerator random(42);
        for (int run = 0; run < 300; ++run) {
            Deltas deltas;
            for (int i = 0; i < 40; ++i)
                deltas.append(randomDelta(random));
            Cluster all;
            Cluster merged;
            applyAll(all, deltas);
            applyAll(merged, coalesced(deltas));
            QCOMPARE(merged.sortedNodes(), all.sortedNodes());
            QCOMPARE(merged.sortedLinks(), all.sortedLinks());
            QCOMPARE(merged.events().size(), all.events().size());
            QCOMPARE(merged.allFigures(), all.allFigures());
            QCOMPARE(merged.allTraffic(), all.allTraffic());
        }
    }
};

QTEST_APPLESS_MAIN(tst_Delta)
#include "tst_Delta.moc"
