#include <QTest>

#include "cli/topology/TopologyText.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;

class tst_TopologyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsFailures();
    void whatIsNotKnownIsNotSaid();
};

void tst_TopologyText::whatIsNotKnownIsNotSaid()
{
    Cluster cluster;
    const auto add = [&cluster](const char16_t *name, NodeState state, NodeKind kind) {
        Node node;
        node.name = NodeName::literal(name);
        node.state = state;
        node.kind = kind;
        node.cause = state == NodeState::Failed ? Cause::NotRegistered : Cause::None;
        cluster.apply(NodeChanged{node});
    };
    add(u"a@h", NodeState::Up, NodeKind::Beam);
    add(u"gone@h", NodeState::Failed, NodeKind::Unknown);
    add(u"other@h", NodeState::Failed, NodeKind::Beam);
    const QList<QByteArray> lines = cli::toText(topologyOf(cluster)).split('\n');
    QCOMPARE(lines.value(1).simplified(), QByteArray("a@h up beam - no hearsay"));
    QCOMPARE(lines.value(2).simplified(), QByteArray("gone@h failed: not_registered - - - hearsay"));
    QCOMPARE(lines.value(3).simplified(), QByteArray("other@h failed: not_registered beam - - hearsay"));
}

void tst_TopologyText::explainsFailures()
{
    Cluster cluster;
    const NodeName odd = NodeName::literal(u"b\u202E@h");
    for (const NodeName &name : {selfName(), odd}) {
        Node node;
        node.name = name;
        node.state = name == odd ? NodeState::Failed : NodeState::Up;
        node.cause = name == odd ? Cause::CookieMismatch : Cause::None;
        cluster.apply(NodeChanged{node});
    }
    Diagnosis diagnosis;
    diagnosis.from = selfName();
    diagnosis.to = odd;
    diagnosis.cause = Cause::CookieMismatch;
    Link link;
    link.key = LinkKey(selfName(), odd);
    link.state = LinkState::Failed;
    link.diagnosis = std::make_shared<const Diagnosis>(diagnosis);
    cluster.apply(LinkChanged{link});

    const QByteArray text = cli::toText(topologyOf(cluster));
    QVERIFY(text.contains("cookie_mismatch"));
    QVERIFY(text.contains("The cookies differ."));
    QVERIFY(text.contains("erlang:get_cookie()"));
    QVERIFY(text.contains("b\\x{202e}@h"));
    QVERIFY(!text.contains("\u202E"));
}

QTEST_APPLESS_MAIN(tst_TopologyText)
#include "tst_TopologyText.moc"
