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

private:
    void put(QStringView name, NodeState state, quint16 port)
    {
        Node node;
        node.name = NodeName::literal(name);
        node.state = state;
        node.port = port;
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
