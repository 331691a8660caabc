#include <QTemporaryDir>

#include "../dist/Bench.h"
#include "lab/PracticeCluster.h"
#include "lab/PracticeNode.h"
#include "session/LiveSession.h"
#include "session/Recorder.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::test;
using base::NodeName;
using session::LiveSession;

namespace {

constexpr quint64 Id = FirstSteppedHandshake;

/// Owns one name, as if it were a practice node.
class Owner final : public session::PracticeHost
{
public:
    explicit Owner(NodeName owned)
        : m_owned(std::move(owned))
    {
    }
    void start(const StartPractice &) override {}
    void stop() override {}
    [[nodiscard]] bool owns(const NodeName &node) const override { return node == m_owned; }

private:
    const NodeName m_owned;
};

} // namespace

/// Handshakes as the session tells of them, with real nodes: kept, and in steps in both roles.
class tst_RealHandshakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("kept"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void init()
    {
        m_records.clear();
        m_failures.clear();
        m_shown.clear();
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        session::LiveSettings how;
        how.epmdPort = m_bench.epmd.port();
        how.reconnect = false;
        m_session = std::make_unique<LiveSession>(m_bench.clock, how, cookies);
        connect(m_session.get(), &LiveSession::changed, this, &tst_RealHandshakes::take);
    }

    void cleanup() { m_session.reset(); }

    void ordinaryOnesAreKept()
    {
        reach();
        QTRY_COMPARE_WITH_TIMEOUT(m_records.size(), 1, Bench::Wait);
        const HandshakeRecord &record = m_records.first();
        QCOMPARE(record.outcome, QStringLiteral("up"));
        QCOMPARE(record.peer, m_peer->name());
        QCOMPARE(record.lines.size(), 5);
        QVERIFY(!record.stepped && !record.incoming);
        // An examination's are ours too: the probe, and the dial.
        m_session->perform(LeaveNode{m_peer->name()});
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->self().isConnected(m_peer->name()), Bench::Wait);
        Examine examine;
        examine.id = 5;
        examine.to = m_peer->name();
        m_session->perform(examine);
        QTRY_VERIFY_WITH_TIMEOUT(m_records.size() >= 3, Bench::Wait);
        QCOMPARE(m_records.values().at(1).outcome, QStringLiteral("probed"));
    }

    void callsAtThePostAreKept()
    {
        m_session->perform(OpenPost{NodeName::literal(u"door@127.0.0.1"), m_bench.epmd.port()});
        QTRY_VERIFY_WITH_TIMEOUT(m_session->picture().cluster().post().registered, Bench::Wait);
        (void)m_peer->evaluate(QStringLiteral("net_adm:ping('door@127.0.0.1')."));
        QTRY_COMPARE_WITH_TIMEOUT(m_records.size(), 1, Bench::Wait);
        QVERIFY(m_records.first().incoming);
        QCOMPARE(m_records.first().peer, m_peer->name());
        QCOMPARE(m_records.first().ownName.text(), QStringLiteral("door@127.0.0.1"));
    }

    void stepsNeedToBeArmed()
    {
        m_session->perform(step(false));
        QTRY_COMPARE_WITH_TIMEOUT(m_failures, QStringList{QStringLiteral("acting_not_armed")}, Bench::Wait);
        QVERIFY(m_records.isEmpty());
    }

    void butNotAgainstPracticeNodes()
    {
        Owner owner(m_peer->name());
        m_session->setPracticeHost(&owner);
        m_session->perform(step(false));
        QTRY_VERIFY_WITH_TIMEOUT(m_records.value(Id).due.has_value(), Bench::Wait);
        m_session->perform(EndHandshake{Id});
        QTRY_COMPARE_WITH_TIMEOUT(m_records.value(Id).outcome, QStringLiteral("ended"), Bench::Wait);
        m_session.reset();
    }

    void weDialInSteps()
    {
        m_session->perform(ArmActing{true});
        m_session->perform(step(false));
        QTRY_COMPARE_WITH_TIMEOUT(dueLabel(), QStringLiteral("send_name"), Bench::Wait);
        HandshakeEdit edit;
        edit.creation = 77;
        m_session->perform(ReleaseHandshake{Id, edit});
        QTRY_COMPARE_WITH_TIMEOUT(dueLabel(), QStringLiteral("send_challenge_reply"), Bench::Wait);
        QCOMPARE(m_records.value(Id).lines.first().changed, QStringList{QStringLiteral("creation")});
        m_session->perform(ReleaseHandshake{Id, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_records.value(Id).outcome, QStringLiteral("up"), Bench::Wait);
        QVERIFY(m_records.value(Id).running);
        m_session->perform(ShowCookie{Id, m_peer->name()});
        QTRY_COMPARE_WITH_TIMEOUT(m_shown.size(), 1, Bench::Wait);
        QVERIFY(m_shown.first().equals(base::Secret("peers-cookie")));
        m_session->perform(EndHandshake{Id});
        QTRY_VERIFY_WITH_TIMEOUT(!m_records.value(Id).running, Bench::Wait);
    }

    void theNodeIsAskedToDialUs()
    {
        reach();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->self().isConnected(m_peer->name()), Bench::Wait);
        m_session->perform(ArmActing{true});
        m_session->perform(step(true));
        for (const char *label : {"recv_status", "send_challenge", "send_challenge_ack"}) {
            QTRY_COMPARE_WITH_TIMEOUT(dueLabel(), QLatin1String(label), Bench::Wait);
            m_session->perform(ReleaseHandshake{Id, {}});
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_records.value(Id).outcome, QStringLiteral("up"), Bench::Wait);
        QCOMPARE(m_records.value(Id).peer, m_peer->name());
        m_session->perform(EndHandshake{Id});
    }

    void practiceNodesInBothRoles()
    {
        lab::PracticeCluster practice(m_bench.clock);
        QSignalSpy ready(&practice, &lab::PracticeCluster::ready);
        QList<lab::PracticeNodeInfo> nodes;
        connect(&practice, &lab::PracticeCluster::nodeReady, this,
                [&nodes](const lab::PracticeNodeInfo &node) { nodes.append(node); });
        lab::PracticeOptions options;
        options.epmdPort = test::freePort();
        practice.start(options);
        QVERIFY(ready.wait(Bench::Wait));
        session::HandshakeDesk desk(m_bench.clock);
        HandshakeRecord last;
        connect(&desk, &session::HandshakeDesk::changed, this, [&](const HandshakeRecord &record) {
            last = record;
            if (record.due)
                QTimer::singleShot(0, &desk, [&desk, id = record.id] { desk.release(id, {}); });
        });
        connect(&desk, &session::HandshakeDesk::waitingToBeDialled, this,
                [&](quint64, const NodeName &own) { practice.node(nodes.first().name)->connectTo(own); });
        session::HandshakeDesk::Order order;
        order.id = Id;
        order.node = nodes.first().name;
        order.cookie = nodes.first().cookie;
        order.epmdPort = practice.info().epmdPort;
        QString detail;
        QVERIFY(desk.step(order, &detail));
        QTRY_COMPARE_WITH_TIMEOUT(last.outcome, QStringLiteral("up"), Bench::Wait);
        desk.end(Id);
        last = {};
        order.incoming = true;
        QVERIFY(desk.step(order, &detail));
        QTRY_COMPARE_WITH_TIMEOUT(last.outcome, QStringLiteral("up"), Bench::Wait);
        desk.end(Id);
    }

private:
    void take(const Deltas &deltas)
    {
        for (const Delta &delta : deltas) {
            if (const auto *changed = std::get_if<HandshakeChanged>(&delta))
                m_records.insert(changed->record.id, changed->record);
            if (const auto *failed = std::get_if<IntentFailed>(&delta))
                m_failures.append(failed->reason);
            if (const auto *shown = std::get_if<CookieShown>(&delta))
                m_shown.append(shown->cookie);
        }
    }

    void reach()
    {
        ConnectToNode intent;
        intent.node = m_peer->name();
        m_session->perform(intent);
    }

    [[nodiscard]] StepHandshake step(bool incoming) const
    {
        StepHandshake intent;
        intent.id = Id;
        intent.node = m_peer->name();
        intent.incoming = incoming;
        return intent;
    }

    [[nodiscard]] QString dueLabel() const
    {
        const HandshakeRecord record = m_records.value(Id);
        return record.due ? record.due->line.wire.label : QString();
    }

    Bench m_bench;
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<LiveSession> m_session;
    QMap<quint64, HandshakeRecord> m_records;
    QStringList m_failures;
    QList<base::Secret> m_shown;
};

QTEST_GUILESS_MAIN(tst_RealHandshakes)
#include "tst_RealHandshakes.moc"
