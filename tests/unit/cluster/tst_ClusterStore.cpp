#include <QSignalSpy>
#include <QTimeZone>
#include <QtTest>

#include "cluster/ClusterStore.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");

Link linkAB()
{
    Link link;
    link.key = LinkKey(A, B);
    return link;
}
} // namespace

class tst_ClusterStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreAnnouncedBeforeTheirLink()
    {
        ClusterStore store;
        QStringList order;
        connect(&store, &ClusterStore::batchBegun, this, [&] { order << QStringLiteral("begin"); });
        connect(&store, &ClusterStore::nodeAdded, this, [&](const NodeName &name) { order << name.text(); });
        connect(&store, &ClusterStore::linkAdded, this,
                [&](const LinkKey &) { order << QStringLiteral("link"); });
        connect(&store, &ClusterStore::batchEnded, this, [&] { order << QStringLiteral("end"); });
        store.apply({LinkChanged{linkAB()}});
        QCOMPARE(order.join(u' '), QStringLiteral("begin a@h b@h link end"));
    }
    void linksGoBeforeTheirNode()
    {
        ClusterStore store;
        store.apply({LinkChanged{linkAB()}});
        bool linkStillHadEnds = false;
        connect(&store, &ClusterStore::linkRemoved, this,
                [&] { linkStillHadEnds = store.cluster().node(A) != nullptr; });
        QSignalSpy removed(&store, &ClusterStore::nodeRemoved);
        store.apply({NodeRemoved{A}});
        QVERIFY(linkStillHadEnds);
        QCOMPARE(removed.count(), 1);
    }
    void silentWhenNothingChanged()
    {
        ClusterStore store;
        store.apply({LinkChanged{linkAB()}});
        QSignalSpy changed(&store, &ClusterStore::linkChanged);
        store.apply({LinkChanged{linkAB()}});
        QCOMPARE(changed.count(), 0);
    }
    void messagesAreNumberedKeptAndBounded()
    {
        ClusterStore store;
        QSignalSpy happened(&store, &ClusterStore::messageHappened);
        MessageStep step;
        step.exchange = 7;
        step.to = {B, QStringLiteral("shell")};
        store.apply({MessageHappened{step}});
        QCOMPARE(happened.count(), 1);
        QCOMPARE(happened.first().first().value<MessageStep>().id, quint64(1));
        QCOMPARE(store.cluster().messages().front().to, step.to);

        Deltas flood;
        for (qsizetype i = 0; i < Cluster::MaxMessages + 4; ++i)
            flood.append(MessageHappened{step});
        store.apply(flood);
        QCOMPARE(qsizetype(store.cluster().messages().size()), Cluster::MaxMessages);
        QCOMPARE(store.cluster().droppedMessages(), quint64(5));
        QCOMPARE(store.cluster().messages().front().id, quint64(6));
        QVERIFY(store.cluster().events().empty());
    }
    void figuresAreAnnouncedApart()
    {
        ClusterStore store;
        store.apply({LinkChanged{linkAB()}});
        QSignalSpy link(&store, &ClusterStore::linkChanged);
        QSignalSpy traffic(&store, &ClusterStore::trafficChanged);
        QSignalSpy figures(&store, &ClusterStore::figuresChanged);
        Traffic counted;
        counted.key = LinkKey(A, B);
        counted.a.time = QDateTime::fromMSecsSinceEpoch(1, QTimeZone::utc());
        Figures told;
        told.node = A;
        told.time = counted.a.time;
        store.apply({TrafficChanged{counted}, FiguresChanged{told}, TrafficChanged{counted}});
        QCOMPARE(link.count(), 0);
        QCOMPARE(traffic.count(), 1);
        QCOMPARE(figures.count(), 1);
        QCOMPARE(figures.first().first().value<NodeName>(), A);
    }
    void clearResets()
    {
        ClusterStore store;
        store.apply({LinkChanged{linkAB()}});
        QSignalSpy reset(&store, &ClusterStore::reset);
        store.clear();
        QCOMPARE(reset.count(), 1);
        QVERIFY(store.cluster().nodes().isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_ClusterStore)
#include "tst_ClusterStore.moc"
