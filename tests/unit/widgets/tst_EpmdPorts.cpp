#include <QTemporaryDir>
#include <QtTest>

#include "widgets/connect/EpmdPorts.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

class tst_EpmdPorts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<QSettings>(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_settings->clear();
        m_recent = std::make_unique<RecentNodes>(*m_settings);
        m_store = std::make_unique<ClusterStore>();
        m_ports = std::make_unique<EpmdPorts>(*m_store, *m_recent, quint16(4711));
    }

    void theUsualPortWhenNothingIsKnown() { expect(u"m3@vm", QStringLiteral("vm"), 4711); }
    void whereItWasTriedLast()
    {
        m_ports->follow(ConnectToNode{m_node, {}, quint16(4800), true});
        expect(u"m3@vm", QStringLiteral("vm"), 4800);
        m_ports->follow(ConnectToNode{m_node, {}, std::nullopt, true});
        expect(u"m3@vm", QStringLiteral("vm"), 4800);
    }
    void whereEpmdListsIt()
    {
        list(QStringLiteral("localhost"), 4712);
        put(u"m3@vm", {}, 40003);
        expect(u"m3@vm", QStringLiteral("localhost"), 4712);
        expect(u"m3@localhost", QStringLiteral("localhost"), 4712);
    }
    void whereTheNodeThatLedToItIs()
    {
        m_ports->follow(ConnectToNode{m_node, {}, quint16(4800), true});
        put(u"m4@vm2", {m_node}, 0);
        expect(u"m4@vm2", QStringLiteral("vm2"), 4800);
    }
    void whereItWasReachedOnAnotherDay()
    {
        m_recent->add(m_node, quint16(4900));
        expect(u"m3@vm", QStringLiteral("vm"), 4900);
    }

private:
    void expect(QStringView node, const QString &host, quint16 port)
    {
        const EpmdPorts::Place place = m_ports->placeOf(NodeName::literal(node));
        QCOMPARE(place.host, host);
        QCOMPARE(place.port, port);
    }
    void list(const QString &at, quint16 epmdPort)
    {
        Host host;
        host.host = at;
        host.epmdPort = epmdPort;
        host.entries = {{QStringLiteral("m3"), 40003}};
        m_store->apply({HostChanged{host}});
    }
    void put(QStringView name, const QList<NodeName> &seenBy, quint16 port)
    {
        Node node;
        node.name = NodeName::literal(name);
        node.state = NodeState::Up;
        node.seenBy = seenBy;
        node.port = port;
        m_store->apply({NodeChanged{node}});
    }

    const NodeName m_node = NodeName::literal(u"m3@vm");
    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<RecentNodes> m_recent;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<EpmdPorts> m_ports;
};

QTEST_MAIN(tst_EpmdPorts)
#include "tst_EpmdPorts.moc"
