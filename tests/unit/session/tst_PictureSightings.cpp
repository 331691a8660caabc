#include <QtTest>

#include "cluster/Disagreement.h"
#include "session/Picture.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using base::NodeName;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");
const QString Us = QStringLiteral("1ABC@h");

Sighting by(SourceKind kind, bool present = true)
{
    return {kind, identifierOf(kind), present, {}, {}};
}
} // namespace

/// Which source told of a node, and who is expected.
class tst_PictureSightings : public QObject
{
    Q_OBJECT

    base::ManualClock m_clock;

private Q_SLOTS:
    void aNodeThatASourceTellsOfIsKnown()
    {
        Picture picture(m_clock);
        picture.sighted(A, by(SourceKind::Dns));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Known);
        QCOMPARE(picture.cluster().node(A)->sightings.size(), 1);
        bool told = false;
        const Deltas deltas = picture.take();
        for (const Delta &delta : deltas) {
            const auto *event = std::get_if<EventHappened>(&delta);
            told = told || (event && event->event.kind == EventKind::NodeDiscovered &&
                            event->event.reason == identifierOf(SourceKind::Dns));
        }
        QVERIFY(told);
    }

    void theSameAgainIsNoNews()
    {
        Picture picture(m_clock);
        picture.sighted(A, by(SourceKind::Dns));
        (void)picture.take();
        m_clock.advance(std::chrono::seconds(5));
        picture.sighted(A, by(SourceKind::Dns));
        QVERIFY(picture.take().isEmpty());
        picture.sighted(A, by(SourceKind::Epmd, false));
        picture.sighted(A, by(SourceKind::Dns));
        QCOMPARE(picture.cluster().node(A)->sightings.size(), 2);
        const auto disagreement = disagreementOf(*picture.cluster().node(A));
        QVERIFY(disagreement.has_value());
        QCOMPARE(disagreement->absent.first().kind, SourceKind::Epmd);
        QVERIFY(disagreement->absent.first().since > disagreement->present.first().since);
    }

    void whoNobodyTellsOfGoes()
    {
        Picture picture(m_clock);
        picture.sighted(A, by(SourceKind::Dns));
        picture.sighted(A, by(SourceKind::Epmd));
        picture.sighted(A, by(SourceKind::Dns, false));
        QVERIFY(picture.cluster().node(A));
        picture.forgetSource(identifierOf(SourceKind::Epmd));
        QVERIFY(!picture.cluster().node(A));
        picture.sighted(B, by(SourceKind::Dns, false));
        QVERIFY(!picture.cluster().node(B));
    }

    void whoIsConnectedOrLostStays()
    {
        Picture picture(m_clock);
        picture.sighted(A, by(SourceKind::Gossip));
        picture.attemptStarted(A);
        picture.connected(A, Us);
        picture.sighted(A, by(SourceKind::Gossip, false));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Up);
        QVERIFY(disagreementOf(*picture.cluster().node(A))->connected);
        picture.disconnected(A, QStringLiteral("connection_closed"));
        picture.sighted(A, by(SourceKind::Dns, false));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
    }

    void neighboursAreASource()
    {
        Picture picture(m_clock);
        picture.attemptStarted(A);
        picture.connected(A, Us);
        picture.listed(A, {PeerSeen{B, false}});
        const Node *seen = picture.cluster().node(B);
        QCOMPARE(seen->sightings.size(), 1);
        QCOMPARE(seen->sightings.first().kind, SourceKind::Neighbours);
        picture.sighted(B, by(SourceKind::Epmd));
        picture.nodeDown(A, B, QStringLiteral("net_tick_timeout"));
        const auto disagreement = disagreementOf(*picture.cluster().node(B));
        QVERIFY(disagreement.has_value());
        QCOMPARE(disagreement->present.first().kind, SourceKind::Epmd);
        QCOMPARE(disagreement->absent.first().kind, SourceKind::Neighbours);
    }

    void whoIsExpectedIsShown()
    {
        Picture picture(m_clock);
        picture.setExpected({A, B});
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Expected);
        QVERIFY(picture.cluster().node(A)->expected);
        picture.sighted(A, by(SourceKind::Profile));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Expected);
        picture.sighted(A, by(SourceKind::Epmd));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Known);
        picture.sighted(A, by(SourceKind::Epmd, false));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Expected);
        picture.connected(A, Us);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Up);
        QVERIFY(picture.cluster().node(A)->expected);
        picture.forgetSource(identifierOf(SourceKind::Profile));
        picture.setExpected({});
        QVERIFY(!picture.cluster().node(A)->expected);
        QVERIFY(!picture.cluster().node(B));
    }

    void whoWasDismissedIsMissedAgain()
    {
        Picture picture(m_clock);
        picture.setExpected({A});
        picture.connected(A, Us);
        picture.disconnected(A, QStringLiteral("connection_closed"));
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Down);
        picture.dismissNode(A);
        QCOMPARE(picture.cluster().node(A)->state, NodeState::Expected);
    }
};

QTEST_GUILESS_MAIN(tst_PictureSightings)
#include "tst_PictureSightings.moc"
