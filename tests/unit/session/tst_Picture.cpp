#include <QtTest>

#include "session/Picture.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using base::NodeName;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");
const NodeName C = NodeName::literal(u"c@h");
const QString Us = QStringLiteral("1ABC@h");

Diagnosis refusal(Cause cause)
{
    Diagnosis diagnosis;
    diagnosis.from = selfName();
    diagnosis.cause = cause;
    return diagnosis;
}

QList<Event> eventsOf(const Deltas &deltas)
{
    QList<Event> events;
    for (const Delta &delta : deltas) {
        if (const auto *happened = std::get_if<EventHappened>(&delta))
            events.append(happened->event);
    }
    return events;
}
} // namespace

class tst_Picture : public QObject
{
    Q_OBJECT

    base::ManualClock m_clock;

    void connectTo(Picture &picture, const NodeName &name, bool hidden = false)
    {
        picture.attemptStarted(name);
        picture.connected(name, Us);
        picture.identified(name, Identity{NodeKind::Beam, QStringLiteral("25"), {}, hidden, {}});
        picture.watching(name, Watched::Push);
    }

private Q_SLOTS:
    void messagesAreToldAndAFloodIsCounted()
    {
        Picture picture(m_clock);
        MessageStep step;
        step.exchange = picture.newExchange();
        QVERIFY(picture.newExchange() > step.exchange);
        step.from.node = selfName();
        step.to = {A, QStringLiteral("shell")};
        step.text = QString(MessageStep::MaxText + 1, u'x');
        constexpr int Flood = Picture::MaxMessageEvents + 5;
        for (int i = 0; i < Flood; ++i)
            picture.message(step);
        const Deltas deltas = picture.take();
        QCOMPARE(
            std::count_if(deltas.begin(), deltas.end(),
                          [](const Delta &delta) { return std::holds_alternative<MessageHappened>(delta); }),
            Flood);
        const auto *told = std::get_if<MessageHappened>(&deltas.front());
        QVERIFY(told);
        QCOMPARE(told->step.text.size(), MessageStep::MaxText);
        QVERIFY(told->step.text.endsWith(u'…'));
        QCOMPARE(told->step.time, m_clock.wall());
        const QList<Event> events = eventsOf(deltas);
        QCOMPARE(events.size(), Picture::MaxMessageEvents);
        QCOMPARE(events.front().kind, EventKind::Sent);
        QCOMPARE(events.front().node, A);
        QCOMPARE(events.front().exchange, step.exchange);

        m_clock.advance(std::chrono::seconds(1));
        step.kind = StepKind::Answered;
        std::swap(step.from, step.to);
        picture.message(step);
        const QList<Event> later = eventsOf(picture.take());
        QCOMPARE(later.size(), 2);
        QCOMPARE(later.front().reason, QStringLiteral("messages_left_out"));
        QCOMPARE(later.front().detail, QStringLiteral("5"));
        QCOMPARE(later.back().kind, EventKind::Received);
        QCOMPARE(later.back().node, A);
    }
    void anAttemptIsSeenAtOnce()
    {
        Picture picture(m_clock);
        picture.attemptStarted(A);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Connecting);
        QCOMPARE(picture.cluster().link(LinkKey(selfName(), A))->state, LinkState::Connecting);
        QVERIFY(!picture.take().isEmpty());
        QVERIFY(picture.take().isEmpty());
    }
    void whereItListensIsKept()
    {
        Picture picture(m_clock);
        picture.connected(A, Us, 40001);
        QCOMPARE(picture.cluster().node(A)->port, quint16(40001));
        picture.connected(A, Us); // this time it dialled us
        QCOMPARE(picture.cluster().node(A)->port, quint16(40001));
    }
    void aRefusalStays()
    {
        Picture picture(m_clock);
        picture.attemptStarted(A);
        picture.attemptFailed(A, refusal(Cause::CookieMismatch), false);
        const Link *link = picture.cluster().link(LinkKey(selfName(), A));
        QCOMPARE(link->state, LinkState::Failed);
        QCOMPARE(link->failures, 1);
        QCOMPARE(link->diagnosis->cause, Cause::CookieMismatch);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Failed);
        QCOMPARE(picture.cluster().node(A)->cause, Cause::CookieMismatch);
        picture.dismissPair(selfName(), A);
        QVERIFY(!picture.cluster().link(LinkKey(selfName(), A)));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Known);
    }
    void bothEndsAreKeptApart()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        connectTo(picture, B);
        picture.listed(A, {{B, false}});
        const Link *link = picture.cluster().link(LinkKey(A, B));
        QCOMPARE(link->aSees, EndView::Up);
        QCOMPARE(link->bSees, EndView::Unknown);
        QCOMPARE(link->state, LinkState::Up);
        picture.listed(B, {});
        link = picture.cluster().link(LinkKey(A, B));
        QCOMPARE(link->bSees, EndView::Absent);
        QCOMPARE(link->state, LinkState::OneSided);
        picture.nodeUp(B, {A, false});
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Up);
    }
    void weAreNoNode()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.listed(A, {{NodeName::literal(Us), true}, {B, false}});
        picture.nodeUp(A, {NodeName::literal(Us), true});
        QVERIFY(!picture.cluster().node(NodeName::literal(Us)));
        QVERIFY(picture.cluster().node(B));
    }
    void reportedNodesAreHearsay()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.listed(A, {{B, false}});
        QCOMPARE(picture.cluster().node(B)->state, NodeState::Reported);
        QCOMPARE(picture.cluster().node(B)->watched, Watched::Hearsay);
        QCOMPARE(picture.cluster().node(B)->seenBy, QList<NodeName>{A});
    }
    void hiddenIsJudgedByVisibleNodes()
    {
        Picture picture(m_clock);
        connectTo(picture, A, true);
        // To a hidden node all its peers look hidden.
        picture.listed(A, {{B, true}});
        QVERIFY(!picture.cluster().node(B)->hidden);
        QVERIFY(picture.cluster().link(LinkKey(A, B))->hidden);
        connectTo(picture, C);
        picture.listed(C, {{B, true}});
        QVERIFY(picture.cluster().node(B)->hidden);
    }
    void nodeDownTellsItsReason()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.listed(A, {{B, false}});
        (void)picture.take();
        picture.nodeDown(A, B, QStringLiteral("net_tick_timeout"));
        const QList<Event> events = eventsOf(picture.take());
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.front().kind, EventKind::NodeDown);
        QCOMPARE(events.front().source, A);
        QCOMPARE(events.front().node, B);
        QCOMPARE(events.front().reason, QStringLiteral("net_tick_timeout"));
        QCOMPARE(picture.cluster().node(B)->state, NodeState::Down);
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Down);
        picture.nodeDown(A, B, QStringLiteral("again"));
        QVERIFY(eventsOf(picture.take()).isEmpty());
    }
    void visitorsLeaveNoTrace()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.nodeUp(A, {C, true});
        QVERIFY(picture.cluster().node(C));
        picture.nodeDown(A, C, QStringLiteral("connection_closed"));
        QVERIFY(!picture.cluster().node(C));
    }
    void losingAViewerLosesItsWord()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        connectTo(picture, B);
        picture.listed(A, {{B, false}, {C, false}});
        picture.listed(B, {{A, false}});
        picture.disconnected(A, QStringLiteral("connection_closed"));
        // B still sees A, so A is reported; nobody speaks for C any more.
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Reported);
        QCOMPARE(picture.cluster().node(C)->state, NodeState::Down);
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Up);
        picture.nodeDown(B, A, QStringLiteral("connection_closed"));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Down);
    }
    /// Killed: we lost it first, and our next attempt finds nobody, before another node has lost it as well.
    void aNodeThatDiedSaysFromTheFirstWhy()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        connectTo(picture, B);
        picture.listed(B, {{A, false}});
        picture.disconnected(A, QStringLiteral("connection_closed"));
        QVERIFY(picture.isLost(A));
        const auto isTold = [&picture](NodeState state) {
            const Node *node = picture.cluster().node(A);
            return node->state == state && node->reason == QStringLiteral("connection_closed");
        };
        QVERIFY(isTold(NodeState::Reported));
        picture.attemptStarted(A, true);
        QVERIFY(isTold(NodeState::Reported));
        picture.attemptFailed(A, refusal(Cause::NotRegistered), true);
        QVERIFY(isTold(NodeState::Reported));
        const Link *ours = picture.cluster().link(LinkKey(selfName(), A));
        QCOMPARE(ours->state, LinkState::Down);
        QCOMPARE(ours->reason, QStringLiteral("connection_closed"));
        picture.nodeDown(B, A, QStringLiteral("connection_closed"));
        QVERIFY(isTold(NodeState::Down));
        picture.connected(A, Us);
        QVERIFY(!picture.isLost(A));
        QVERIFY(picture.cluster().node(A)->reason.isEmpty());
    }
    void aRestartedNodeComesBack()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.disconnected(A, QStringLiteral("connection_closed"));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
        picture.attemptStarted(A);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
        picture.attemptFailed(A, refusal(Cause::NotRegistered), false);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
        picture.connected(A, Us);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Up);
        QCOMPARE(picture.cluster().link(LinkKey(selfName(), A))->state, LinkState::Up);
    }
    void pairsFailAndAreRepaired()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        connectTo(picture, B);
        picture.pairStarted(A, B);
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Connecting);
        picture.pairFailed(A, B, refusal(Cause::CookieMismatch));
        picture.pairFailed(A, B, refusal(Cause::CookieMismatch));
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->failures, 2);
        picture.listed(A, {});
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Failed);
        picture.nodeUp(A, {B, false});
        QCOMPARE(picture.cluster().link(LinkKey(A, B))->state, LinkState::Up);
        QVERIFY(!picture.cluster().link(LinkKey(A, B))->diagnosis);
    }
    void countersStayWithTheirEnd()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        connectTo(picture, B);
        picture.listed(A, {{B, false}});
        picture.listed(B, {{A, false}});
        FigureAnswer answer;
        answer.processes = 40;
        answer.peers = {PeerCount{B, 7, 9, 70, 90, 0}, PeerCount{C, 1, 1, {}, {}, {}},
                        PeerCount{NodeName::literal(Us), 3, 4, {}, {}, {}}};
        picture.figuresTold(A, answer);
        const Cluster &cluster = picture.cluster();
        QCOMPARE(cluster.figures(A)->processes, quint64(40));
        QCOMPARE(cluster.traffic(LinkKey(A, B))->at(A).packetsOut, quint64(9));
        QVERIFY(!cluster.traffic(LinkKey(A, B))->at(B).isKnown());
        // Of a link that nobody draws nothing is kept; under our name there, it is the link to us.
        QVERIFY(!cluster.traffic(LinkKey(A, C)));
        QCOMPARE(cluster.traffic(LinkKey(selfName(), A))->at(A).packetsIn, quint64(3));
        picture.nodeDown(A, B, QStringLiteral("net_tick_timeout"));
        QVERIFY(!cluster.traffic(LinkKey(A, B)));
        picture.disconnected(A, QStringLiteral("connection_closed"));
        QVERIFY(!cluster.figures(A) && cluster.allTraffic().isEmpty());
    }
    void aListReplacesTheOneBefore()
    {
        Picture picture(m_clock);
        connectTo(picture, A);
        picture.listed(A, {{B, false}, {C, false}});
        (void)picture.take();
        picture.listed(A, {{C, false}});
        QCOMPARE(picture.cluster().node(B)->state, NodeState::Down);
        QCOMPARE(eventsOf(picture.take()).size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_Picture)
#include "tst_Picture.moc"
