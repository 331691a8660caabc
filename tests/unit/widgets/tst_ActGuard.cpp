#include <QtTest>

#include "doctor/errands/ErrandPlan.h"
#include "support/DemoCluster.h"
#include "widgets/acting/ActGuard.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;
using nodescope::widgets::ActGuard;
using nodescope::widgets::ActQuestion;

namespace {
const NodeName Live = NodeName::literal(u"a@h");
const NodeName OtherLive = NodeName::literal(u"it's@h");
const NodeName Practice = NodeName::literal(u"alice@127.0.0.1");
const NodeName OtherPractice = NodeName::literal(u"bob@127.0.0.1");

Deltas nodes()
{
    Deltas deltas;
    for (const auto &[name, kind] :
         {std::pair(Live, NodeKind::Beam), std::pair(OtherLive, NodeKind::Beam),
          std::pair(Practice, NodeKind::Practice), std::pair(OtherPractice, NodeKind::Practice)}) {
        Node node;
        node.name = name;
        node.kind = kind;
        node.state = NodeState::Up;
        node.release = QStringLiteral("27");
        deltas.append(NodeChanged{node});
    }
    return deltas;
}
} // namespace

class tst_ActGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void observingIsFree();
    void practiceIsFree();
    void actsOnLiveNodesAsk();
    void errandsAskWithAllThatWillRun();
    void aMixedPairAsks();
    void anUnknownNodeAsks();
    void steppingIsNamedInWords();
    void namesAreQuoted();
    void tryingAgainBetweenOthersAsks();
    void examiningAsksOnlyWhereANodeShallTry();
    void disconnectingWarnsWhereGlobalPrevents();
    void saysWhetherArmed();
    void handshakesInStepsAsk();

private:
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<ActGuard> m_guard;
};

void tst_ActGuard::init()
{
    m_guard.reset();
    m_store = std::make_unique<ClusterStore>();
    m_store->apply(nodes());
    m_guard = std::make_unique<ActGuard>(*m_store);
}

void tst_ActGuard::observingIsFree()
{
    for (const Intent &intent :
         {Intent(ListHost{QStringLiteral("h"), 4369}), Intent(ConnectToNode{Live, {}, {}, true}),
          Intent(LeaveNode{Live}), Intent(Dismiss{Live, {}}), Intent(ArmActing{true}),
          Intent(StartPractice{}), Intent(StopPractice{}), Intent(TryAgain{selfName(), Live})}) {
        QVERIFY(!ActGuard::isAct(intent));
        QVERIFY(!m_guard->questionFor(intent));
    }
}

void tst_ActGuard::practiceIsFree()
{
    QVERIFY(!m_guard->questionFor(ConnectPair{Practice, OtherPractice}));
    QVERIFY(!m_guard->questionFor(DisconnectPair{Practice, OtherPractice}));
}

void tst_ActGuard::actsOnLiveNodesAsk()
{
    const auto question = m_guard->questionFor(ConnectPair{Live, Practice});
    QVERIFY(question.has_value());
    QCOMPARE(question->steps.size(), 1);
    QCOMPARE(question->steps.first().where, Live);
    QCOMPARE(question->steps.first().code, QStringLiteral("net_kernel:connect_node('alice@127.0.0.1')"));
    QVERIFY(!question->armed);
    QVERIFY(!question->mayPartition);
}

void tst_ActGuard::errandsAskWithAllThatWillRun()
{
    Errand errand;
    errand.node = Live;
    errand.via = Practice;
    errand.process = QStringLiteral("echo");
    errand.externalTerm = QByteArray::fromHex("8377026f6b");
    const auto question = m_guard->questionFor(RunErrand{errand});
    QVERIFY(question.has_value());
    QCOMPARE(question->steps.size(), 3);
    QCOMPARE(question->steps.at(1).where, Practice);
    QVERIFY(question->steps.at(1).code.startsWith(QLatin1String("erlang:send({echo,")));
    errand.node = OtherPractice;
    QVERIFY(!m_guard->questionFor(RunErrand{errand}));
    // The question for names, and the end of waiting, are no acts.
    QVERIFY(!ActGuard::isAct(RunErrand{doctor::askForNames(Live, 1)}));
    QVERIFY(!ActGuard::isAct(CancelErrand{1}));
}

void tst_ActGuard::aMixedPairAsks()
{
    QVERIFY(m_guard->questionFor(ConnectPair{Practice, Live}).has_value());
}

void tst_ActGuard::anUnknownNodeAsks()
{
    QVERIFY(m_guard->questionFor(ConnectPair{NodeName::literal(u"x@y"), Practice}).has_value());
}

