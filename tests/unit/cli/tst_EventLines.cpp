#include <QTest>

#include "cli/EventLines.h"
#include "cluster/Node.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;

namespace {

const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");

EventHappened happened(EventKind kind, const NodeName &source, const NodeName &node, const QString &reason)
{
    Event one;
    one.kind = kind;
    one.time = QDateTime::fromMSecsSinceEpoch(1'234, QTimeZone::utc());
    one.source = source;
    one.node = node;
    one.reason = reason;
    return {one};
}

LinkChanged link(const NodeName &x, const NodeName &y, LinkState state, const QString &reason = {})
{
    Link one;
    one.key = LinkKey(x, y);
    one.state = state;
    one.reason = reason;
    return {one};
}

} // namespace

class tst_EventLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNodesAndLinks();
    void tellsWhatIsPresentFromWhatIsNew();
    void leavesOutLinksOfOurs();
    void tellsRepeatedFailuresOnce();

private:
    base::ManualClock m_clock;
};

void tst_EventLines::tellsNodesAndLinks()
{
    cli::EventLines lines(m_clock);
    const QList<QJsonObject> up =
        lines.take({happened(EventKind::NodeUp, A, B, QStringLiteral("visible")), link(A, B, LinkState::Up)});
    QCOMPARE(up.size(), 2);
    QCOMPARE(up[0], QJsonObject({{QStringLiteral("time"), QStringLiteral("1970-01-01T00:00:01.234Z")},
                                 {QStringLiteral("event"), QStringLiteral("nodeup")},
                                 {QStringLiteral("node"), B.text()},
                                 {QStringLiteral("source"), A.text()},
                                 {QStringLiteral("reason"), QStringLiteral("visible")}}));
    QCOMPARE(up[1], QJsonObject({{QStringLiteral("time"), QStringLiteral("1970-01-01T00:00:00.000Z")},
                                 {QStringLiteral("event"), QStringLiteral("linkup")},
                                 {QStringLiteral("a"), A.text()},
                                 {QStringLiteral("b"), B.text()},
                                 {QStringLiteral("reason"), QStringLiteral("visible")}}));
    const QList<QJsonObject> down =
        lines.take({happened(EventKind::NodeDown, A, B, QStringLiteral("connection_closed")),
                    link(A, B, LinkState::Down, QStringLiteral("connection_closed"))});
    QCOMPARE(down.size(), 2);
    QCOMPARE(down[0][u"event"].toString(), QStringLiteral("nodedown"));
    QCOMPARE(down[1][u"event"].toString(), QStringLiteral("linkdown"));
    QCOMPARE(down[1][u"reason"].toString(), QStringLiteral("connection_closed"));
}

void tst_EventLines::tellsWhatIsPresentFromWhatIsNew()
{
    cli::EventLines lines(m_clock);
    const QList<QJsonObject> first = lines.take(
        {happened(EventKind::WatchStarted, {}, A, QStringLiteral("push")), link(A, B, LinkState::Up)});
    QCOMPARE(first.size(), 2);
    QCOMPARE(first[0][u"event"].toString(), QStringLiteral("watching"));
    QCOMPARE(first[0][u"reason"].toString(), QStringLiteral("push"));
    QCOMPARE(first[1][u"event"].toString(), QStringLiteral("present"));
    // The same again is no event.
    QVERIFY(lines.take({link(A, B, LinkState::Up)}).isEmpty());
}

void tst_EventLines::leavesOutLinksOfOurs()
{
    cli::EventLines lines(m_clock);
    QVERIFY(lines.take({link(selfName(), A, LinkState::Up), link(selfName(), A, LinkState::Down)}).isEmpty());
}

void tst_EventLines::tellsRepeatedFailuresOnce()
{
    cli::EventLines lines(m_clock);
    const EventHappened failure =
        happened(EventKind::ConnectFailed, selfName(), A, QStringLiteral("not_registered"));
    const QList<QJsonObject> first = lines.take({failure});
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0][u"event"].toString(), QStringLiteral("connect_failed"));
    QCOMPARE(first[0][u"a"].toString(), selfName().text());
    QCOMPARE(first[0][u"b"].toString(), A.text());
    QVERIFY(lines.take({failure}).isEmpty());
    QCOMPARE(
        lines.take({happened(EventKind::ConnectFailed, selfName(), A, QStringLiteral("peer_silent"))}).size(),
        1);
    // It was up in between: the next failure is news.
    Node node;
    node.name = A;
    node.state = NodeState::Up;
    QVERIFY(lines.take({NodeChanged{node}}).isEmpty());
    QCOMPARE(lines.take({failure}).size(), 1);
}

QTEST_APPLESS_MAIN(tst_EventLines)
#include "tst_EventLines.moc"
