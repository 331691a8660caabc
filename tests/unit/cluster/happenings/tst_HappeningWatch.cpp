#include <QTimeZone>
#include <QtTest>

#include "cluster/happenings/HappeningWatch.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;

NodeName name(int i)
{
    return NodeName::literal(QStringLiteral("n%1@db%2").arg(i).arg(i < 3 ? 1 : 2));
}

/// A full mesh whose nodes and links can go, told as a session tells it.
class Mesh
{
public:
    explicit Mesh(int count)
        : m_count(count)
    {
        for (int i = 0; i < count; ++i)
            node(i, true);
        for (int i = 0; i < count; ++i) {
            for (int k = i + 1; k < count; ++k)
                link(i, k, true);
        }
        send();
        pass(60'000);
        m_told.clear();
    }

    void node(int i, bool up, const QString &reason = QStringLiteral("connection_closed"))
    {
        Node node;
        node.name = name(i);
        node.state = up ? NodeState::Up : NodeState::Down;
        node.reason = up ? QString() : reason;
        m_waiting.append(NodeChanged{node});
    }
    void link(int a, int b, bool up, const QString &reason = QStringLiteral("net_tick_timeout"))
    {
        Link link;
        link.key = LinkKey(name(a), name(b));
        link.state = up ? LinkState::Up : LinkState::Down;
        link.reason = up ? QString() : reason;
        m_waiting.append(LinkChanged{link});
    }
    /// All links between the first `left` and the others.
    void cut(int left, bool up, const QString &reason = QStringLiteral("net_tick_timeout"))
    {
        for (int i = 0; i < left; ++i) {
            for (int k = left; k < m_count; ++k)
                link(i, k, up, reason);
        }
    }
    void happen(const Event &event) { m_waiting.append(EventHappened{event}); }
    void kill(int i)
    {
        for (int k = 0; k < m_count; ++k) {
            if (k != i)
                link(k, i, false, QStringLiteral("connection_closed"));
        }
        node(i, false);
    }
    void send() { keep(m_watch.take(m_time, std::exchange(m_waiting, {}))); }
    void pass(qint64 milliseconds)
    {
        send();
        m_time += milliseconds;
        keep(m_watch.advance(m_time));
    }
    /// What was told since, the last state of each.
    QList<Happening> told() { return std::exchange(m_told, {}); }
    qint64 time() const { return m_time; }
    HappeningWatch &watch() { return m_watch; }

private:
    void keep(const QList<Happening> &news)
    {
        for (const Happening &happening : news) {
            const auto same = std::find_if(m_told.begin(), m_told.end(),
                                           [&](const Happening &one) { return one.id == happening.id; });
            if (same == m_told.end())
                m_told.append(happening);
            else
                *same = happening;
        }
    }

    HappeningWatch m_watch;
    int m_count;
    Deltas m_waiting;
    QList<Happening> m_told;
    qint64 m_time = Begin;
};
} // namespace

