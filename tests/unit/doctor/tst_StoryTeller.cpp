#include <QTimeZone>
#include <QtTest>

#include "doctor/stories/StoryTeller.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::Story;
using doctor::StoryTeller;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;

base::NodeName name(const char *text)
{
    return base::NodeName::literal(QString::fromLatin1(text));
}

QDateTime at(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
}

/// Nodes, and links of them that go; told with the words of their ends.
class Town
{
public:
    explicit Town(const QList<base::NodeName> &nodes)
    {
        Deltas deltas;
        for (const base::NodeName &one : nodes) {
            Node node;
            node.name = one;
            node.state = NodeState::Up;
            deltas.append(NodeChanged{node});
        }
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            for (qsizetype k = i + 1; k < nodes.size(); ++k)
                deltas.append(LinkChanged{link(nodes.at(i), nodes.at(k), true, {})});
        }
        (void)teller.take(Begin - 60'000, deltas);
        (void)teller.advance(Begin - 30'000);
    }
    static Link link(const base::NodeName &a, const base::NodeName &b, bool up, const QString &reason)
    {
        Link link;
        link.key = LinkKey(a, b);
        link.state = up ? LinkState::Up : LinkState::Down;
        link.reason = reason;
        return link;
    }
    /// After so many milliseconds `by` tells that it lost `node`.
    QList<Story> loses(qint64 after, const base::NodeName &by, const base::NodeName &node, const char *reason)
    {
        Event event;
        event.kind = EventKind::NodeDown;
        event.source = by;
        event.node = node;
        event.reason = QLatin1String(reason);
        event.time = at(Begin + after);
        event.at = base::Instant(std::chrono::milliseconds(Begin + after));
        return teller.take(Begin + after,
                           {EventHappened{event}, LinkChanged{link(by, node, false, event.reason)}});
    }

    StoryTeller teller;
};
} // namespace

class tst_StoryTeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void aSplitAndItsHealInWords()
    {
        QList<base::NodeName> nodes;
        for (int i = 0; i < 7; ++i)
            nodes.append(base::NodeName::literal(
                QStringLiteral("n%1@%2").arg(i).arg(i < 3 ? QStringLiteral("db1") : QStringLiteral("web"))));
        Town town(nodes);
        for (int i = 0; i < 3; ++i) {
            for (int k = 3; k < 7; ++k)
                QVERIFY(town.loses(0, nodes.at(i), nodes.at(k), "net_tick_timeout").isEmpty());
        }
        QList<Story> stories = town.teller.advance(Begin + 3'000);
        QCOMPARE(stories.size(), 1);
        const QString time = at(Begin).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
        const QString begun =
            QStringLiteral("3 nodes on db1 lost the other 4 at %1, net_tick_timeout").arg(time);
        QCOMPARE(doctor::sentenceOf(stories[0]), begun);
        QVERIFY(!stories[0].evictions);
        (void)town.teller.take(Begin + 41'000, {LinkChanged{Town::link(nodes[0], nodes[5], true, {})}});
        stories = town.teller.advance(Begin + 44'000);
        QCOMPARE(stories.size(), 1);
        QCOMPARE(doctor::sentenceOf(stories[0]), begun + QStringLiteral("; healed after 41 s"));
        QCOMPARE(doctor::beginningOf(stories[0]), begun);
    }
    void oneLostLinkAndEvictionsAreOneStory()
    {
        const base::NodeName a = name("a@h");
        const base::NodeName b = name("b@h");
        const base::NodeName c = name("c@h");
        Town town({a, b, c});
        (void)town.loses(0, a, b, "net_tick_timeout");
        (void)town.loses(300, c, a, "disconnect");
        (void)town.loses(500, c, b, "disconnect");
        const QList<Story> stories = town.teller.advance(Begin + 5'000);
        QCOMPARE(stories.size(), 1);
        QVERIFY(stories[0].evictions);
        QCOMPARE(stories[0].evictions->first.by, a);
        QCOMPARE(stories[0].evictions->evicted.size(), 2);
        QCOMPARE(doctor::sentenceOf(stories[0]),
                 QStringLiteral(
                     "a@h lost b@h at %1, and global disconnected 2 more to prevent overlapping partitions")
                     .arg(at(Begin).toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
    }
    void evictionsByNodesThatToldOfThemselves()
    {
        const QList<base::NodeName> names{name("a@h"), name("b@h"), name("c@h")};
        const auto certainty = [&](const std::optional<bool> &prevents) -> std::optional<Certainty> {
            Town town(names);
            Deltas deltas;
            for (const base::NodeName &one : names) {
                Node node;
                node.name = one;
                node.state = NodeState::Up;
                node.preventsPartitions = prevents;
                deltas.append(NodeChanged{node});
            }
            (void)town.teller.take(Begin - 10'000, deltas);
            (void)town.loses(0, names[0], names[1], "net_tick_timeout");
            (void)town.loses(300, names[2], names[0], "disconnect");
            (void)town.loses(500, names[2], names[1], "disconnect");
            const QList<Story> stories = town.teller.advance(Begin + 5'000);
            if (stories.size() != 1 || !stories[0].evictions)
                return std::nullopt;
            return stories[0].evictions->certainty;
        };
        QCOMPARE(certainty({}), Certainty::CannotDistinguish);
        QCOMPARE(certainty(true), Certainty::AlmostCertain);
        QCOMPARE(certainty(false), std::nullopt);
    }
    void aLostNode()
    {
        Town town({name("a@h"), name("b@h")});
        Node gone;
        gone.name = name("b@h");
        gone.state = NodeState::Down;
        gone.reason = QStringLiteral("connection_closed");
        (void)town.teller.take(Begin, {NodeChanged{gone}});
        QList<Story> stories = town.teller.advance(Begin + 3'000);
        QCOMPARE(stories.size(), 1);
        const QString time = at(Begin).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
        QCOMPARE(doctor::sentenceOf(stories[0]),
                 QStringLiteral("b@h went at %1, connection_closed").arg(time));
        gone.state = NodeState::Up;
        (void)town.teller.take(Begin + 200'000, {NodeChanged{gone}});
        stories = town.teller.advance(Begin + 203'000);
        QVERIFY(doctor::sentenceOf(stories[0]).endsWith(QStringLiteral("; back after 3 min")));
    }
};

QTEST_GUILESS_MAIN(tst_StoryTeller)
#include "tst_StoryTeller.moc"
