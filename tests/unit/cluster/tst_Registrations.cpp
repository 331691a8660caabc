#include <QtTest>

#include "cluster/Registrations.h"

using namespace nodescope;
using namespace nodescope::cluster;
using base::NodeName;

class tst_Registrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cluster = Cluster();
        Host host;
        host.host = QStringLiteral("localhost");
        host.epmdPort = 4711;
        host.entries = {{QStringLiteral("a"), 40001}, {QStringLiteral("b"), 40002}};
        m_cluster.apply(HostChanged{host});
    }

    void namesAreOfTheAddressWhenNothingIsKnown()
    {
        QVERIFY(hostFormsOf(m_cluster, host()).isEmpty());
        QCOMPARE(nodeOf(m_cluster, host(), host().entries.at(1)).text(), QStringLiteral("b@localhost"));
        QCOMPARE(registrarOf(m_cluster, NodeName::literal(u"b@localhost"))->epmdPort, quint16(4711));
        QVERIFY(!registrarOf(m_cluster, NodeName::literal(u"b@127.0.0.1")));
        QVERIFY(!registrarOf(m_cluster, NodeName::literal(u"c@localhost")));
    }
    void aConnectedNodeShowsTheFormOfItsNeighbours()
    {
        put(u"a@127.0.0.1", NodeState::Up, 40001);
        QCOMPARE(hostFormsOf(m_cluster, host()), QStringList{QStringLiteral("127.0.0.1")});
        QCOMPARE(nodeOf(m_cluster, host(), host().entries.at(0)).text(), QStringLiteral("a@127.0.0.1"));
        QCOMPARE(nodeOf(m_cluster, host(), host().entries.at(1)).text(), QStringLiteral("b@127.0.0.1"));
        QCOMPARE(registrarOf(m_cluster, NodeName::literal(u"a@127.0.0.1")), &host());
        QCOMPARE(nodeListedAs(m_cluster, NodeName::literal(u"b@localhost")).text(),
                 QStringLiteral("b@127.0.0.1"));
        QCOMPARE(nodeListedAs(m_cluster, NodeName::literal(u"c@other")).text(), QStringLiteral("c@other"));
        QCOMPARE(registeredPortOf(m_cluster, NodeName::literal(u"b@127.0.0.1")), quint16(40002));
        QCOMPARE(registeredPortOf(m_cluster, NodeName::literal(u"c@127.0.0.1")), quint16(0));
        // By its form, though we have not seen where it listens.
        QCOMPARE(registrarOf(m_cluster, NodeName::literal(u"b@127.0.0.1")), &host());
    }
    void whatIsConnectedComesFirst()
    {
        put(u"a@127.0.0.1", NodeState::Reported, 40001);
        put(u"b@vm", NodeState::Up, 40002);
        QCOMPARE(hostFormsOf(m_cluster, host()),
                 (QStringList{QStringLiteral("vm"), QStringLiteral("127.0.0.1")}));
        // What is known to be the entry keeps its own name.
        QCOMPARE(nodeOf(m_cluster, host(), host().entries.at(0)).text(), QStringLiteral("a@127.0.0.1"));
    }
    void otherPortsAndFailedNodesShowNothing()
    {
        put(u"a@10.0.0.7", NodeState::Up, 50001);
        put(u"b@vm", NodeState::Failed, 40002);
        QVERIFY(hostFormsOf(m_cluster, host()).isEmpty());
    }

    void visitorsAreOfferedLast()
    {
        put(u"1D1TSEDERFI5Q@vm", NodeState::Reported, 0, true);
        put(u"m3@vm", NodeState::Up, 40005);
        put(u"hidden@vm", NodeState::Up, 40006, true);
        put(u"a@vm", NodeState::Reported, 0);
        const QList<NodeName> offered = nodesToOffer(m_cluster);
        QCOMPARE(offered,
                 (QList<NodeName>{NodeName::literal(u"hidden@vm"), NodeName::literal(u"m3@vm"),
                                  NodeName::literal(u"a@vm"), NodeName::literal(u"1D1TSEDERFI5Q@vm")}));
        QVERIFY(!canBeDialled(m_cluster, *m_cluster.node(offered.last())));
    }

private:
    void put(QStringView name, NodeState state, quint16 port, bool hidden = false)
    {
        Node node;
        node.name = NodeName::literal(name);
        node.state = state;
        node.port = port;
        node.hidden = hidden;
        m_cluster.apply(NodeChanged{node});
    }
    [[nodiscard]] const Host &host() const
    {
        return *m_cluster.hosts().constFind(QStringLiteral("localhost"));
    }

    Cluster m_cluster;
};

QTEST_MAIN(tst_Registrations)
#include "tst_Registrations.moc"
