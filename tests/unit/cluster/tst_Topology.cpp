#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include "cluster/topology/Topology.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;

namespace {

Cluster sample(const QString &oddName)
{
    Cluster cluster;
    const auto addNode = [&](const NodeName &name, NodeState state, bool hidden) {
        Node node;
        node.name = name;
        node.state = state;
        node.kind = name == selfName() ? NodeKind::Self : NodeKind::Beam;
        node.hidden = hidden;
        node.release = QStringLiteral("25");
        node.watched = state == NodeState::Up ? Watched::Push : Watched::Not;
        node.cause = state == NodeState::Failed ? Cause::CookieMismatch : Cause::None;
        cluster.apply(NodeChanged{node});
    };
    const auto addLink = [&](const NodeName &x, const NodeName &y, LinkState state, bool hidden) {
        Link link;
        link.key = LinkKey(x, y);
        link.state = state;
        link.hidden = hidden;
        link.aSees = link.key.a == x ? EndView::Up : EndView::Absent;
        link.bSees = link.key.a == x ? EndView::Absent : EndView::Up;
        if (state == LinkState::Failed) {
            Diagnosis diagnosis;
            diagnosis.from = x;
            diagnosis.to = y;
            diagnosis.cause = Cause::CookieMismatch;
            link.diagnosis = std::make_shared<const Diagnosis>(diagnosis);
        }
        cluster.apply(LinkChanged{link});
    };
    const NodeName a = NodeName::literal(u"a@h");
    const NodeName odd = NodeName::literal(oddName);
    const NodeName z = NodeName::literal(u"z@h");
    addNode(selfName(), NodeState::Up, true);
    addNode(z, NodeState::Failed, false);
    addNode(a, NodeState::Up, false);
    addNode(odd, NodeState::Up, true);
    addLink(a, odd, LinkState::OneSided, true);
    addLink(selfName(), a, LinkState::Up, true);
    addLink(selfName(), z, LinkState::Failed, true);
    return cluster;
}

QStringList namesOf(const QJsonArray &objects, const QString &key)
{
    QStringList names;
    for (const QJsonValue object : objects)
        names.append(object[key].toString());
    return names;
}

} // namespace

class tst_Topology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesUsOutOfJson();
    void jsonHasTheFields();
    void csvHasARowEach();
    void csvQuotesWhatItMust();
    void graphmlIsWellFormed_data() { oddNames(); }
    void graphmlIsWellFormed();
    void dotIsRead_data() { oddNames(); }
    void dotIsRead();

private:
    static void oddNames();
};

void tst_Topology::oddNames()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("b@h");
    QTest::newRow("quote") << QStringLiteral("b\"]; c -- d [x=\"@h");
    QTest::newRow("backslash") << QStringLiteral("b\\@h\\");
    QTest::newRow("markup") << QStringLiteral("<b>&amp;@h");
    QTest::newRow("not in XML") << QStringLiteral("b\uFFFE@h");
    QTest::newRow("direction") << QStringLiteral("b\u202E@h");
    QTest::newRow("percent") << QStringLiteral("%1%2@h");
}

void tst_Topology::leavesUsOutOfJson()
{
    const QJsonObject json = toJson(topologyOf(sample(QStringLiteral("b@h"))));
    const QJsonArray links = json[u"links"].toArray();
    QCOMPARE(namesOf(json[u"nodes"].toArray(), QStringLiteral("name")),
             QStringList({QStringLiteral("a@h"), QStringLiteral("b@h"), QStringLiteral("z@h")}));
    // Our failed attempt stays, with us as its end a.
    QCOMPARE(namesOf(links, QStringLiteral("a")), QStringList({QStringLiteral("a@h"), selfName().text()}));
    QCOMPARE(links[1][u"b"].toString(), QStringLiteral("z@h"));
    QCOMPARE(links[1][u"cause"].toString(), QStringLiteral("cookie_mismatch"));
}

void tst_Topology::jsonHasTheFields()
{
    const QJsonObject json = toJson(topologyOf(sample(QStringLiteral("b@h"))));
    const QJsonObject node = json[u"nodes"][0].toObject();
    QCOMPARE(node[u"kind"].toString(), QStringLiteral("beam"));
    QCOMPARE(node[u"state"].toString(), QStringLiteral("up"));
    QCOMPARE(node[u"release"].toString(), QStringLiteral("25"));
    QCOMPARE(node[u"hidden"], QJsonValue(false));
    QCOMPARE(node[u"watched"].toString(), QStringLiteral("push"));
    QVERIFY(!node.contains(u"cause"));
    QCOMPARE(json[u"nodes"][2][u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    const QJsonObject link = json[u"links"][0].toObject();
    QCOMPARE(link[u"state"].toString(), QStringLiteral("one_sided"));
    QCOMPARE(link[u"a_sees"].toString(), QStringLiteral("up"));
    QCOMPARE(link[u"b_sees"].toString(), QStringLiteral("absent"));
    QCOMPARE(link[u"hidden"], QJsonValue(true));
    QVERIFY(!link.contains(u"cause"));
}

void tst_Topology::csvHasARowEach()
{
    const Topology topology = topologyOf(sample(QStringLiteral("b@h")));
    const QList<QByteArray> nodes = nodesToCsv(topology).split('\n');
    QCOMPARE(nodes.size(), 5); // headings, three nodes, and nothing after the last line's end
    QCOMPARE(nodes[0],
             QByteArray("name,kind,state,release,elixir,hidden,watched,seen_by,cause,reason,since\r"));
    QCOMPARE(nodes[1], QByteArray("a@h,beam,up,25,,false,push,,,,\r"));
    QCOMPARE(nodes[3], QByteArray("z@h,beam,failed,25,,false,hearsay,,cookie_mismatch,,\r"));
    const QList<QByteArray> links = linksToCsv(topology).split('\n');
    QCOMPARE(links.size(), 4);
    QCOMPARE(links[1], QByteArray("a@h,b@h,one_sided,up,absent,true,false,,,\r"));
}

void tst_Topology::csvQuotesWhatItMust()
{
    const QByteArray csv = nodesToCsv(topologyOf(sample(QStringLiteral("=cmd(\"x\",1)@h"))));
    QVERIFY2(csv.contains("\"'=cmd(\"\"x\"\",1)@h\",beam,up"), csv.constData());
}

void tst_Topology::graphmlIsWellFormed()
{
    QFETCH(QString, name);
    QXmlStreamReader xml(toGraphml(topologyOf(sample(name))));
    QSet<QString> ids;
    int edges = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("node")) {
            ids.insert(xml.attributes().value(QLatin1String("id")).toString());
        } else if (xml.name() == QLatin1String("edge")) {
            ++edges;
            QVERIFY(ids.contains(xml.attributes().value(QLatin1String("source")).toString()));
            QVERIFY(ids.contains(xml.attributes().value(QLatin1String("target")).toString()));
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(ids.size(), 4); // three nodes, and us as the end of the failed attempt
    QCOMPARE(edges, 2);
}

void tst_Topology::dotIsRead()
{
    QFETCH(QString, name);
    const QString dot = QStandardPaths::findExecutable(QStringLiteral("dot"));
    if (dot.isEmpty())
        QSKIP("graphviz is not installed");
    QProcess process;
    process.start(dot, {QStringLiteral("-Tplain")});
    process.write(toDot(topologyOf(sample(name))));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    const QByteArray plain = process.readAllStandardOutput();
    QCOMPARE(plain.count("\nnode "), 4);
    QCOMPARE(plain.count("\nedge "), 2);
}

QTEST_APPLESS_MAIN(tst_Topology)
#include "tst_Topology.moc"