class tst_HappeningWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSplitAndItsHeal()
    {
        Mesh mesh(7);
        const qint64 cutAt = mesh.time();
        mesh.cut(3, false);
        mesh.pass(1'000);
        QVERIFY(mesh.told().isEmpty()); // it may not be over
        mesh.pass(1'500);
        QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::Split);
        QCOMPARE(told[0].sides.size(), 2);
        QCOMPARE(told[0].sides[0], (QList{name(0), name(1), name(2)}));
        QCOMPARE(told[0].sides[1].size(), 4);
        QCOMPARE(hostOf(told[0].sides[0]), QStringLiteral("db1"));
        QCOMPARE(told[0].reason, QStringLiteral("net_tick_timeout"));
        QCOMPARE(told[0].began.toMSecsSinceEpoch(), cutAt);
        QVERIFY(!told[0].isOver());
        mesh.pass(38'500);
        QVERIFY(mesh.told().isEmpty());
        mesh.link(1, 5, true);
        mesh.pass(500);
        mesh.cut(3, true);
        mesh.pass(5'000);
        told = mesh.told();
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0].isOver());
        QCOMPARE(told[0].began.msecsTo(told[0].ended), 41'000);
    }
    /// The story says the same second as the event that begins it.
    void aNodeWentWhenTheFirstOfTheOthersLostIt()
    {
        Mesh mesh(4);
        const qint64 died = mesh.time() - 4; // it was told at once, and came a little later
        Event event;
        event.kind = EventKind::NodeDown;
        event.node = name(3);
        event.source = selfName();
        event.time = QDateTime::fromMSecsSinceEpoch(died, QTimeZone::utc());
        event.reason = QStringLiteral("connection_closed");
        mesh.happen(event);
        mesh.pass(600);
        mesh.kill(3);
        mesh.pass(10'000);
        const QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::NodesLost);
        QCOMPARE(told[0].began.toMSecsSinceEpoch(), died);
        QCOMPARE(told[0].reason, QStringLiteral("connection_closed"));
    }
    void toldBitByBitItIsOneSplit()
    {
        Mesh mesh(6);
        for (int i = 0; i < 3; ++i) {
            for (int k = 3; k < 6; ++k) {
                mesh.link(i, k, false);
                mesh.pass(900);
            }
        }
        mesh.pass(3'000);
        const QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::Split);
    }
    void oneLinkIsNoSplit()
    {
        Mesh mesh(4);
        mesh.link(0, 1, false);
        mesh.pass(10'000);
        QVERIFY(mesh.told().isEmpty());
    }
    void threeSides()
    {
        Mesh mesh(3);
        mesh.link(0, 1, false);
        mesh.link(0, 2, false);
        mesh.link(1, 2, false);
        mesh.pass(3'000);
        QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].sides.size(), 3);
        mesh.link(0, 1, true);
        mesh.pass(10'000);
        QVERIFY(mesh.told().isEmpty());
        mesh.link(1, 2, true);
        const qint64 healed = mesh.time();
        mesh.pass(10'000);
        told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].ended.toMSecsSinceEpoch(), healed);
    }
    void aKilledNodeIsLostAndComesBack()
    {
        Mesh mesh(5);
        mesh.kill(2);
        mesh.pass(3'000);
        QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::NodesLost);
        QCOMPARE(told[0].sides, (QList<QList<NodeName>>{{name(2)}}));
        QCOMPARE(told[0].reason, QStringLiteral("connection_closed"));
        mesh.pass(7'000);
        mesh.node(2, true);
        mesh.link(2, 3, true);
        mesh.pass(3'000);
        told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].began.msecsTo(told[0].ended), 10'000);
    }
    void aNodeThatOnlyRestartsFastIsNotLost()
    {
        Mesh mesh(4);
        mesh.kill(1);
        mesh.pass(500);
        mesh.node(1, true);
        mesh.link(1, 0, true);
        mesh.pass(5'000);
        QVERIFY(mesh.told().isEmpty());
    }
    void aDeathDuringASplitLeavesTwoStories()
    {
        Mesh mesh(7);
        mesh.cut(3, false);
        mesh.kill(6);
        mesh.pass(3'000);
        const QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[0].kind, HappeningKind::Split);
        QCOMPARE(told[0].sides[1].size(), 3);
        QCOMPARE(told[1].kind, HappeningKind::NodesLost);
    }
    void losingSightIsNoLoss()
    {
        Mesh mesh(4);
        for (int i = 1; i < 4; ++i)
            mesh.node(i, false, QStringLiteral("unwatched"));
        mesh.cut(1, false, QStringLiteral("unwatched"));
        mesh.pass(5'000);
        QVERIFY(mesh.told().isEmpty());
    }
    void aFlappingNode()
    {
        Mesh mesh(4);
        for (int i = 0; i < 5; ++i) {
            mesh.kill(1);
            mesh.pass(300);
            mesh.node(1, true);
            mesh.link(1, 0, true);
            mesh.link(1, 2, true);
            mesh.link(1, 3, true);
            mesh.pass(10'000);
        }
        QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::Flapping);
        QCOMPARE(told[0].sides, (QList<QList<NodeName>>{{name(1)}}));
        QCOMPARE(told[0].count, 5);
        QVERIFY(!told[0].isOver());
        QVERIFY(mesh.watch().nextMoment() > mesh.time());
        mesh.pass(HappeningWatch::FlapWindow);
        told = mesh.told();
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0].isOver());
        QCOMPARE(mesh.watch().nextMoment(), 0);
    }
    void aFlappingLink()
    {
        Mesh mesh(4);
        for (int i = 0; i < 4; ++i) {
            mesh.link(0, 3, false);
            mesh.pass(3'000);
            mesh.link(0, 3, true);
            mesh.pass(3'000);
        }
        const QList<Happening> told = mesh.told();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, HappeningKind::Flapping);
        QCOMPARE(told[0].sides, (QList<QList<NodeName>>{{name(0), name(3)}}));
        QCOMPARE(told[0].count, 4);
    }
    void hiddenNodesAndWeAreLeftOut()
    {
        HappeningWatch watch;
        Node self;
        self.name = selfName();
        self.kind = NodeKind::Self;
        self.state = NodeState::Up;
        Node hidden;
        hidden.name = name(1);
        hidden.hidden = true;
        hidden.state = NodeState::Up;
        (void)watch.take(Begin, {NodeChanged{self}, NodeChanged{hidden}});
        hidden.state = NodeState::Down;
        QVERIFY(watch.take(Begin + 60'000, {NodeChanged{hidden}}).isEmpty());
        QVERIFY(watch.advance(Begin + 120'000).isEmpty());
    }
    void aClusterThatNeverRestsIsJudgedToo()
    {
        Mesh mesh(7);
        mesh.cut(3, false);
        QList<Happening> told;
        for (int i = 0; i < 20; ++i) {
            mesh.link(3, 4, i % 2 == 1, QStringLiteral("connection_closed"));
            mesh.pass(1'000);
        }
        told = mesh.told();
        QVERIFY(std::any_of(told.begin(), told.end(),
                            [](const Happening &one) { return one.kind == HappeningKind::Split; }));
    }
};

QTEST_APPLESS_MAIN(tst_HappeningWatch)
#include "tst_HappeningWatch.moc"
