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
};

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