void tst_ActGuard::steppingIsNamedInWords()
{
    using Purpose = ActQuestion::Step::Purpose;
    StepHandshake dial;
    dial.node = Live;
    const auto question = m_guard->questionFor(dial);
    QVERIFY(question.has_value());
    QCOMPARE(question->steps.first().purpose, Purpose::StepDialling);
    QVERIFY(question->steps.first().code.isEmpty()); // nothing runs there
    dial.incoming = true;
    const auto called = m_guard->questionFor(dial);
    QCOMPARE(called->steps.first().purpose, Purpose::StepDialled);
    QVERIFY(called->steps.first().code.startsWith(QLatin1String("net_kernel:connect_node")));
    dial.node = Practice;
    QVERIFY(!m_guard->questionFor(dial));
}

void tst_ActGuard::namesAreQuoted()
{
    const auto question = m_guard->questionFor(ConnectPair{Live, OtherLive});
    QCOMPARE(question->steps.first().code, QStringLiteral("net_kernel:connect_node('it\\'s@h')"));
}

void tst_ActGuard::tryingAgainBetweenOthersAsks()
{
    QVERIFY(m_guard->questionFor(TryAgain{Live, OtherLive}).has_value());
    QVERIFY(!m_guard->questionFor(TryAgain{Practice, OtherPractice}));
}

void tst_ActGuard::examiningAsksOnlyWhereANodeShallTry()
{
    Examine examine;
    examine.to = OtherLive;
    examine.attempt = true;
    QVERIFY(!m_guard->questionFor(examine)); // from here: nobody else does anything
    examine.from = selfName();
    QVERIFY(!m_guard->questionFor(examine));
    examine.from = Live;
    const auto question = m_guard->questionFor(examine);
    QVERIFY(question.has_value());
    QCOMPARE(question->steps.first().where, Live);
    QCOMPARE(question->steps.first().code, QStringLiteral("net_kernel:connect_node('it\\'s@h')"));
    examine.attempt = false;
    QVERIFY(!m_guard->questionFor(examine));
    QVERIFY(!ActGuard::isAct(examine));
    QVERIFY(!m_guard->questionFor(CompareSettings{}));
}

void tst_ActGuard::disconnectingWarnsWhereGlobalPrevents()
{
    QVERIFY(m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    Node old = *m_store->cluster().node(Live);
    old.release = QStringLiteral("23");
    m_store->apply({NodeChanged{old}});
    // The other end acts as well, and it is newer.
    QVERIFY(m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    Node other = *m_store->cluster().node(OtherLive);
    other.release = QStringLiteral("24");
    m_store->apply({NodeChanged{other}});
    QVERIFY(!m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    old.release.clear();
    m_store->apply({NodeChanged{old}});
    QVERIFY(m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    // What a node told counts more than its release.
    other.release = QStringLiteral("27");
    for (Node *node : {&old, &other}) {
        node->preventsPartitions = false;
        m_store->apply({NodeChanged{*node}});
    }
    QVERIFY(!m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    old.preventsPartitions = true;
    m_store->apply({NodeChanged{old}});
    const auto told = m_guard->questionFor(DisconnectPair{Live, OtherLive});
    QVERIFY(told->mayPartition);
    QCOMPARE(told->preventing, QList<NodeName>{Live});
    // A hidden link is no part of the mesh.
    Link hidden;
    hidden.key = LinkKey(Live, OtherLive);
    hidden.hidden = true;
    m_store->apply({LinkChanged{hidden}});
    QVERIFY(!m_guard->questionFor(DisconnectPair{Live, OtherLive})->mayPartition);
    // Neither are two practice nodes; a guest among them may be.
    QVERIFY(!m_guard->mayPartition(LinkKey(Practice, OtherPractice)));
    QVERIFY(m_guard->mayPartition(LinkKey(Practice, Live)));
}

void tst_ActGuard::saysWhetherArmed()
{
    SessionInfo session;
    session.actingArmed = true;
    m_store->apply({SessionChanged{session}});
    QVERIFY(m_guard->questionFor(ConnectPair{Live, OtherLive})->armed);
}

void tst_ActGuard::handshakesInStepsAsk()
{
    for (const bool incoming : {false, true}) {
        StepHandshake step;
        step.id = FirstSteppedHandshake;
        step.incoming = incoming;
        step.node = Live;
        QVERIFY(m_guard->questionFor(step));
        QCOMPARE(m_guard->questionFor(step)->steps.first().where, Live);
        step.node = Practice;
        QVERIFY(!m_guard->questionFor(step));
    }
    // What was agreed to goes on.
    QVERIFY(!m_guard->questionFor(ReleaseHandshake{FirstSteppedHandshake, {}}));
    QVERIFY(!m_guard->questionFor(EndHandshake{FirstSteppedHandshake}));
}

QTEST_GUILESS_MAIN(tst_ActGuard)
#include "tst_ActGuard.moc"
