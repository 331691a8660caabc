#include <QRandomGenerator>

#include "Bench.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;

/// Case 20 of robustness.md with a real node: it dials us while we dial it, by names in both orders.
class tst_RealCrossing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("mike"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void case20_oneLinkRemains_data()
    {
        QTest::addColumn<QString>("own");
        QTest::newRow("ours is the smaller name") << QStringLiteral("anna@127.0.0.1");
        QTest::newRow("ours is the greater name") << QStringLiteral("zoe@127.0.0.1");
    }
    void case20_oneLinkRemains()
    {
        QFETCH(QString, own);
        const base::NodeName name = base::NodeName::literal(own);
        Bench ours(NodeIdentity::fixed(name, true));
        QSignalSpy registered(ours.node.get(), &LocalNode::registered);
        ListenOptions listen;
        listen.epmdPort = m_bench.epmd.port();
        QVERIFY(ours.node->listen(listen).ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        for (int round = 0; round < 15; ++round) {
            DialOptions options;
            options.epmdPort = m_bench.epmd.port();
            QSignalSpy finished(ours.node.get(), &LocalNode::dialFinished);
            QTimer::singleShot(QRandomGenerator::global()->bounded(6), ours.node.get(),
                               [&] { ours.node->dial(m_peer->name(), options); });
            const QString connected = m_peer->evaluate(
                QString(QStringLiteral("net_kernel:connect_node('") + own + QStringLiteral("').")));
            QCOMPARE(connected, QStringLiteral("{ok,true}"));
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, Bench::Wait);
            QTRY_VERIFY_WITH_TIMEOUT(ours.node->isConnected(m_peer->name()), Bench::Wait);
            // Where our own attempt won, we may know a little before it lists us.
            QTRY_COMPARE(m_peer->evaluate(QStringLiteral("nodes(connected).")),
                         QString(QStringLiteral("{ok,['") + own + QStringLiteral("']}")));
            QCOMPARE(ours.node->links().size(), std::size_t(1));
            QVERIFY(ours.node->disconnectFrom(m_peer->name()));
            QTRY_COMPARE_WITH_TIMEOUT(m_peer->evaluate(QStringLiteral("nodes(connected).")),
                                      QStringLiteral("{ok,[]}"), Bench::Wait);
        }
    }

private:
    Bench m_bench;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealCrossing)
#include "tst_RealCrossing.moc"
