#include <QtTest>

#include "cluster/ClusterStore.h"
#include "models/FilterCompletion.h"
#include "models/NodeFilter.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using models::NodeFilter;

class tst_NodeFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void errorsSayWhere();
    void wrongWords_data();
    void wrongWords();
    void linksOfANode();
    void completes();
};

void tst_NodeFilter::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("part of the name") << QStringLiteral("sho") << true;
    QTest::newRow("case") << QStringLiteral("SHOP") << true;
    QTest::newRow("host part of the name") << QStringLiteral("web2") << true;
    QTest::newRow("not in it") << QStringLiteral("cache") << false;
    QTest::newRow("wild card") << QStringLiteral("s*p@web?") << true;
    QTest::newRow("host whole") << QStringLiteral("host:web2.example") << true;
    QTest::newRow("host not whole") << QStringLiteral("host:web2") << false;
    QTest::newRow("host wild") << QStringLiteral("host:web*") << true;
    QTest::newRow("state") << QStringLiteral("state:up") << true;
    QTest::newRow("other state") << QStringLiteral("state:down") << false;
    QTest::newRow("release") << QStringLiteral("release:27") << true;
    QTest::newRow("release below") << QStringLiteral("release:<28") << true;
    QTest::newRow("release not below") << QStringLiteral("release:<27") << false;
    QTest::newRow("without a colon") << QStringLiteral("release>=27") << true;
    QTest::newRow("release by its text") << QStringLiteral("release:2*") << true;
    QTest::newRow("memory") << QStringLiteral("memory:>1G") << true;
    QTest::newRow("memory in letters") << QStringLiteral("memory:<=1.5GiB") << true;
    QTest::newRow("memory of 1024") << QStringLiteral("memory:>1400M") << true;
    QTest::newRow("less memory") << QStringLiteral("memory:<1G") << false;
    QTest::newRow("processes") << QStringLiteral("processes:>2k processes:<3k") << true;
    QTest::newRow("exactly") << QStringLiteral("processes:2500") << true;
    QTest::newRow("exactly, with a sign") << QStringLiteral("processes:=2500") << true;
    QTest::newRow("turned round") << QStringLiteral("-processes:>2k") << false;
    QTest::newRow("uptime") << QStringLiteral("uptime:>1h") << true;
    QTest::newRow("uptime in days") << QStringLiteral("uptime:<1d") << true;
    QTest::newRow("what is not known") << QStringLiteral("queue:<5") << false;
    QTest::newRow("nor is its opposite") << QStringLiteral("-queue:<5") << false;
    QTest::newRow("a link that it has not") << QStringLiteral("link.hidden") << false;
    QTest::newRow("events are no nodes") << QStringLiteral("event.kind:nodeup") << false;
    QTest::newRow("hidden") << QStringLiteral("is:hidden") << true;
    QTest::newRow("two words") << QStringLiteral("shop  state:up") << true;
    QTest::newRow("two words, one wrong") << QStringLiteral("shop state:down") << false;
    QTest::newRow("minus") << QStringLiteral("-cache") << true;
    QTest::newRow("minus key") << QStringLiteral("-state:up") << false;
    QTest::newRow("expression signs are text") << QStringLiteral("sh.p") << false;
    QTest::newRow("open bracket is text") << QStringLiteral("shop(") << false;
    QTest::newRow("a wrong word counts for nothing") << QStringLiteral("shop colour:red") << true;
}

void tst_NodeFilter::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    cluster::Node node;
    node.name = base::NodeName::literal(u"shop@web2.example");
    node.state = cluster::NodeState::Up;
    node.release = QStringLiteral("27");
    node.hidden = true;
    cluster::Cluster cluster;
    cluster::Figures figures;
    figures.node = node.name;
    figures.time = QDateTime::currentDateTimeUtc();
    figures.memory = 1'500'000'000;
    figures.processes = 2500;
    figures.uptime = 7'200'000;
    (void)cluster.apply(cluster::FiguresChanged{figures});
    QCOMPARE(NodeFilter::parse(text).matches(node, cluster), found);
}

void tst_NodeFilter::errorsSayWhere()
{
    const NodeFilter unknown = NodeFilter::parse(QStringLiteral("shop colour:red"));
    QVERIFY(unknown.error().has_value());
    QCOMPARE(unknown.error()->kind, NodeFilter::Error::Kind::UnknownKey);
    QCOMPARE(unknown.error()->word, QStringLiteral("colour"));
    QCOMPARE(unknown.error()->position, qsizetype(5));
    const NodeFilter empty = NodeFilter::parse(QStringLiteral("state:"));
    QCOMPARE(empty.error()->kind, NodeFilter::Error::Kind::EmptyPattern);
    QVERIFY(!NodeFilter::parse(QStringLiteral("a@host")).error());
    // The nearest key is named; of a word that is like none, none.
    QVERIFY(unknown.error()->others.isEmpty());
    const auto nearest = [](const char *text) {
        return NodeFilter::parse(QString::fromLatin1(text)).error()->others;
    };
    QCOMPARE(nearest("statee:up"), QStringList{QStringLiteral("state")});
    QCOMPARE(nearest("hots:a"), QStringList{QStringLiteral("host")});
    QVERIFY(nearest("packets:>4").contains(QStringLiteral("link.packets")));
    // What a key can have is told; with wildcards, anything that some of it matches.
    const NodeFilter bogus = NodeFilter::parse(QStringLiteral("state:bogus"));
    QCOMPARE(bogus.error()->value, QStringLiteral("bogus"));
    QVERIFY(bogus.error()->others.contains(QStringLiteral("frozen")));
    QVERIFY(!NodeFilter::parse(QStringLiteral("state:f* kind:*node")).error());
}

