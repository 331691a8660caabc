#include "DoctorTest.h"
#include "ScriptedNode.h"

using namespace nodescope::test;

namespace {

const QString B = u"b@127.0.0.1"_s;
const QString Away = u"b@10.66.0.1"_s;

} // namespace

/// Faults between name and node: filters, routes, meshes, IP versions, silence; 19 to 21, 26, 32 of
/// diagnosis.md.
class tst_DoctorPorts : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorPorts()
        : DoctorTest("ports")
    {
    }

private Q_SLOTS:
    void filterDrops()
    {
        NEEDS_A_FIREWALL();
        IN_A_NAMESPACE({});
        QVERIFY(stage().node("b", FixedPort));
        QVERIFY(filter("tcp dport 9100 drop"));
        FINDS(
            stage(),
            Expected::fault({"dist_port_blocked"}, Certainty::AlmostCertain, "port_reachable").between(3, 8),
            stage().doctor(B));
        QVERIFY(unfilter());
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void filterDropsForA()
    {
        NEEDS_A_FIREWALL();
        IN_A_NAMESPACE({});
        QVERIFY(stage().node("a"));
        QVERIFY(stage().node("b", FixedPort));
        QVERIFY(filter("tcp dport 9100 drop"));
        bystanders().mayLog(u"b@127.0.0.1"_s);
        FINDS(
            stage(),
            Expected::fault({"dist_port_blocked"}, Certainty::AlmostCertain, "port_reachable").between(3, 9),
            stage().doctor(B + u" --from a@127.0.0.1"_s));
    }

    void filterRejects_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("reset") << u"tcp dport 9100 reject with tcp reset"_s;
        QTest::newRow("port unreachable") << u"tcp dport 9100 reject with icmp type port-unreachable"_s;
        QTest::newRow("prohibited") << u"tcp dport 9100 reject with icmp type admin-prohibited"_s;
    }
    void filterRejects()
    {
        QFETCH(QString, rule);
        NEEDS_A_FIREWALL();
        IN_A_NAMESPACE({});
        QVERIFY(stage().node("b", FixedPort));
        QVERIFY(filter(rule));
        FINDS(stage(),
              Expected::fault({"dist_port_blocked"}, Certainty::CannotDistinguish, "port_reachable")
                  .between(0, 2),
              stage().doctor(B));
    }

    void filterBeforeEpmd()
    {
        NEEDS_A_FIREWALL();
        IN_A_NAMESPACE({});
        QVERIFY(stage().node("b"));
        QVERIFY(filter("tcp dport 4369 drop"));
        FINDS(stage(), Expected::fault({"epmd_unreachable"}, Certainty::CannotDistinguish, "epmd_reachable"),
              stage().doctor(B));
    }

    void noRoute_data()
    {
        QTest::addColumn<QString>("route");
        QTest::newRow("none") << QString();
        QTest::newRow("unreachable") << u"ip route add unreachable 10.66.0.0/24"_s;
        QTest::newRow("prohibited") << u"ip route add prohibit 10.66.0.0/24"_s;
    }
    void noRoute()
    {
        QFETCH(QString, route);
        IN_A_NAMESPACE({});
        QVERIFY(route.isEmpty() || space().run(route));
        FINDS(stage(), Expected::fault({"address_unreachable"}).between(0, 2), stage().doctor(Away));
    }

    void noRouteForA()
    {
        IN_A_NAMESPACE({});
        QVERIFY(stage().node("a"));
        FINDS(stage(),
              Expected::fault({"address_unreachable"}, Certainty::CannotDistinguish, "epmd_reachable"),
              stage().doctor(Away + u" --from a@127.0.0.1"_s));
    }

    // It listens at the address inside, and is named after the one outside.
    void otherAddress()
    {
        IN_A_NAMESPACE({});
        QVERIFY(space().run(u"ip addr add 10.66.0.1/24 dev lo"_s));
        QVERIFY(stage().node("b@10.66.0.1", FixedPort));
        FINDS(stage(),
              Expected::fault({"address_unreachable", "dist_port_blocked", "epmd_stale_port"},
                              Certainty::CannotDistinguish, "port_reachable"),
              stage().doctor(Away));
    }

    // What a mesh does with a connection that it does not know: takes it, and answers in its own language, or
    // not at all, or hangs up.
    void meshIntercepts_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<bool>("closes");
        QTest::newRow("http 400") << QByteArray("HTTP/1.1 400 Bad Request\r\nserver: envoy\r\n\r\n") << true;
        QTest::newRow("silent") << QByteArray() << false;
        QTest::newRow("hangs up") << QByteArray() << true;
    }
    void meshIntercepts()
    {
        QFETCH(QByteArray, reply);
        QFETCH(bool, closes);
        const ScriptedNode proxy({{}, {reply}, closes, true});
        const Registration behind(stage().epmd().port(), "b", proxy.port());
        QVERIFY(behind.ok());
        FINDS(stage(),
              Expected::fault({"mesh_intercepts", "not_a_node", "peer_silent"}, Certainty::CannotDistinguish),
              stage().doctor(B));
    }

    // As a sidecar does: whatever goes to the host is turned to the proxy, on every port.
    void meshTakesEveryConnection_data()
    {
        QTest::addColumn<QString>("does");
        QTest::newRow("hangs up") << u"gen_tcp:close(C)"_s;
        QTest::newRow("http 400")
            << u"gen_tcp:recv(C, 0, 500), gen_tcp:send(C, <<\"HTTP/1.1 400 Bad Request\\r\\n\\r\\n\">>), "
               "gen_tcp:close(C)"_s;
    }
    void meshTakesEveryConnection()
    {
        QFETCH(QString, does);
        NEEDS_A_FIREWALL();
        IN_A_NAMESPACE({});
        QVERIFY(space().run(u"ip addr add 10.66.0.9/24 dev lo"_s));
        QVERIFY(space().run(
            u"nft add table ip m; nft add chain ip m c '{ type nat hook output priority -100; }'; "
            "nft add rule ip m c ip daddr 10.66.0.1 tcp dport 1-65535 redirect to :15001"_s));
        Peer *proxy = stage().node("proxy");
        QVERIFY(proxy);
        QCOMPARE(proxy->evaluate(u"spawn(fun() -> {ok, L} = gen_tcp:listen(15001, [binary, {active, false}, "
                                 "{reuseaddr, true}]), A = fun A() -> {ok, C} = gen_tcp:accept(L), "
                                 "spawn(fun() -> receive after 50 -> ok end, %1 end), A() end, A() end), "
                                 "ok."_s.arg(does)),
                 u"{ok,ok}"_s);
        FINDS(stage(), Expected::fault({"mesh_intercepts"}).between(0, 2), stage().doctor(Away));
    }

    void frozen()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        bystanders().leaveOut(b);
        b->freeze();
        FINDS(stage(), Expected::fault({"peer_silent"}, Certainty::CannotDistinguish, "status").between(3, 8),
              stage().doctor(B));
        b->thaw();
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void frozenToA()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QVERIFY(stage().node("a"));
        bystanders().leaveOut(b);
        b->freeze();
        FINDS(stage(), Expected::fault({"peer_silent"}, Certainty::CannotDistinguish).between(3, 9),
              stage().doctor(B + u" --from a@127.0.0.1"_s));
        b->thaw();
    }

    // It is registered as ever; that it listens on IPv6 alone EPMD does not say.
    void listensOnIpv6Alone()
    {
        QVERIFY(stage().node(ipv6("b@127.0.0.1")));
        FINDS(stage(),
              Expected::fault({"ip_version_mixed", "dist_port_blocked", "epmd_stale_port"},
                              Certainty::CannotDistinguish, "port_reachable"),
              stage().doctor(B));
    }

    // We try both addresses of the host; a node tries one family.
    void ipVersionsOfAPair()
    {
        QVERIFY(stage().node("a@localhost"));
        QVERIFY(stage().node(ipv6("b@localhost")));
        FINDS(stage(), Expected::fault({"ip_version_mixed"}, Certainty::CannotDistinguish),
              stage().doctor(u"b@localhost --from a@localhost"_s));
    }

    void logOfATimeout()
    {
        Peer *a = stage().node("a", u"-kernel net_ticktime 4"_s);
        Peer *b = stage().node("b", u"-kernel net_ticktime 4"_s);
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        b->freeze();
        QVERIFY(QTest::qWaitFor([&] { return Stage::logOf(*a).contains("not responding"_L1); }, 40'000));
        b->kill();
        FINDS(stage(), Expected::fault({"peer_silent"}, Certainty::CannotDistinguish),
              stage().explain(Stage::logOf(*a)));
    }

private:
    [[nodiscard]] bool filter(const QString &rule)
    {
        return space().run(
            u"nft add table inet t; nft add chain inet t c "
            "'{ type filter hook input priority 0; }'; nft add rule inet t c '%1'"_s.arg(rule));
    }
    [[nodiscard]] bool filter(const char *rule) { return filter(QString(QLatin1String(rule))); }
    [[nodiscard]] bool unfilter() { return space().run(u"nft delete table inet t"_s); }
    [[nodiscard]] static Peer::Options ipv6(const char *name)
    {
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(QString(QLatin1String(name)));
        options.loopbackOnly = false;
        options.flags =
            u"-proto_dist inet6_tcp -kernel inet_dist_use_interface {0,0,0,0,0,0,0,1}"_s.split(u' ');
        return options;
    }

    const QString FixedPort = u"-kernel inet_dist_listen_min 9100 inet_dist_listen_max 9100"_s;
};

QTEST_GUILESS_MAIN(tst_DoctorPorts)
#include "tst_DoctorPorts.moc"
