#include "../dist/Bench.h"
#include "session/LiveSession.h"

using namespace nodescope;
using namespace nodescope::test;
using base::NodeName;
using cluster::NodeState;

/// Nodes that go and come back, whoever noticed it.
class tst_RealReturns : public QObject
{
    Q_OBJECT

    PeerEpmd m_epmd;
    base::SystemClock m_clock;

    std::unique_ptr<Peer> start(const char *name) const
    {
        Peer::Options options;
        options.name = NodeName::literal(QString(QLatin1String(name) + QStringLiteral("@127.0.0.1")));
        options.epmdPort = m_epmd.port();
        auto peer = std::make_unique<Peer>(options);
        return peer->start() ? std::move(peer) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_epmd.start());
    }

    // Its link to us goes, it answers nobody, and all others still take it for up: nobody tells us of its
    // return.
    void aFrozenNodeIsFoundAgain()
    {
        const auto frozen = start("frozen");
        const auto other = start("other");
        QVERIFY(frozen && other);
        QCOMPARE(other->evaluate(QStringLiteral("net_kernel:connect_node('frozen@127.0.0.1').")),
                 QStringLiteral("{ok,true}"));
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        session::LiveSettings how;
        how.epmdPort = m_epmd.port();
        session::LiveSession live(m_clock, how, cookies);
        cluster::ConnectToNode intent;
        intent.node = other->name();
        live.perform(intent);
        const auto state = [&] {
            const cluster::Node *node = live.picture().cluster().node(frozen->name());
            return node ? node->state : NodeState::Known;
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), NodeState::Up, Bench::Wait);
        int failures = 0;
        int told = 0;
        connect(&live, &session::LiveSession::changed, this, [&told](const cluster::Deltas &deltas) {
            for (const cluster::Delta &delta : deltas) {
                const auto *happened = std::get_if<cluster::EventHappened>(&delta);
                told += happened && happened->event.kind == cluster::EventKind::ConnectFailed ? 1 : 0;
            }
        });
        connect(&live, &session::LiveSession::attemptFinished, this,
                [&failures](const cluster::Diagnosis &diagnosis) { failures += diagnosis.ok() ? 0 : 1; });

        const QString name = live.picture().cluster().node(frozen->name())->ourNameThere;
        // By itself, and at once: we try again after half a second.
        QCOMPARE(
            frozen->evaluate(QStringLiteral("spawn(fun() -> timer:sleep(300), erlang:disconnect_node('%1'), "
                                            "os:cmd(\"kill -STOP \" ++ os:getpid()) end), ok.")
                                 .arg(name)),
            QStringLiteral("{ok,ok}"));
        QTRY_VERIFY_WITH_TIMEOUT(state() != NodeState::Up, Bench::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(failures > 0, 60'000); // after 7 s
        QVERIFY(state() == NodeState::Failed || state() == NodeState::Connecting);
        QTRY_VERIFY_WITH_TIMEOUT(failures > 1, 60'000);
        // The same again is no news.
        QTRY_COMPARE(told, 1);
        frozen->thaw();
        QTRY_COMPARE_WITH_TIMEOUT(state(), NodeState::Up, 60'000);
    }
};

QTEST_GUILESS_MAIN(tst_RealReturns)
#include "tst_RealReturns.moc"