void tst_NodeFilter::wrongWords_data()
{
    using Kind = NodeFilter::Error::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::newRow("unknown") << QStringLiteral("colour:red") << int(Kind::UnknownKey);
    QTest::newRow("unknown, compared") << QStringLiteral("colour<4") << int(Kind::UnknownKey);
    QTest::newRow("nothing") << QStringLiteral("memory:>") << int(Kind::EmptyPattern);
    QTest::newRow("a key alone") << QStringLiteral("link.state") << int(Kind::EmptyPattern);
    QTest::newRow("no number") << QStringLiteral("memory:>much") << int(Kind::NotANumber);
    QTest::newRow("no unit") << QStringLiteral("uptime:>5parsecs") << int(Kind::NotANumber);
    QTest::newRow("a unit of another kind") << QStringLiteral("memory:>5h") << int(Kind::NotANumber);
    QTest::newRow("a text compared") << QStringLiteral("host:<db1") << int(Kind::NotCompared);
    QTest::newRow("a state that there is not") << QStringLiteral("state:bogus") << int(Kind::UnknownValue);
    QTest::newRow("a state of links that there is not")
        << QStringLiteral("link.state:fail") << int(Kind::UnknownValue);
    QTest::newRow("a flag with a value") << QStringLiteral("link.hidden:yes") << int(Kind::FlagOnly);
}

void tst_NodeFilter::wrongWords()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    const NodeFilter filter = NodeFilter::parse(u"shop -" + text + QStringLiteral(" state:up"));
    QVERIFY(filter.error().has_value());
    QCOMPARE(int(filter.error()->kind), kind);
    QCOMPARE(filter.error()->position, qsizetype(5));
    QCOMPARE(filter.error()->length, text.size() + 1);
}

void tst_NodeFilter::linksOfANode()
{
    using namespace cluster;
    const auto a = base::NodeName::literal(u"a@h1");
    const auto b = base::NodeName::literal(u"b@h2");
    const auto c = base::NodeName::literal(u"c@h2");
    Cluster cluster;
    Link hidden;
    hidden.key = LinkKey(a, b);
    hidden.hidden = true;
    (void)cluster.apply(LinkChanged{hidden});
    Link failed;
    failed.key = LinkKey(a, c);
    failed.state = LinkState::Failed;
    (void)cluster.apply(LinkChanged{failed});
    Traffic traffic;
    traffic.key = hidden.key;
    traffic.a.time = QDateTime::currentDateTimeUtc();
    traffic.a.packetsIn = 4;
    traffic.a.packetsOut = 7;
    (void)cluster.apply(TrafficChanged{traffic});
    const auto node = [&](const char *text, const base::NodeName &name) {
        return NodeFilter::parse(QString::fromLatin1(text)).matches(*cluster.node(name), cluster);
    };
    const auto link = [&](const char *text, const Link &which) {
        return NodeFilter::parse(QString::fromLatin1(text)).matches(which, cluster);
    };
    QVERIFY(node("link.hidden", a) && node("link.state:failed", a) && node("link.hidden", b));
    QVERIFY(!node("link.hidden", c));
    // One and the same link must be both.
    QVERIFY(!node("link.hidden link.state:failed", a));
    QVERIFY(link("link.hidden", hidden) && !link("link.hidden", failed) && link("-link.hidden", failed));
    QVERIFY(link("link.packets:>10", hidden) && !link("link.packets:>11", hidden));
    QVERIFY(!link("link.packets:<5", failed)); // nobody counted it
    QVERIFY(link("a@ b@", hidden) && !link("c@", hidden));
    QVERIFY(link("host:h2", hidden) && link("host:h1", hidden) && !link("host:h1 name:b", hidden));
}

void tst_NodeFilter::completes()
{
    cluster::ClusterStore store;
    store.apply(test::demoCluster());
    const auto offered = [&](const char *text) {
        const QString typed = QString::fromLatin1(text);
        return models::completionOf(typed, typed.size(), store.cluster()).words;
    };
    QVERIFY(offered("").isEmpty());
    QVERIFY(offered("sta").contains(QStringLiteral("state:")));
    QVERIFY(offered("link.h").contains(QStringLiteral("link.hidden")));
    QVERIFY(offered("shop -ho").contains(QStringLiteral("host:")));
    QVERIFY(offered("host:d").contains(QStringLiteral("host:db1.example")));
    QVERIFY(offered("release:").contains(QStringLiteral("release:27")));
    QVERIFY(offered("state:f").contains(QStringLiteral("state:frozen")));
    QVERIFY(offered("memory:").isEmpty());
    const auto behindMinus = models::completionOf(QStringLiteral("a -ho b"), 5, store.cluster());
    QCOMPARE(behindMinus.begin, qsizetype(3));
    QCOMPARE(behindMinus.typed, QStringLiteral("ho"));
}

QTEST_GUILESS_MAIN(tst_NodeFilter)
#include "tst_NodeFilter.moc"
