#include <QtTest>

#include "app/NetworkThread.h"
#include "cluster/ClusterStore.h"

using namespace nodescope;
using namespace nodescope::app;
using namespace nodescope::cluster;

/// The whole road: intent → network thread → practice nodes → deltas → store.
class tst_NetworkThread : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;

    struct Road
    {
        explicit Road(const base::Clock &clock)
            : network(clock, mailbox, settings(), {})
        {
            connect(&mailbox, &DeltaMailbox::delivered, &store, &ClusterStore::apply);
        }
        // Nothing listens there, so the practice cluster brings its own port mapper.
        static constexpr quint16 FreePort = 24369;
        static session::LiveSettings settings()
        {
            session::LiveSettings live;
            live.epmdPort = FreePort;
            return live;
        }
        DeltaMailbox mailbox;
        ClusterStore store;
        NetworkThread network;
    };

    static int count(const ClusterStore &store, NodeState state)
    {
        int found = 0;
        for (const Node &node : store.cluster().nodes())
            found += node.state == state && node.kind != NodeKind::Self;
        return found;
    }

private Q_SLOTS:
    void practiceClusterAppears()
    {
        Road road(m_clock);
        road.network.perform(StartPractice{});
        QTRY_COMPARE_WITH_TIMEOUT(count(road.store, NodeState::Up), 6, 10000);
        const auto failedLinks = [&] {
            int failed = 0;
            for (const Link &link : road.store.cluster().links()) {
                failed += link.state == LinkState::Failed && link.diagnosis &&
                          link.diagnosis->cause == Cause::CookieMismatch;
            }
            return failed;
        };
        QTRY_COMPARE_WITH_TIMEOUT(failedLinks(), 1, 5000);
        const auto watchedByPush = [&] {
            int pushed = 0;
            for (const Node &node : road.store.cluster().nodes())
                pushed += node.watched == Watched::Push && node.kind == NodeKind::Practice;
            return pushed;
        };
        QTRY_COMPARE_WITH_TIMEOUT(watchedByPush(), 6, 5000);
        road.network.perform(StopPractice{});
        QTRY_VERIFY_WITH_TIMEOUT(!road.store.cluster().session().practiceRunning, 5000);
    }
    void actingIsOffElsewhere()
    {
        Road road(m_clock);
        QString reason;
        connect(&road.store, &ClusterStore::intentFailed, this, [&](const QString &why) { reason = why; });
        road.network.perform(
            ConnectPair{base::NodeName::literal(u"a@127.0.0.1"), base::NodeName::literal(u"b@127.0.0.1")});
        QTRY_COMPARE(reason, QStringLiteral("acting_not_armed"));
    }
    void endsAtOnceWhateverIsUnderWay()
    {
        for (int i = 0; i < 5; ++i) {
            Road road(m_clock);
            road.network.perform(StartPractice{});
            QTest::qWait(i * 10);
        }
    }
};

QTEST_GUILESS_MAIN(tst_NetworkThread)
#include "tst_NetworkThread.moc"
